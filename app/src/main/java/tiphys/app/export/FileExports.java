// SPDX-License-Identifier: Apache-2.0
package tiphys.app.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.editor.Editor;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PngPicture;
import tiphys.exporter.picture.SvgPicture;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.TaskState;

/** Exports what an editor shows. */
public final class FileExports {
  /** Pictures are made at twice the size of the screen, so that they can be printed. */
  private static final double SCALE = 2;

  /** What can be made, as the files end. */
  public static final List<String> FORMS = List.of("yaml", "svg", "png");

  private FileExports() {}

  /** The bytes of a form of {@link #FORMS}; refused where there is nothing to draw. */
  public static Outcome<byte[]> of(Editor editor, String form) {
    return switch (form) {
      case "svg" ->
          shown(editor)
              .then(
                  shown ->
                      bytes(
                          SvgPicture.of(
                              shown.graph(), shown.arrangement(), shown.states(), Palette.LIGHT)));
      case "png" ->
          shown(editor)
              .then(
                  shown ->
                      Outcome.done(
                          PngPicture.of(
                              shown.graph(),
                              shown.arrangement(),
                              shown.states(),
                              Palette.LIGHT,
                              SCALE)));
      default -> bytes(editor.state().get().text().toString());
    };
  }

  private record Shown(FlowGraph graph, Arrangement arrangement, Map<NodeId, TaskState> states) {}

  private static Outcome<Shown> shown(Editor editor) {
    Optional<Scope> scope = editor.scope();
    if (scope.isEmpty()) {
      return Outcome.refused(
          ProblemCode.NOTHING_TO_DRAW,
          String.join(
              ", ",
              editor.state().get().workflow().resources().stream()
                  .map(resource -> resource.kindName())
                  .toList()));
    }
    FlowGraph graph = editor.state().get().graph(scope.get());
    Arrangement arrangement =
        Arranger.arrange(graph, editor.state().get().positions().in(scope.get()), Optional.empty());
    Map<NodeId, TaskState> states =
        editor.overlay().get().map(run -> RunOverlay.of(run).states(scope.get())).orElse(Map.of());
    return Outcome.done(new Shown(graph, arrangement, states));
  }

  private static Outcome<byte[]> bytes(String text) {
    return Outcome.done(text.getBytes(StandardCharsets.UTF_8));
  }
}

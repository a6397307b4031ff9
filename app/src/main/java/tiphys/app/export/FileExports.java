// SPDX-License-Identifier: Apache-2.0
package tiphys.app.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tiphys.app.editor.Editor;
import tiphys.app.files.OpenFile;
import tiphys.exporter.hera.HeraCode;
import tiphys.exporter.hera.HeraExport;
import tiphys.exporter.hera.HeraStyle;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.exporter.picture.DifferencePicture;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PictureStyle;
import tiphys.exporter.picture.UnfoldedPicture;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.StackPage;
import tiphys.model.run.StackView;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.state.Unfolded;
import tiphys.model.symbol.DataEdge;
import tiphys.model.symbol.DataFlow;
import tiphys.model.text.SourceText;

/** What window and command line make of a file. */
public final class FileExports {
  /** Pictures are made at twice the size of the screen, so that they can be printed. */
  private static final double SCALE = 2;

  /** What can be made. */
  public static final List<String> FORMS = List.of("yaml", "json", "hera", "svg", "png", "pdf");

  private FileExports() {}

  /**
   * How a picture is wanted.
   *
   * @param showsData whether with the edges that data takes
   * @param showsRun whether with the colours of the run that is shown
   * @param isPart whether of the chosen tasks alone, where some are
   */
  public record Wish(boolean showsData, boolean showsRun, boolean isPart, Palette palette) {}

  /**
   * What the window exports: a form of {@link #FORMS}, pictures of the scope that is shown. YAML is
   * the text; a file that was only ever drawn has none of the user's hand to keep, and is written
   * anew in the order of Argo's own examples. Refused where the text cannot be read or nothing can
   * be drawn. Asked on the window's thread; what comes of it can be made on any.
   */
  public static Supplier<Outcome<byte[]>> of(OpenFile file, String form, Wish wish) {
    Editor editor = file.editor();
    DiagramState state = editor.state().get();
    return switch (form) {
      case "yaml" -> {
        byte[] written = file.bytes();
        yield file.isOnlyDrawn()
            ? () -> bytes(ManifestWriter.yaml(state.tree()))
            : () -> Outcome.done(written);
      }
      case "json" -> () -> json(state);
      case "hera" -> () -> hera(state, HeraStyle.PLAIN).then(code -> bytes(code.text()));
      default -> picture(editor, form, wish);
    };
  }

  /** {@code flow.yaml} as a picture is {@code flow.svg}. */
  public static String fileName(String name, String form) {
    int dot = name.lastIndexOf('.');
    String ending = form.equals("hera") ? "py" : form;
    return (dot > 0 ? name.substring(0, dot) : name) + "." + ending;
  }

  /** Every document of a file as JSON; refused where the text, or an alias, cannot be read. */
  public static Outcome<byte[]> json(DiagramState state) {
    Optional<Problem> broken = broken(state);
    return broken.isPresent()
        ? Outcome.refused(broken.get())
        : bytes(ManifestWriter.json(state.tree()));
  }

  /**
   * Every document of a file as Python for Hera; refused where the text, or an alias, cannot be
   * read.
   */
  public static Outcome<HeraCode> hera(DiagramState state, HeraStyle style) {
    Optional<Problem> broken = broken(state);
    return broken.isPresent()
        ? Outcome.refused(broken.get())
        : Outcome.done(HeraExport.of(state.tree(), style));
  }

  private static Optional<Problem> broken(DiagramState state) {
    return state
        .tree()
        .syntaxError()
        .or(() -> state.problems().stream().filter(FileExports::isLost).findFirst());
  }

  /** Whether another form would have nothing in a place where something is meant. */
  private static boolean isLost(Problem problem) {
    return problem.code() == ProblemCode.YAML_UNKNOWN_ALIAS
        || problem.code() == ProblemCode.YAML_ALIAS_OF_ITSELF;
  }

  /** What the canvas shows of a text when it is opened, as PNG. */
  public static byte[] firstPicture(SourceText text, Palette palette) {
    DiagramState state = DiagramState.of(text, Positions.NONE);
    Scope first = Scopes.first(state.workflow(), 0);
    return picture(state, first, "png", PictureStyle.plain(palette));
  }

  /** A picture of a scope, {@code svg}, {@code pdf} or {@code png}. */
  public static byte[] picture(DiagramState state, Scope scope, String form, PictureStyle style) {
    return picture(new Drawn(state, scope, Open.NOTHING), form, style, RunOverlay.NONE);
  }

  /**
   * What is drawn in place of cards.
   *
   * @param insides the ways to tasks that show what they run
   * @param stacks the ways to tasks that show what they became in the run
   */
  public record Open(Set<List<NodeId>> insides, Map<List<NodeId>, StackView> stacks) {
    public static final Open NOTHING = new Open(Set.of(), Map.of());
  }

  /** A scope as it is drawn. @param layouts where nodes stand */
  public record Drawn(DiagramState state, Scope scope, Open open, Unfolded.Layouts layouts) {
    /** As it is when its file is opened. */
    public Drawn(DiagramState state, Scope scope, Open open) {
      this(state, scope, open, Unfolded.Layouts.of(state));
    }

    Unfolded with(Map<List<NodeId>, StackPage> pages) {
      return Unfolded.of(state, scope, open.insides(), pages, layouts);
    }
  }

  /** The same with tasks open in place. */
  public static byte[] picture(Drawn drawn, String form, PictureStyle style, RunOverlay run) {
    Scope scope = drawn.scope();
    Map<List<NodeId>, StackPage> pages = run.pages(scope, drawn.open().stacks());
    UnfoldedPicture picture =
        new UnfoldedPicture(
            drawn.with(pages),
            style,
            way -> pages.containsKey(way) ? run.states(pages.get(way)) : run.states(scope, way));
    return switch (form) {
      case "svg" -> picture.svg().getBytes(StandardCharsets.UTF_8);
      case "pdf" -> picture.pdf();
      default -> picture.png(SCALE);
    };
  }

  /** Two versions of a template as one picture, {@code svg}, {@code pdf} or {@code png}. */
  public static byte[] picture(ScopeDifference difference, String form, Palette palette) {
    return switch (form) {
      case "svg" -> DifferencePicture.svg(difference, palette).getBytes(StandardCharsets.UTF_8);
      case "pdf" -> DifferencePicture.pdf(difference, palette);
      default -> DifferencePicture.png(difference, palette, SCALE);
    };
  }

  /** The edges that data takes in a scope. */
  public static List<DataEdge> data(DiagramState state, Scope scope) {
    return DataFlow.of(state.tree(), state.workflow(), state.graph(scope));
  }

  private static Supplier<Outcome<byte[]>> picture(Editor editor, String form, Wish wish) {
    DiagramState state = editor.state().get();
    Optional<RunSnapshot> run = wish.showsRun() ? editor.overlay().get() : Optional.empty();
    Set<NodeId> part = wish.isPart() ? editor.selection().get().nodes() : Set.of();
    // what is chosen may be the inside of a task that is open in place
    Outcome<Scope> shown = shown(editor, part.isEmpty() ? editor.inPlace().root() : editor.scope());
    Open open =
        part.isEmpty()
            ? new Open(editor.inPlace().ways(), editor.inPlace().stacks())
            : Open.NOTHING;
    Unfolded.Layouts layouts = editor.layouts();
    return () ->
        shown.then(
            scope -> {
              RunOverlay over = run.map(RunOverlay::of).orElse(RunOverlay.NONE);
              List<DataEdge> data = wish.showsData() ? data(state, scope) : List.of();
              PictureStyle style = new PictureStyle(over.states(scope), data, wish.palette(), part);
              Drawn drawn = new Drawn(state, scope, open, layouts);
              return Outcome.done(picture(drawn, form, style, over));
            });
  }

  private static Outcome<Scope> shown(Editor editor, Optional<Scope> scope) {
    DiagramState state = editor.state().get();
    if (state.tree().syntaxError().isPresent()) {
      return Outcome.refused(state.tree().syntaxError().get());
    }
    return scope.isPresent()
        ? Outcome.done(scope.get())
        : Outcome.refused(
            ProblemCode.NOTHING_TO_DRAW,
            String.join(
                ", ",
                state.workflow().resources().stream()
                    .map(resource -> resource.kindName())
                    .toList()));
  }

  private static Outcome<byte[]> bytes(String text) {
    return Outcome.done(text.getBytes(StandardCharsets.UTF_8));
  }
}

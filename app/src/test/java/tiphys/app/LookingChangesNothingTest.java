// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.files.OpenFile;
import tiphys.app.screen.Screen;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;

/**
 * A file that is opened and looked at all over is not edited by it. A field that keeps what it
 * holds when it is left once emptied the note of whatever was opened.
 */
class LookingChangesNothingTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");

  @TempDir private Path settings;

  @Test
  void anExampleIsStillSavedAfterEachOfItsNodesWasChosen() throws Exception {
    WholeWindow window = WholeWindow.open(settings);
    for (Path file : examples()) {
      window.willAnswer(file);
      window.choose("open");
      window.await(file + " open", () -> isShown(window, file));
      Editor editor = window.file().editor();
      for (Scope scope : Scopes.all(editor.state().get().workflow())) {
        Screen.doOnWindow(() -> editor.open(scope));
        for (FlowNode node : editor.state().get().graph(scope).nodes()) {
          Screen.doOnWindow(() -> choose(window, editor, node));
        }
      }

      assertEquals(Optional.empty(), editor.undoable().get(), () -> "edited by looking: " + file);
      window.choose("close");
    }
    window.close();
  }

  private static void choose(WholeWindow window, Editor editor, FlowNode node) {
    editor.select(Selection.of(node.id()));
    window.screen().scene().getRoot().applyCss();
    window.screen().scene().getRoot().layout();
  }

  private static boolean isShown(WholeWindow window, Path file) {
    return Screen.onWindow(
        () ->
            window.shown().map(OpenFile::name).equals(Optional.of(file.getFileName().toString())));
  }

  /** One in {@code -Dlooking.one.in}, and always the one whose first template has a note. */
  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      int oneIn = Integer.getInteger("looking.one.in", 40);
      return all.stream()
          .filter(file -> all.indexOf(file) % oneIn == 0 || file.endsWith("exit-handlers.yaml"))
          .toList();
    }
  }
}

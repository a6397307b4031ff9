// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.files.OpenFile;
import tiphys.app.screen.Screen;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.workflow.TemplateName;

class ClosedFilesTest {
  private static final Path SCRIPTS =
      Path.of("..", "..", "shared", "argo", "examples", "scripts-python.yaml");

  @TempDir private Path settings;

  @Test
  void aClosedFileIsForgotten() throws Exception {
    WholeWindow window = WholeWindow.open(settings);
    WeakReference<Editor> closed = openLookAndClose(window);

    window.await("the memory of a closed file", () -> isGone(closed));

    window.close();
  }

  private static WeakReference<Editor> openLookAndClose(WholeWindow window) throws Exception {
    window.willAnswer(SCRIPTS);
    window.choose("open");
    window.await("the file", () -> isShown(window));
    Editor editor = window.file().editor();
    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("generate"))));
    window.screen().settle();
    Screen.doOnWindow(() -> editor.open(new Scope(0, new TemplateName("gen-random-int"))));
    window.screen().settle();
    window.choose("close");
    return new WeakReference<>(editor);
  }

  private static boolean isShown(WholeWindow window) {
    return Screen.onWindow(
        () -> window.shown().map(OpenFile::name).equals(Optional.of("scripts-python.yaml")));
  }

  private static boolean isGone(WeakReference<?> reference) {
    System.gc();
    return reference.get() == null;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.editor.Editor;
import tiphys.app.screen.Screen;

/** Who has hundreds of files opens and closes them all day. */
class ClosedFilesTest {
  private static final String FILE =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: two-}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                - {name: A, template: rest}
                - {name: B, template: rest, depends: A}
          - {name: rest, suspend: {duration: "1"}}
      """;

  @TempDir private Path folder;
  private WholeWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    window = WholeWindow.open(folder.resolve("settings"));
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void aClosedFileIsLetGoWithAllThatWasShownOfIt() throws Exception {
    WeakReference<Editor> closed = new WeakReference<>(workedOnAndClosed());
    for (int i = 0; i < 100 && closed.get() != null; i++) {
      System.gc();
      window.screen().settle();
      Thread.sleep(20);
    }
    assertNull(closed.get());
  }

  private Editor workedOnAndClosed() throws Exception {
    open("kept.yaml");
    open("closed.yaml");
    Editor editor = window.file().editor();
    showEachPanel();
    window.choose("select-all");
    window.choose("duplicate");
    window.choose("undo");
    window.choose("close");
    window.await("the other file", () -> window.file().name().equals("kept.yaml"));
    return editor;
  }

  private void showEachPanel() {
    TabPane panels =
        Screen.onWindow(
            () ->
                window.screen().scene().getRoot().lookupAll(".tab-pane").stream()
                    .map(TabPane.class::cast)
                    .filter(pane -> pane.getTabs().stream().anyMatch(ClosedFilesTest::isSource))
                    .findFirst()
                    .orElseThrow());
    for (Tab tab : Screen.onWindow(() -> List.copyOf(panels.getTabs()))) {
      Screen.doOnWindow(() -> panels.getSelectionModel().select(tab));
      window.screen().settle();
    }
  }

  private static boolean isSource(Tab tab) {
    return "panel-source".equals(tab.getId());
  }

  private void open(String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), FILE);
    Screen.doOnWindow(() -> window.window().desk().open(file));
    window.await(
        name, () -> window.fileNames().contains(name) && window.file().name().equals(name));
  }
}

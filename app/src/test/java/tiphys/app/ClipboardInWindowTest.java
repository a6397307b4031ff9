// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.canvas.OnCanvas;
import tiphys.app.editor.Editor;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;

/** Copied tasks are text: from one tab into another, another window, any editor, and back. */
class ClipboardInWindowTest {
  private static final String FROM =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: from-}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                # speaks
                - name: greet
                  template: say
          - name: say # aloud
            container: {image: "alpine:3.23"}
      """;

  @TempDir private Path folder;

  @Test
  void aTaskGoesWithItsTemplateIntoAnotherTabAndAnotherWindowAndAsTextThroughAnEditor()
      throws Exception {
    WholeWindow window = WholeWindow.open(folder.resolve(".settings"));
    Path file = Files.writeString(folder.resolve("from.yaml"), FROM);
    window.choose("new");
    window.willAnswer(file);
    press(window, KeyCode.O);
    window.await("the file", () -> window.file().name().equals("from.yaml"));
    window.canvas().clickOn("greet");
    press(window, KeyCode.C);
    assertEquals(
        "# speaks\n- name: greet\n  template: say\n",
        Screen.onWindow(() -> Clipboard.getSystemClipboard().getString()));

    press(window, KeyCode.N);
    press(window, KeyCode.V);
    assertPasted(window.canvas());

    List<Window> before = Screen.onWindow(() -> List.copyOf(Window.getWindows()));
    window.hand().holding(true, true).type(KeyCode.N);
    Screen second =
        Screen.of(
            (Stage)
                Screen.onWindow(
                    () ->
                        Window.getWindows().stream()
                            .filter(other -> !before.contains(other))
                            .findFirst()
                            .orElseThrow()));
    new Hand(second, second.scene().getRoot()).holding(false, true).type(KeyCode.V);
    Editor there = OnCanvas.in(second, window.file().editor(), ThemeChoice.LIGHT).model().editor();
    String pasted = Screen.onWindow(() -> there.state().get().text().toString());
    assertTrue(pasted.contains("- name: greet\n"), pasted);
    assertTrue(pasted.contains("- name: say # aloud\n"), pasted);
    Screen.doOnWindow(second.stage()::close);

    throughAnEditor(window);
    window.close();
  }

  /** Whoever writes a task in a text editor pastes it as if it had been copied here. */
  private static void throughAnEditor(WholeWindow window) {
    Screen.doOnWindow(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("  # written elsewhere\n  - name: other\n    template: say\n");
          Clipboard.getSystemClipboard().setContent(content);
        });
    press(window, KeyCode.V);
    assertTrue(
        window.canvas().text().contains("# written elsewhere\n"), () -> window.canvas().text());
    assertTrue(window.canvas().text().contains("- name: other\n"), () -> window.canvas().text());
  }

  private static void assertPasted(OnCanvas canvas) {
    assertTrue(canvas.text().contains("# speaks\n"), canvas::text);
    assertTrue(canvas.text().contains("- name: greet\n"), canvas::text);
    assertTrue(canvas.text().contains("- name: say # aloud\n"), canvas::text);
  }

  private static void press(WholeWindow window, KeyCode code) {
    window.hand().holding(false, true).type(code);
    window.screen().settle();
  }
}

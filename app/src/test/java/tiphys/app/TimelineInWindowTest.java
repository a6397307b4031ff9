// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.timeline.TimedRun;
import tiphys.model.graph.NodeId;

/** A run is looked at over time, beside its drawing. */
@SuppressWarnings("NullAway.Init") // opened before each test
final class TimelineInWindowTest {
  private static final String FILE =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {name: flow}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                - {name: fetch, template: sh}
                - {name: work, template: sh, depends: fetch, withItems: [a, b, c]}
                - {name: more, template: inner, depends: work}
          - name: inner
            dag:
              tasks:
                - {name: deep, template: sh}
                - {name: last, template: sh, depends: deep}
          - name: sh
            container: {image: busybox, command: [sh, -c, "true"]}
      """;

  @TempDir private Path folder;
  private WholeWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    window = WholeWindow.open(folder.resolve("settings"));
    Path file = Files.writeString(folder.resolve("flow.yaml"), FILE);
    Screen.doOnWindow(() -> window.window().desk().open(file));
    window.await("the file", () -> window.fileNames().contains("flow.yaml"));
    window.choose("show-timeline");
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void barAndTaskChooseEachOtherAlsoInsideOtherTemplates() throws Exception {
    assertTrue(emptyText().startsWith("Nothing has run yet"));
    Screen.doOnWindow(() -> window.file().editor().showRun(TimedRun.ofEverything()));
    window.await("the bars", () -> summary().startsWith("11 nodes"));

    Screen.doOnWindow(() -> window.file().editor().select(Selection.of(new NodeId("work"))));
    window.await("the bar of work", () -> spoken().startsWith("work, Succeeded, 47 s"));
    window.screen().picture("timeline-light");

    Screen.doOnWindow(() -> chart().requestFocus());
    window.hand().type(KeyCode.END, KeyCode.UP);
    assertEquals("deep, Succeeded, 12 s", spoken());
    assertEquals("inner", shownTemplate());
    assertTrue(chosen(new NodeId("deep")));

    window.hand().type(KeyCode.HOME);
    Hand hand = new Hand(window.screen(), chart());
    hand.click(300, 24 + 22 * 2 + 10);
    assertEquals("main", shownTemplate());
    assertTrue(chosen(new NodeId("work")));
    hand.holding(false, true).scroll(400, 60, 0, 40);
    window.screen().picture("timeline-zoomed");
  }

  @Test
  void enterLeadsToTheDetailsAndEverythingIsThereInTheDarkAndInJapanese() throws Exception {
    window.choose("theme-dark");
    window.choose("language-ja");
    window.choose("show-timeline");
    Screen.doOnWindow(() -> window.file().editor().showRun(TimedRun.ofEverything()));
    window.await("the bars", () -> summary().startsWith("ノード 11 個"));
    Screen.doOnWindow(() -> chart().requestFocus());
    window.hand().type(KeyCode.HOME, KeyCode.DOWN);
    window.screen().picture("timeline-dark-ja");
    window.hand().type(KeyCode.ENTER);
    window.await("the details", () -> window.screen().find("#run-nodes", Node.class) != null);
  }

  @Test
  void aWindowThatIsClosedWhileARunGoesOnIsLetGo() throws Exception {
    WeakReference<Editor> shown = new WeakReference<>(editorOfARunThatGoesOn());
    window.close();
    window = WholeWindow.open(folder.resolve("settings"));
    for (int i = 0; i < 100 && shown.get() != null; i++) {
      System.gc();
      window.screen().settle();
      Thread.sleep(20);
    }
    assertNull(shown.get());
  }

  private Editor editorOfARunThatGoesOn() throws Exception {
    Editor editor = window.file().editor();
    Screen.doOnWindow(() -> editor.showRun(TimedRun.ofEverything()));
    window.await("the bars", () -> summary().startsWith("11 nodes"));
    return editor;
  }

  private Node chart() {
    return window.screen().find("#timeline-chart", Node.class);
  }

  private String spoken() {
    return Screen.onWindow(() -> chart() == null ? "" : chart().getAccessibleText());
  }

  private String summary() {
    Label label = window.screen().find("#timeline-summary", Label.class);
    return label == null ? "" : Screen.onWindow(label::getText);
  }

  private String emptyText() {
    return Screen.onWindow(
        () -> window.screen().find(".timeline .panel-empty", Label.class).getText());
  }

  private String shownTemplate() {
    return Screen.onWindow(() -> window.file().editor().scope().orElseThrow().template().value());
  }

  private boolean chosen(NodeId node) {
    return Screen.onWindow(() -> window.file().editor().selection().get().has(node));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.canvas.OnCanvas;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.screen.Screen;

/**
 * Whole files edited by mouse and keyboard alone, from opening to saving; what is saved is compared
 * to the byte.
 */
class EditedByHandTest {
  private static final String CRON =
      """
      # Runs every night; ask the data team before you change it.
      apiVersion: argoproj.io/v1alpha1
      kind: CronWorkflow
      metadata:
        name: nightly   # also in the dashboard
      spec:
        schedules:
          - "0 3 * * *"
        concurrencyPolicy: Replace
        workflowSpec:
          entrypoint: main
          templates:
            - name: main
              container: {image: "alpine:3.23", command: [echo], args: [hello]}
      """;
  private static final String CRON_AFTER =
      """
      # Runs every night; ask the data team before you change it.
      apiVersion: argoproj.io/v1alpha1
      kind: CronWorkflow
      metadata:
        name: nightly   # also in the dashboard
      spec:
        schedules:
          - "30 4 * * 1-5"
          - "0 12 * * 6"
        timezone: Asia/Tokyo
        startingDeadlineSeconds: 60
        concurrencyPolicy: Forbid
        workflowSpec:
          entrypoint: main
          templates:
            - name: main
              container: {image: "alpine:3.23", command: [echo], args: [hello]}
      """;
  private static final String SET =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: pod-of-three-
      spec:
        entrypoint: main
        templates:
        - name: main
          # all of them share one folder
          volumes:
          - {name: work, emptyDir: {}}
          containerSet:
            containers:
            - name: load
              image: alpine
              command: [sh, -c]
              args: ["echo one > /data/x"]
            - name: main
              image: alpine
              # the controller waits for this one
              command: [cat, /data/x]
      """;
  private static final String SET_AFTER =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: pod-of-three-
      spec:
        entrypoint: main
        templates:
        - name: main
          # all of them share one folder
          volumes:
          - {name: work, emptyDir: {}}
          containerSet:
            volumeMounts:
            - name: work
              mountPath: /data
            containers:
            - name: load
              image: busybox
              command: [sh, -c]
              args: ["echo one > /data/x"]
            - name: main
              image: alpine
              dependencies:
              - load
              # the controller waits for this one
              command: [cat, /data/x]
      """;

  @TempDir private Path folder;

  /** One window with a file in it. */
  private record Work(WholeWindow window, Path file) implements AutoCloseable {
    static Work on(Path folder, String text) throws Exception {
      Path file = Files.writeString(folder.resolve("edited.yaml"), text);
      WholeWindow window = WholeWindow.open(folder.resolve("settings"));
      window.willAnswer(file);
      Work work = new Work(window, file);
      work.press("Shortcut+O");
      window.await("the file", () -> !window.fileNames().isEmpty());
      return work;
    }

    /** Keys of the menu, as the scene gives them to it. */
    void press(String keys) {
      Runnable action =
          Objects.requireNonNull(
              window.screen().scene().getAccelerators().get(KeyCombination.valueOf(keys)), keys);
      Screen.doOnWindow(action);
      window.screen().settle();
    }

    void keys(KeyCode... codes) {
      window.hand().type(codes);
    }

    /** Over all that stands in the field that has the keyboard. */
    void writeOver(String text) {
      window.hand().holding(false, true).type(KeyCode.A);
      window.hand().write(text);
      keys(KeyCode.ENTER);
    }

    /** Brings a field into the form, and the keyboard into it. */
    void find(String query) throws InterruptedException {
      press("Shortcut+Shift+I");
      window.hand().write(query);
      keys(KeyCode.ENTER);
      window.await("the field", () -> !focusedId().equals("inspector-find"));
    }

    String focusedId() {
      return Screen.onWindow(
          () ->
              Optional.ofNullable(window.screen().scene().getFocusOwner())
                  .map(Node::getId)
                  .orElse(""));
    }

    void tabTo(String id) {
      for (int i = 0; i < 80 && !focusedId().endsWith(id); i++) {
        keys(KeyCode.TAB);
      }
      assertEquals(id, focusedId().substring(Math.max(0, focusedId().length() - id.length())));
    }

    void click(String id) {
      Node node =
          Screen.onWindow(
              () ->
                  window.screen().scene().getRoot().lookupAll(".inspector *").stream()
                      .filter(found -> found.getId() != null && found.getId().endsWith(id))
                      .findFirst()
                      .orElseThrow(() -> new AssertionError("no " + id)));
      Bounds bounds = Screen.onWindow(() -> node.localToScene(node.getBoundsInLocal()));
      window.hand().click(bounds.getCenterX(), bounds.getCenterY());
    }

    void save() throws InterruptedException {
      press("Shortcut+S");
      window.await("the saving", () -> window.file().editor().saved().get());
    }

    @Override
    public void close() {
      window.close();
    }
  }

  @Test
  void aCronWorkflow() throws Exception {
    try (Work work = Work.on(folder, CRON)) {
      work.click("spec.schedules.0");
      work.writeOver("30 4 * * 1-5");
      work.keys(KeyCode.TAB);
      work.window().hand().write("0 12 * * 6");
      work.keys(KeyCode.ENTER);
      work.tabTo("spec.timezone");
      work.window().hand().write("Asia/Tokyo");
      work.keys(KeyCode.ENTER);
      work.tabTo("spec.concurrencyPolicy");
      work.keys(KeyCode.UP);
      work.find("startingDeadline");
      work.window().hand().write("60");
      work.keys(KeyCode.ENTER);
      work.window().screen().picture("by-hand-cron");
      work.save();

      assertEquals(CRON_AFTER, Files.readString(work.file()));
      for (int i = 0; i < 5; i++) {
        work.press("Shortcut+Z");
      }
      work.save();
      assertEquals(CRON, Files.readString(work.file()));
    }
  }

  @Test
  void aContainerSet() throws Exception {
    try (Work work = Work.on(folder, SET)) {
      OnCanvas canvas = work.window().canvas();
      work.window().showInspectorPage(1);
      work.find("volumeMounts");
      work.window().hand().write("work=/data");
      work.keys(KeyCode.ENTER);
      Point2D from = canvas.portOf("load", Port.OUT);
      Point2D to = canvas.middleOf("main");
      canvas.hand().drag(from.getX(), from.getY(), to.getX(), to.getY());
      canvas.clickOn("load");
      work.click("task.image");
      work.writeOver("busybox");
      work.window().screen().picture("by-hand-container-set");
      work.save();

      assertEquals(SET_AFTER, Files.readString(work.file()));
    }
  }
}

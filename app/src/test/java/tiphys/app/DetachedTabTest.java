// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.files.OpenFile;
import tiphys.app.screen.Screen;

/** A tab becomes a window of its own, and comes back, with all that belongs to its file. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
final class DetachedTabTest {
  private static final String RUN =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {name: wait}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                - {name: first, template: wait}
                - {name: second, template: wait, depends: first}
          - name: wait
            script:
              image: busybox
              command: [sh]
              source: while [ ! -e PATH ]; do sleep 0.05; done
      """;

  @TempDir Path folder;
  private WholeWindow window;
  private OpenFile file;

  @BeforeEach
  void openTwoFiles() throws Exception {
    window = WholeWindow.open(folder.resolve("settings"));
    Path path = folder.resolve("wait.yaml");
    Files.writeString(path, RUN.replace("PATH", folder.resolve("go").toString()));
    window.choose("example-diamond");
    Screen.doOnWindow(() -> window.window().desk().open(path));
    window.await("the file", () -> window.fileNames().contains("wait.yaml"));
    file = window.file();
  }

  @AfterEach
  void closeWindows() {
    Screen.doOnWindow(() -> second().ifPresent(Stage::close));
    window.close();
  }

  @Test
  void itGoesAndComesBackWithItsUndoItsSelectionAndTheRunThatGoesOn() throws Exception {
    window.canvas().clickOn("second");
    window.choose("duplicate");
    window.choose("undo");
    window.choose("redo");
    window.choose("undo");
    window.canvas().clickOn("first");
    window.choose("run");
    window.await("the run", () -> !window.canvas().phases().isEmpty());

    window.choose("detach");
    window.await("the other window", () -> tabs().equals(List.of("wait.yaml")));
    assertEquals(List.of("diamond.yaml"), window.fileNames());
    Screen other = Screen.of(Screen.onWindow(() -> second().orElseThrow()));
    other.picture("detached-tab");
    assertEquals(
        "first",
        Screen.onWindow(() -> file.editor().selection().get().single().orElseThrow().value()));
    assertTrue(label("redo").contains("Duplicate"), label("redo"));
    assertFalse(item("stop").isDisable(), "the run goes on");

    Files.createFile(folder.resolve("go"));
    window.await("its end", () -> Screen.onWindow(() -> item("stop").isDisable()));
    fire("redo");
    assertTrue(text().contains("second-2"), text());
    fire("bring-back");
    window.await("the tab", () -> window.fileNames().equals(List.of("diamond.yaml", "wait.yaml")));
    window.await("the end of the empty window", () -> Screen.onWindow(() -> second().isEmpty()));
    assertEquals(file, window.file());
    window.choose("undo");
    assertFalse(text().contains("second-2"), text());
    assertEquals(2, window.canvas().phases().size());
  }

  @Test
  void itIsDraggedOutOfTheWindowAndToAnotherPlace() throws Exception {
    Node tab = tab("wait.yaml");
    Stage stage = window.screen().stage();
    double x = Screen.onWindow(() -> stage.getX() + 40);
    double y = Screen.onWindow(() -> stage.getY() + 60);
    drag(tab, x + 200, y, x, y);
    assertEquals(List.of("wait.yaml", "diamond.yaml"), window.fileNames());
    window.choose("tab-right");
    assertEquals(List.of("diamond.yaml", "wait.yaml"), window.fileNames());

    drag(tab("wait.yaml"), x, y, x, y + 4000);
    window.await("the other window", () -> tabs().equals(List.of("wait.yaml")));
  }

  @Test
  void closingItAsksAsAlways() throws Exception {
    window.canvas().clickOn("second");
    window.choose("duplicate");
    window.choose("detach");
    window.await("the other window", () -> tabs().equals(List.of("wait.yaml")));

    window.willKeepUnsaved();
    Screen.doOnWindow(
        () -> {
          Stage stage = second().orElseThrow();
          stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
    assertEquals(List.of("wait.yaml"), window.askedUnsaved());
    assertTrue(Screen.onWindow(() -> second().isPresent()), "it stays, as it was asked to");
  }

  private static void drag(Node tab, double fromX, double fromY, double toX, double toY) {
    Screen.doOnWindow(
        () -> {
          tab.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, fromX, fromY));
          tab.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, toX, toY));
          tab.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, toX, toY));
        });
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        0,
        0,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  private Node tab(String name) {
    return Screen.onWindow(
        () ->
            window.screen().scene().getRoot().lookupAll(".file-tab").stream()
                .filter(tab -> name(tab).equals(name))
                .findFirst()
                .orElseThrow());
  }

  private static String name(Node tab) {
    return ((ToggleButton) tab.lookup(".toggle-button")).getText();
  }

  /** Those of the other window. */
  private List<String> tabs() {
    return Screen.onWindow(
        () ->
            second().stream()
                .flatMap(stage -> stage.getScene().getRoot().lookupAll(".file-tab").stream())
                .map(DetachedTabTest::name)
                .toList());
  }

  private Optional<Stage> second() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(stage -> !stage.equals(window.screen().stage()))
        .filter(stage -> stage.getScene().getRoot().lookup(".tab-strip") != null)
        .findFirst();
  }

  private MenuItem item(String action) {
    return Screen.onWindow(
        () -> {
          MenuBar bar = (MenuBar) second().orElseThrow().getScene().getRoot().lookup(".menu-bar");
          return bar.getMenus().stream()
              .map(Menu::getItems)
              .flatMap(List::stream)
              .filter(entry -> ("action-" + action).equals(entry.getId()))
              .findFirst()
              .orElseThrow();
        });
  }

  private void fire(String action) {
    MenuItem item = item(action);
    Screen.doOnWindow(item::fire);
  }

  private String label(String action) {
    MenuItem item = item(action);
    return Screen.onWindow(item::getText);
  }

  private String text() {
    return Screen.onWindow(() -> file.editor().state().get().text().toString());
  }
}

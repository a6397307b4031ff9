// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

class HooksOnCanvasTest {
  private static final String HOOKED =
      OnCanvas.HEAD.replace("  entrypoint: main\n", "  entrypoint: main\n  onExit: clean-up\n")
          + """
              - name: main
                dag:
                  tasks:
                    - name: load
                      template: echo
                      hooks:
                        exit: {template: clean-up}
                        failed: {template: alarm, expression: 'tasks.load.status == "Failed"'}
                    - {name: sum, depends: load, template: echo, onExit: alarm}
              - name: clean-up
                container: {image: "alpine:3.23"}
              - name: alarm
                container: {image: "alpine:3.23"}
          """;

  @Test
  void hooksHangAtTheirTasksAndAtTheEndOfTheWorkflow() {
    OnCanvas canvas = OnCanvas.show(HOOKED, ThemeChoice.LIGHT);

    assertEquals(List.of("exit", "failed"), names(canvas, Optional.of("load")));
    assertEquals(List.of("exit"), names(canvas, Optional.of("sum")));
    assertEquals(List.of("exit"), names(canvas, Optional.empty()));
    canvas.picture("hooks");
    OnCanvas.show(HOOKED, ThemeChoice.DARK, Language.JAPANESE).picture("hooks-ja");
  }

  @Test
  void aClickShowsAHookInTheSourceAndASecondOneItsTemplate() {
    OnCanvas canvas = OnCanvas.show(HOOKED, ThemeChoice.LIGHT);

    Point2D at = middleOf(canvas, Optional.of("load"), "failed");
    canvas.hand().moveTo(at.getX(), at.getY());
    canvas.hand().click(at.getX(), at.getY());
    assertEquals(Set.of(new NodeId("load")), canvas.selected());
    assertEquals("failed", revealed(canvas));

    Point2D end = middleOf(canvas, Optional.empty(), "exit");
    canvas.hand().doubleClick(end.getX(), end.getY());
    assertEquals("clean-up", canvas.scopeName());
  }

  @Test
  void aHookIsAddedByKeyGivenItsExpressionAndTakenAwayAgain() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("B");
    new tiphys.app.screen.Hand(canvas.screen(), canvas.view()).holding(true, false).type(KeyCode.H);

    choose(open(), "hook-when", "hook-when-echo");
    canvas.screen().settle();
    TextField field =
        Screen.onWindow(
            () ->
                canvas.view().lookupAll(".rename .text-field").stream()
                    .map(TextField.class::cast)
                    .filter(candidate -> candidate.getParent().isVisible())
                    .findFirst()
                    .orElseThrow());
    assertEquals("tasks[\"B\"].status == \"Failed\"", Screen.onWindow(field::getText));
    canvas.hand().writeInto(field, "tasks.B.status == \"Running\"");
    canvas.hand().type(KeyCode.ENTER);
    assertTrue(canvas.text().contains("failed: {template: echo, expression:"), canvas.text());
    assertTrue(canvas.text().contains("Running"), canvas.text());
    canvas.picture("hook-added");

    Point2D at = middleOf(canvas, Optional.of("B"), "failed");
    Screen.doOnWindow(
        () ->
            canvas
                .view()
                .hookMenu(Optional.of(new NodeId("B")), hook(canvas, Optional.of("B"), "failed"))
                .getItems()
                .getLast()
                .fire());
    canvas.screen().settle();
    assertFalse(canvas.text().contains("hooks"), canvas.text() + at);
  }

  @Test
  void theWorkflowGetsAnEndWhereNoTaskIsChosen() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.hand().click(20, 400);
    canvas.hand().holding(true, false).type(KeyCode.H);

    choose(open(), "hook-exit", "hook-exit-echo");
    canvas.screen().settle();

    assertTrue(canvas.text().contains("  onExit: echo\n"), canvas.text());
    assertEquals(List.of("exit"), names(canvas, Optional.empty()));
    canvas.undo();
    assertEquals(OnCanvas.DIAMOND, canvas.text());
  }

  private static ContextMenu open() {
    return Screen.onWindow(
        () ->
            javafx.stage.Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(menu -> menu.getStyleClass().contains("hook-menu"))
                .findFirst()
                .orElseThrow());
  }

  private static void choose(ContextMenu menu, String submenu, String id) {
    Screen.doOnWindow(
        () -> {
          Menu inside =
              (Menu)
                  menu.getItems().stream()
                      .filter(item -> submenu.equals(item.getId()))
                      .findFirst()
                      .orElseThrow();
          List<MenuItem> items = new ArrayList<>(inside.getItems());
          menu.hide();
          items.stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire();
        });
  }

  private static List<FlowHook> hooks(OnCanvas canvas, Optional<String> owner) {
    return owner
        .map(name -> canvas.model().drawing().node(new NodeId(name)).orElseThrow().hooks())
        .orElseGet(() -> canvas.model().drawing().hooks());
  }

  private static FlowHook hook(OnCanvas canvas, Optional<String> owner, String name) {
    return hooks(canvas, owner).stream()
        .filter(hook -> hook.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(OnCanvas canvas, Optional<String> owner) {
    return Screen.onWindow(() -> hooks(canvas, owner).stream().map(FlowHook::name).toList());
  }

  private static Point2D middleOf(OnCanvas canvas, Optional<String> owner, String name) {
    return Screen.onWindow(
        () -> {
          Box box =
              canvas
                  .model()
                  .drawing()
                  .boxOf(owner.map(NodeId::new), hook(canvas, owner, name))
                  .orElseThrow();
          return canvas
              .model()
              .viewport()
              .toView(new Point(box.x() + box.width() / 2, box.y() + box.height() / 2));
        });
  }

  private static String revealed(OnCanvas canvas) {
    return Screen.onWindow(
        () ->
            canvas
                .editor()
                .state()
                .get()
                .text()
                .slice(canvas.editor().reveal().get().orElseThrow().range()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.workflow.TemplateName;

/** What tasks run, whether they run, notes on them, and their templates, by keys. */
class StructureEditingTest {
  private static final String BLOCK =
      OnCanvas.HEAD
          + """
              - name: main
                dag:
                  tasks:
                    - name: A
                      template: echo
                    - name: B
                      depends: A
                      template: echo
                    - name: C
                      depends: B
                      template: echo
          """;

  @Test
  void anotherTemplateIsCalledAfterAnR() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("B");

    canvas.hand().type(KeyCode.R);
    canvas.typeInto(".create-menu .text-field", "suspend");
    canvas.hand().type(KeyCode.ENTER);

    assertTrue(canvas.text().contains("{name: B, depends: A, template: suspend}"), canvas.text());
    assertTrue(canvas.edges().containsAll(Set.of("A→B", "B→D")));
  }

  @Test
  void aDisabledTaskIsPaleAndComesBackAsItWas() {
    for (Language language : Language.values()) {
      OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.DARK, language);
      canvas.clickOn("B");

      canvas.hand().type(KeyCode.D);
      assertTrue(canvas.text().contains("template: echo, when: \"false\"}"), canvas.text());
      canvas.picture("canvas-disabled-" + language);
      canvas.hand().type(KeyCode.D);

      assertEquals(OnCanvas.DIAMOND, canvas.text());
    }
  }

  @Test
  void aNoteIsWrittenAboveATaskAndShownBelowItsCard() {
    OnCanvas canvas = OnCanvas.show(BLOCK, ThemeChoice.LIGHT);
    canvas.clickOn("B");

    canvas.hand().holding(true, false).type(KeyCode.S);
    TextArea field = canvas.screen().find(".note .text-area", TextArea.class);
    Screen.doOnWindow(() -> field.setText("not before A\nis there"));
    canvas.hand().holding(false, true).type(KeyCode.ENTER);

    assertTrue(
        canvas
            .text()
            .contains("          # not before A\n          # is there\n          - name: B"),
        canvas.text());
    canvas.picture("canvas-note");
  }

  @Test
  void tasksAreExtractedAndPutBack() {
    OnCanvas canvas = OnCanvas.show(BLOCK, ThemeChoice.LIGHT);
    canvas.clickOn("A");
    canvas
        .hand()
        .holding(true, false)
        .click(canvas.middleOf("B").getX(), canvas.middleOf("B").getY());

    use(canvas, EditTool.EXTRACT);
    assertEquals(Set.of("extracted→C"), canvas.edges());
    canvas.picture("canvas-extracted");
    Screen.doOnWindow(() -> canvas.model().select(Selection.of(new NodeId("extracted"))));
    use(canvas, EditTool.INLINE);

    assertEquals(Set.of("A→B", "B→C"), canvas.edges());
  }

  @Test
  void theKindMenuSaysWhatWouldBeLost() {
    OnCanvas canvas =
        OnCanvas.show(
            BLOCK.replace("{image: \"alpine:3.23\"}", "{image: \"alpine:3.23\", args: [a]}"),
            ThemeChoice.LIGHT);
    canvas.clickOn("A");

    canvas.hand().holding(true, false).type(KeyCode.R);
    MenuItem script = item("kind-menu", "kind-script");
    assertEquals("Script (without args)", script.getText());
    Screen.doOnWindow(script::fire);
    close();

    assertTrue(
        canvas.text().contains("script: {image: \"alpine:3.23\", command: [python]"),
        canvas.text());
  }

  @Test
  void anInputIsAddedAndRenamedEverywhere() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("A");

    canvas.hand().holding(true, false).type(KeyCode.I);
    Screen.doOnWindow(item("slot-menu", "add-input-parameter")::fire);
    close();
    answer(canvas, "who");
    assertEquals(
        4, canvas.text().split("\\{name: who, value: \"\"\\}", -1).length - 1, canvas.text());
    canvas.hand().holding(true, false).type(KeyCode.I);
    Screen.doOnWindow(item("slot-menu", "rename-who")::fire);
    close();
    answer(canvas, "whom");

    assertFalse(canvas.text().contains("name: who,"), canvas.text());
    assertEquals(4, canvas.text().split("\\{name: whom, value: \"\"\\}", -1).length - 1);
  }

  @Test
  void theTemplateOfACardAndTheOneThatIsShownGetAnotherName() {
    for (Language language : Language.values()) {
      OnCanvas canvas = OnCanvas.show(BLOCK, ThemeChoice.DARK, language);
      canvas.clickOn("B");

      canvas.hand().holding(true, false).type(KeyCode.F2);
      canvas.picture("canvas-rename-template-" + language);
      answer(canvas, "say");
      assertEquals(BLOCK.replace("echo", "say"), canvas.text());

      Screen.doOnWindow(() -> canvas.model().select(Selection.NONE));
      canvas.hand().holding(true, false).type(KeyCode.F2);
      canvas.picture("canvas-rename-shown-" + language);
      answer(canvas, "say");
      assertTrue(canvas.text().contains("- name: main"), "the name is taken");
      answer(canvas, "all");
      assertEquals(BLOCK.replace("echo", "say").replace(": main", ": all"), canvas.text());
      assertEquals(Set.of("A→B", "B→C"), canvas.edges());
    }
  }

  @Test
  void theOneCardOfALeafIsItsTemplate() {
    OnCanvas canvas = OnCanvas.show(BLOCK, ThemeChoice.LIGHT);
    Screen.doOnWindow(() -> canvas.model().editor().open(new Scope(0, new TemplateName("echo"))));
    canvas.screen().settle();
    canvas.clickOn("echo");

    canvas.hand().type(KeyCode.F2);
    answer(canvas, "say");

    assertEquals(BLOCK.replace("echo", "say"), canvas.text());
    assertEquals(
        "say",
        Screen.onWindow(() -> canvas.model().editor().scope().orElseThrow().template().value()));
  }

  @Test
  void aTaskMovesInTheText() {
    OnCanvas canvas = OnCanvas.show(BLOCK, ThemeChoice.LIGHT);
    canvas.clickOn("A");

    use(canvas, EditTool.MOVE_DOWN);
    assertTrue(canvas.text().indexOf("name: B") < canvas.text().indexOf("name: A"));
    use(canvas, EditTool.MOVE_UP);

    assertEquals(BLOCK, canvas.text());
  }

  private static void use(OnCanvas canvas, EditTool tool) {
    Screen.doOnWindow(() -> canvas.view().use(tool));
    canvas.screen().settle();
  }

  private static void answer(OnCanvas canvas, String text) {
    canvas.screen().settle();
    Screen.doOnWindow(
        () ->
            canvas.view().lookupAll(".rename .text-field").stream()
                .filter(field -> field.getParent().isVisible())
                .forEach(field -> ((TextField) field).setText(text)));
    canvas.hand().holding(false, false).type(KeyCode.ENTER);
  }

  private static MenuItem item(String menu, String id) {
    return Screen.onWindow(
        () ->
            menus()
                .filter(open -> open.getStyleClass().contains(menu))
                .flatMap(open -> deep(open.getItems()))
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow());
  }

  private static Stream<MenuItem> deep(List<MenuItem> items) {
    return items.stream()
        .flatMap(
            item ->
                item instanceof Menu menu
                    ? Stream.concat(Stream.of(item), deep(menu.getItems()))
                    : Stream.of(item));
  }

  private static void close() {
    Screen.doOnWindow(() -> menus().toList().forEach(ContextMenu::hide));
  }

  private static Stream<ContextMenu> menus() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast);
  }
}

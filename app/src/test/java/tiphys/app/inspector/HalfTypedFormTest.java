// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/** The form while the text cannot be read as a whole. */
class HalfTypedFormTest {
  private static final String TEXT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: half-
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                - name: load
                  template: say
                - name: check
                  depends: load
                  template: say
                  when: "1 > 0"
          - name: say
            container: {image: alpine}
      """;

  private final Editor editor = new Editor(Diagram.open(SourceText.of(TEXT), Positions.NONE));
  private @Nullable Screen screen;

  private void show(Language language, ThemeChoice theme) {
    screen = Screen.show(() -> new InspectorView(editor, Messages.in(language)), 340, 700, theme);
    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("check"))));
    screen().settle();
  }

  @Test
  void onlyTheRowWhoseTextIsBrokenIsGreyedAndTheOthersAreWritten() {
    show(Language.ENGLISH, ThemeChoice.LIGHT);
    int at = TEXT.indexOf("\"1 > 0");
    type(at, "[");
    screen().picture("half-typed-form-light");

    assertTrue(isGreyed("task.when"));
    assertEquals("1 > 0", textOf("task.when"));
    assertFalse(isGreyed("task.depends"));
    assertFalse(isGreyed("task.template"));
    assertEquals(
        "say", Screen.onWindow(() -> ((ComboBox<?>) byId("field-task.template")).getValue()));

    fill("task.depends", "load.Failed");
    assertTrue(text().contains("depends: load.Failed\n"), text());
    assertTrue(text().contains("when: [\"1 > 0"), text());

    Screen.doOnWindow(() -> editor.undo());
    type(at, "", 1);
    assertEquals(TEXT, text());
    assertFalse(isGreyed("task.when"));
    fill("task.when", "2 > 1");
    assertTrue(text().contains("when: \"2 > 1\"\n"), text());
  }

  @Test
  void aTaskThatIsBrokenAsAWholeKeepsItsFormAndTheOtherPageStaysInUse() {
    show(Language.JAPANESE, ThemeChoice.DARK);
    type(TEXT.indexOf("name: check") + 6, "\"");
    screen().picture("half-typed-form-ja-dark");

    for (String row : List.of("task.name", "task.template", "task.when")) {
      assertTrue(isGreyed(row), row);
    }
    assertEquals("check", textOf("task.name"));
    Screen.doOnWindow(
        () -> screen().find(".tab-pane", TabPane.class).getSelectionModel().select(1));
    screen().settle();
    String image = idOf(".image");
    assertFalse(isGreyed(image.substring("field-".length())));
  }

  private void type(int at, String typed) {
    type(at, typed, 0);
  }

  private void type(int at, String typed, int instead) {
    Screen.doOnWindow(() -> editor.type(TextEdits.of(TextEdit.replace(at, at + instead, typed))));
    screen().settle();
  }

  private void fill(String row, String text) {
    Hand hand = new Hand(screen(), screen().scene().getRoot());
    hand.writeInto((TextInputControl) Screen.onWindow(() -> byId("field-" + row)), text);
    hand.type(KeyCode.ENTER);
  }

  private boolean isGreyed(String row) {
    return Screen.onWindow(() -> byId("field-" + row).isDisabled());
  }

  private String textOf(String row) {
    return Screen.onWindow(() -> ((TextInputControl) byId("field-" + row)).getText());
  }

  private String idOf(String ending) {
    return Screen.onWindow(
        () ->
            screen().scene().getRoot().lookupAll("*").stream()
                .map(Node::getId)
                .filter(id -> id != null && id.toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst()
                .orElseThrow());
  }

  private Node byId(String id) {
    return screen().scene().getRoot().lookupAll("*").stream()
        .filter(node -> id.equals(node.getId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id));
  }

  private Screen screen() {
    return Objects.requireNonNull(screen);
  }

  private String text() {
    return editor.state().get().text().toString();
  }
}

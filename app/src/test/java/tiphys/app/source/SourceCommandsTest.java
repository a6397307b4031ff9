// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Editor;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

class SourceCommandsTest {
  private static final String FLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: talk-}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                - name: ask
                  template: say
                - name: tell
                  depends: ask
                  template: say
                  when: "{{tasks.ask.status}} == Succeeded"
          - name: say
            container: {image: busybox}
      """;

  private final Editor editor = new Editor(Diagram.open(SourceText.of(FLOW), Positions.NONE));
  private final SourceView view = show(ThemeChoice.LIGHT);

  @AfterEach
  void hidePopups() {
    Screen.doOnWindow(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  @Test
  void theDefinitionOfANameIsOneKeyAway() {
    putCaret("depends: ask", 9);

    press(KeyCode.F12, false, false);

    assertEquals("ask", selected());
    assertEquals(FLOW.indexOf("name: ask") + "name: ask".length(), caret());
  }

  @Test
  void theUsagesOfANameAreListedAndGoneTo() {
    putCaret("name: say", 7);

    press(KeyCode.F12, true, false);

    assertEquals(List.of("11  template: say", "14  template: say", "16  - name: say"), suggested());
    press(KeyCode.DOWN, false, false);
    press(KeyCode.ENTER, false, false);
    assertEquals(FLOW.lastIndexOf("template: say") + "template: say".length(), caret());
  }

  @Test
  void aNameIsChangedWhereverItIsWritten() {
    putCaret("name: ask", 7);
    press(KeyCode.F2, false, false);
    TextField field = promptField();

    Screen.doOnWindow(() -> field.setText("tell"));
    assertTrue(refusal().contains("tell"), refusal());
    Screen.doOnWindow(
        () -> {
          field.setText("listen");
          field.fireEvent(key(KeyEvent.KEY_PRESSED, KeyCode.ENTER, false, false));
        });

    assertEquals(
        FLOW.replace("name: ask", "name: listen")
            .replace("depends: ask", "depends: listen")
            .replace("tasks.ask", "tasks.listen"),
        text());
    Screen.doOnWindow(editor::undo);
    assertEquals(FLOW, text());
  }

  @Test
  void whatCanBeWrittenIsOfferedAndTaken() {
    putCaret("template: say", 13);
    type("\n            conti");

    press(KeyCode.SPACE, false, true);

    assertEquals(List.of("continueOn"), suggested());
    press(KeyCode.ENTER, false, false);
    assertTrue(
        text().contains("            template: say\n            continueOn:\n              \n"),
        text());
  }

  @Test
  void namesInTagsAreOfferedAsOneTypes() {
    int when = FLOW.indexOf("\"{{tasks");
    Screen.doOnWindow(() -> view.area().select(view.positionOf(when + 1)));
    type("{");
    type("{");
    assertTrue(suggested().contains("tasks.ask.status"), "" + suggested());

    type("t");
    type("asks.ask.fin");
    press(KeyCode.ENTER, false, false);

    assertTrue(text().contains("when: \"{{tasks.ask.finishedAt}}{{tasks"), text());
  }

  @Test
  void aNameUnderThePointerIsToldInWords() {
    assertEquals("Task ask of main, named in 3 places.", said(FLOW.indexOf("tasks.ask") + 7));
    assertTrue(said(FLOW.indexOf("entrypoint")).startsWith("entrypoint — "));
    assertEquals("", said(FLOW.indexOf("talk-")));
  }

  @Test
  void theOffersCanBeLookedAt() throws Exception {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      SourceView shown = show(theme);
      Screen.doOnWindow(
          () -> {
            shown.area().requestFocus();
            shown.area().select(shown.positionOf(FLOW.indexOf("ask\n")));
            shown.commands().findUsages();
          });
      Screen.pictureOf(
          shown.commands().suggestions().getScene(),
          "source-usages-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  private SourceView show(ThemeChoice theme) {
    SourceView[] made = new SourceView[1];
    Screen.show(
        () -> made[0] = new SourceView(editor, Messages.in(Language.ENGLISH)), 640, 600, theme);
    return made[0];
  }

  private void putCaret(String at, int offset) {
    Screen.doOnWindow(
        () -> {
          view.area().requestFocus();
          view.area().select(view.positionOf(FLOW.indexOf(at) + offset));
        });
  }

  private void press(KeyCode code, boolean shift, boolean control) {
    Screen.doOnWindow(() -> view.area().fireEvent(key(KeyEvent.KEY_PRESSED, code, shift, control)));
  }

  private void type(String written) {
    Screen.doOnWindow(
        () -> {
          TextPos caret = view.area().getCaretPosition();
          view.area().select(view.area().replaceText(caret, caret, written));
        });
    Screen.doOnWindow(() -> {});
  }

  private static KeyEvent key(
      javafx.event.EventType<KeyEvent> type, KeyCode code, boolean shift, boolean control) {
    return new KeyEvent(type, "", "", code, shift, control, false, false);
  }

  private List<String> suggested() {
    return Screen.onWindow(() -> view.commands().suggestions().texts());
  }

  @Test
  void whatMendsAProblemStandsInTheCardAtThePointer() {
    int at = FLOW.indexOf("depends: ask") + 9;
    Screen.doOnWindow(() -> editor.type(TextEdits.of(TextEdit.replace(at, at + 3, "asc"))));
    SourceHand.settle();
    Screen.doOnWindow(() -> view.hover().show(at + 1, 40, 40));
    VBox card = Screen.onWindow(() -> (VBox) view.hover().card().getContent().getFirst());
    Screen.pictureOf(Screen.onWindow(card::getScene), "source-hover-fix");
    Hyperlink fix = Screen.onWindow(() -> (Hyperlink) card.lookup(".hyperlink"));
    assertTrue(fix.getText().contains("ask"), fix.getText());
    Screen.doOnWindow(fix::fire);

    assertEquals(FLOW, text());
    assertTrue(!Screen.onWindow(() -> view.hover().card().isShowing()));
  }

  @Test
  void theBracketThatBelongsToTheOneAtTheCaretIsMarked() {
    for (String[] pair :
        new String[][] {
          {"{generateName", "}"},
          {"{{tasks.ask", "} =="},
          {"{tasks.ask", "}} =="},
          {"{image", "}\n"}
        }) {
      int first = FLOW.indexOf(pair[0]);
      int second = FLOW.indexOf(pair[1], first);
      putCaret(pair[0], 1);
      SourceHand.settle();
      Brackets.Pair found = Screen.onWindow(() -> view.brackets().orElseThrow());
      assertEquals(
          Set.of(first, second), Set.of(found.first(), found.second().orElse(-1)), pair[0]);
    }
    Screen.pictureOf(Screen.onWindow(view::getScene), "source-brackets");

    putCaret("entrypoint", 1);
    SourceHand.settle();
    assertTrue(Screen.onWindow(() -> view.brackets().isEmpty()));
  }

  @Test
  void aBracketThatNothingBelongsToIsMarkedAsAlone() {
    int at = FLOW.indexOf("}} ==");
    Screen.doOnWindow(() -> editor.type(TextEdits.of(TextEdit.replace(at, at + 1, ""))));
    SourceHand.settle();
    putCaret("{{tasks.ask", 1);
    SourceHand.settle();

    assertTrue(Screen.onWindow(() -> view.brackets().orElseThrow().second().isEmpty()));
  }

  private TextField promptField() {
    return Screen.onWindow(
        () ->
            Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#source-rename"))
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private String refusal() {
    TextField field = promptField();
    return Screen.onWindow(
        () -> ((Labeled) field.getScene().getRoot().lookup(".prompt-refusal")).getText());
  }

  private String said(int offset) {
    return Screen.onWindow(() -> String.join("\n\n", view.hover().sentences(offset)));
  }

  private String selected() {
    return Screen.onWindow(
        () -> editor.selection().get().single().map(node -> node.value()).orElse(""));
  }

  private int caret() {
    return Screen.onWindow(view::caretOffset);
  }

  private String text() {
    return Screen.onWindow(() -> editor.state().get().text().toString());
  }
}

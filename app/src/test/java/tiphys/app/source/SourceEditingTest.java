// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Selection;
import tiphys.app.editor.SourceTool;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/** What one does in a source with keys and pointer, as in any good editor. */
class SourceEditingTest {
  private static final String FLOW =
      """
      kind: Workflow
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
        - name: say
          script:
            image: python
            source: |
              # greets
              print("hello")

              print("bye")
      """;

  @AfterEach
  void hidePopups() {
    Screen.doOnWindow(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  @Test
  void theCaretStaysAtItsWordsWhileLinesAboveItComeAndGoElsewhere() {
    SourceHand hand = new SourceHand("a: 1\nb: 2\nc: three\n");
    int at = hand.text().indexOf("three");
    hand.select(at, at + 2);
    Screen.doOnWindow(hand.screen.scene().getRoot()::requestFocus);
    Screen.doOnWindow(
        () -> {
          hand.editor.takeOver(TextEdits.of(TextEdit.replace(0, 0, "# two\n# lines\n")));
          hand.editor.takeOver(TextEdits.of(TextEdit.replace(0, 6, "")));
        });
    hand.screen.settle();

    assertEquals("th", hand.selected());
    hand.undo();
    hand.undo();
    hand.screen.settle();
    assertEquals("th", hand.selected());
  }

  @Test
  void partsAreFoldedAwayAndShownAgainByKeysAndTheTextStaysAsItIs() {
    SourceHand hand = new SourceHand(FLOW);
    hand.caretAt("tasks:");

    hand.use(SourceTool.FOLD);
    assertEquals(FLOW.lines().count() + 1 - 5, hand.paragraphs().size());
    assertEquals("      tasks:", hand.paragraphs().get(6));
    assertEquals("  - name: say", hand.paragraphs().get(7));
    hand.use(SourceTool.FOLD);
    assertEquals("    dag:", hand.paragraphs().get(5));
    assertEquals("  - name: say", hand.paragraphs().get(6));

    hand.use(SourceTool.UNFOLD);
    assertEquals("      tasks:", hand.paragraphs().get(6));
    assertEquals("  - name: say", hand.paragraphs().get(7));

    hand.use(SourceTool.FOLD_ALL);
    assertEquals(List.of("kind: Workflow", "spec:", ""), hand.paragraphs());
    hand.use(SourceTool.UNFOLD_ALL);
    assertEquals(FLOW, String.join("\n", hand.paragraphs()));
    assertEquals(FLOW, hand.text());
    assertEquals(java.util.Optional.empty(), hand.editor.undoable().get());
  }

  @Test
  void aBlockOfTextIsFoldedByTheArrowBesideItsLine() {
    SourceHand hand = new SourceHand(FLOW);

    pressArrow(hand, "source: |");
    assertEquals("      source: |", hand.paragraphs().get(15));
    assertEquals("", hand.paragraphs().get(16));
    pressArrow(hand, "source: |");
    assertEquals(FLOW, String.join("\n", hand.paragraphs()));
  }

  @Test
  void whatIsSelectedOnTheCanvasOrGoneToComesOutOfItsFold() {
    SourceHand hand = new SourceHand(FLOW);
    hand.use(SourceTool.FOLD_ALL);

    Screen.doOnWindow(() -> hand.view.getScene().getRoot().requestFocus());
    hand.screen.settle();
    Screen.doOnWindow(() -> hand.editor.select(Selection.of(new NodeId("tell"))));
    for (int i = 0; i < 50 && !hand.paragraphs().contains("      - name: tell"); i++) {
      hand.screen.settle();
    }
    assertTrue(hand.paragraphs().contains("      - name: tell"), "" + hand.paragraphs());
    assertFalse(hand.paragraphs().contains("        print(\"bye\")"));

    int at = FLOW.indexOf("bye");
    Screen.doOnWindow(() -> hand.view.reveal(new tiphys.model.text.TextRange(at, at + 3)));
    assertTrue(hand.paragraphs().contains("        print(\"bye\")"));
    assertEquals("bye", hand.selected());
  }

  @Test
  void foldsStayWhenOneTypesBesideThemAndFollowWhatIsChangedWithin() {
    SourceHand hand = new SourceHand(FLOW);
    hand.caretAt("tasks:");
    hand.use(SourceTool.FOLD);

    hand.caretAt("kind:");
    hand.type("# a note\n");
    assertEquals("      tasks:", hand.paragraphs().get(7));
    assertEquals("  - name: say", hand.paragraphs().get(8));

    int tell = hand.text().indexOf("name: tell");
    Screen.doOnWindow(
        () -> hand.editor.type(TextEdits.of(TextEdit.replace(tell, tell, "when: x\n        "))));
    assertEquals("  - name: say", hand.paragraphs().get(8));
    hand.use(SourceTool.UNFOLD_ALL);
    assertEquals(hand.text(), String.join("\n", hand.paragraphs()));
  }

  @Test
  void nothingThatIsFoldedAwayIsLostByAKeyAtItsBorder() {
    SourceHand hand = new SourceHand(FLOW);
    hand.caretAt("tasks:");
    hand.use(SourceTool.FOLD);
    hand.caretAt("  - name: say");

    hand.press("Backspace");

    assertEquals(FLOW.replace("say\n  - name: say", "say  - name: say"), hand.text());
    hand.undo();
    assertEquals(FLOW, hand.text());
    assertEquals(FLOW, String.join("\n", hand.paragraphs()));
  }

  @Test
  void whatIsCopiedHoldsWhatIsFoldedAwayWithin() {
    SourceHand hand = new SourceHand(FLOW);
    hand.caretAt("tasks:");
    hand.use(SourceTool.FOLD);
    hand.select(FLOW.indexOf("dag:"), FLOW.indexOf("- name: say"));

    hand.press("Shortcut+C");

    assertEquals(
        FLOW.substring(FLOW.indexOf("dag:"), FLOW.indexOf("- name: say")),
        Screen.onWindow(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void linesAreCommentedOutMovedDoubledAndTakenAwayEachAsOneStep() {
    SourceHand hand = new SourceHand(FLOW);
    hand.select(FLOW.indexOf("depends"), FLOW.indexOf("template: say\n  - name") + 3);

    hand.use(SourceTool.COMMENT);
    assertTrue(hand.text().contains("        # depends: ask\n        # template: say\n"));
    hand.use(SourceTool.COMMENT);
    assertEquals(FLOW, hand.text());

    hand.use(SourceTool.INDENT);
    assertTrue(hand.text().contains("          depends: ask\n          template: say\n  -"));
    hand.use(SourceTool.OUTDENT);
    assertEquals(FLOW, hand.text());

    hand.caretAt("depends");
    hand.use(SourceTool.LINE_DOWN);
    String moved =
        FLOW.replace(
            "depends: ask\n        template: say\n", "template: say\n        depends: ask\n");
    assertEquals(moved, hand.text());
    assertEquals("depends: ask", hand.selected());
    hand.use(SourceTool.LINE_UP);
    assertEquals(FLOW, hand.text());

    hand.use(SourceTool.DUPLICATE_LINE);
    assertEquals(
        FLOW.replace("depends: ask\n", "depends: ask\n        depends: ask\n"), hand.text());
    hand.use(SourceTool.DELETE_LINE);
    assertEquals(FLOW, hand.text());
    for (int step = 0; step < 8; step++) {
      hand.undo();
    }
    assertEquals(FLOW, hand.text());
    assertEquals(java.util.Optional.empty(), hand.editor.undoable().get());
  }

  @Test
  void wordsAreFoundCountedAndReplaced() {
    SourceHand hand = new SourceHand(FLOW);
    hand.caretAt("kind");
    hand.use(SourceTool.REPLACE);
    TextField words = find(hand, "#find-words", TextField.class);

    Screen.doOnWindow(() -> words.setText("SAY"));
    assertEquals("1 of 3", count(hand));
    SourceHand.press(words, "ENTER");
    assertEquals("2 of 3", count(hand));
    assertEquals("say", hand.selected());
    assertTrue(FLOW.indexOf("template: say\n  - ") + 10 + 3 == caret(hand));

    Screen.doOnWindow(() -> find(hand, "#find-case", ToggleButton.class).fire());
    assertEquals("Not found", count(hand));
    Screen.doOnWindow(
        () -> {
          find(hand, "#find-case", ToggleButton.class).fire();
          find(hand, "#find-expression", ToggleButton.class).fire();
          words.setText("(name|template): s(a)y");
          find(hand, "#find-replacement", TextField.class).setText("$1: t$2lk");
          find(hand, "#find-replace-all", Button.class).fire();
        });
    SourceHand.settle();
    assertEquals("3 places replaced", count(hand));
    assertEquals(FLOW.replace(": say", ": talk"), hand.text());
    hand.undo();
    assertEquals(FLOW, hand.text());

    Screen.doOnWindow(() -> words.setText("("));
    assertEquals("This is no regular expression yet.", count(hand));
    SourceHand.press(words, "Esc");
    assertTrue(Screen.onWindow(() -> hand.view.area().isFocused()));
  }

  @Test
  void theKeyGoesToTheBracketThatBelongsToTheOneAtTheCaretAndBack() {
    SourceHand hand = new SourceHand("kind: Workflow\nmetadata: {name: a, labels: {b: c}}\n");
    hand.caretAt("{name");

    hand.use(SourceTool.MATCHING_BRACKET);
    assertEquals("", hand.selected());
    hand.use(SourceTool.MATCHING_BRACKET);
    assertEquals("name: a, labels: {b: c}}", hand.selected());
  }

  @Test
  void aLineIsGoneToByItsNumber() {
    SourceHand hand = new SourceHand(FLOW);
    hand.use(SourceTool.FOLD_ALL);
    hand.use(SourceTool.GO_TO_LINE);
    TextField field =
        Screen.onWindow(
            () ->
                Window.getWindows().stream()
                    .map(window -> window.getScene().getRoot().lookup("#source-rename"))
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .findFirst()
                    .orElseThrow());
    Screen.doOnWindow(() -> field.setText("11:9"));
    SourceHand.press(field, "ENTER");

    assertEquals("depends: ask", hand.selected());
  }

  @Test
  void problemsAreGoneThroughOneAfterTheOther() {
    SourceHand hand =
        new SourceHand(
            FLOW.replace("depends: ask", "depends: as")
                .replace("entrypoint: main", "entrypoint: man"));
    hand.caretAt("kind");

    hand.use(SourceTool.NEXT_PROBLEM);
    assertEquals("man", hand.selected());
    hand.use(SourceTool.NEXT_PROBLEM);
    assertEquals("as", hand.selected());
    hand.use(SourceTool.NEXT_PROBLEM);
    assertEquals("man", hand.selected());
    hand.use(SourceTool.PREVIOUS_PROBLEM);
    assertEquals("as", hand.selected());

    hand.use(SourceTool.FIX);
    assertTrue(hand.text().contains("depends: ask\n"), hand.text());
  }

  @Test
  void theWayToTheCaretIsShownAndLeadsBack() {
    SourceHand hand = new SourceHand(FLOW);
    hand.caretAt("depends");
    SourceHand.settle();
    assertEquals(
        List.of("spec", "templates", "main", "dag", "tasks", "tell", "depends"),
        Screen.onWindow(() -> hand.view.path().names()));

    Button main =
        Screen.onWindow(
            () ->
                hand.view.path().getChildren().stream()
                    .filter(
                        node -> node instanceof Button button && button.getText().equals("main"))
                    .map(Button.class::cast)
                    .findFirst()
                    .orElseThrow());
    Screen.doOnWindow(main::fire);
    assertEquals(FLOW.indexOf("name: main"), caret(hand));
  }

  @Test
  void itCanBeLookedAtWithFoldsAndHitsAndABrokenLine() throws Exception {
    for (Language language : Language.values()) {
      for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
        SourceHand hand =
            new SourceHand(FLOW.replace("depends: ask", "depends: [ask"), language, theme);
        hand.caretAt("script:");
        hand.use(SourceTool.FOLD);
        hand.use(SourceTool.REPLACE);
        Screen.doOnWindow(() -> find(hand, "#find-words", TextField.class).setText("name"));
        SourceHand.settle();
        hand.screen.picture(
            "source-editing-"
                + language.code()
                + "-"
                + theme.name().toLowerCase(java.util.Locale.ROOT));
      }
    }
  }

  private static void pressArrow(SourceHand hand, String line) {
    int number = FLOW.substring(0, FLOW.indexOf(line)).split("\n", -1).length;
    hand.screen.settle();
    Node arrow =
        Screen.onWindow(
            () ->
                hand.view.lookupAll(".gutter").stream()
                    .filter(
                        cell ->
                            cell.lookup(".line-number") instanceof Label label
                                && label.getText().equals(Integer.toString(number)))
                    .map(cell -> cell.lookup(".fold-arrow"))
                    .findFirst()
                    .orElseThrow());
    Screen.doOnWindow(() -> arrow.fireEvent(pressed()));
    SourceHand.settle();
    hand.screen.settle();
  }

  private static MouseEvent pressed() {
    return new MouseEvent(
        MouseEvent.MOUSE_PRESSED,
        1,
        1,
        1,
        1,
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

  private static <T extends Node> T find(SourceHand hand, String id, Class<T> type) {
    return type.cast(Screen.onWindow(() -> hand.view.lookup(id)));
  }

  private static String count(SourceHand hand) {
    return Screen.onWindow(() -> find(hand, "#find-count", Label.class).getText());
  }

  private static int caret(SourceHand hand) {
    return Screen.onWindow(hand.view::caretOffset);
  }
}

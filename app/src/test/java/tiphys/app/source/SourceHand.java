// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import tiphys.app.editor.Editor;
import tiphys.app.editor.SourceTool;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** A source on the screen, and a hand on its keys. */
final class SourceHand {
  final Editor editor;
  final SourceView view;
  final Screen screen;

  SourceHand(String text) {
    this(text, Language.ENGLISH, ThemeChoice.LIGHT);
  }

  SourceHand(String text, Language language, ThemeChoice theme) {
    this.editor = new Editor(Diagram.open(SourceText.of(text), Positions.NONE));
    SourceView[] made = new SourceView[1];
    this.screen =
        Screen.show(() -> made[0] = new SourceView(editor, Messages.in(language)), 640, 600, theme);
    this.view = made[0];
  }

  String text() {
    return Screen.onWindow(() -> editor.state().get().text().toString());
  }

  /** The lines that are shown, one paragraph each. */
  List<String> paragraphs() {
    return Screen.onWindow(
        () ->
            IntStream.range(0, view.area().getParagraphCount())
                .mapToObj(view.area()::getPlainText)
                .toList());
  }

  void caretAt(String words) {
    int at = text().indexOf(words);
    select(at, at);
  }

  void select(int from, int to) {
    Screen.doOnWindow(
        () -> {
          view.area().requestFocus();
          view.area().select(view.positionOf(from), view.positionOf(to));
        });
  }

  /** What is selected; what stands behind the caret on its line where nothing is. */
  String selected() {
    awaitCaret();
    return Screen.onWindow(
        () -> {
          SourceText now = editor.state().get().text();
          int caret = view.caretOffset();
          int anchor = view.content().offsetOf(view.area().getAnchorPosition());
          return caret == anchor
              ? now.slice(caret, now.lineEnd(now.lineOf(caret)))
              : now.slice(Math.min(caret, anchor), Math.max(caret, anchor));
        });
  }

  /** After edits from elsewhere the caret is back only when the area has its lines and colours. */
  private void awaitCaret() {
    for (int i = 0; i < 20 && Screen.onWindow(() -> view.area().getAnchorPosition() == null); i++) {
      screen.settle();
    }
  }

  void press(String keys) {
    press(view.area(), keys);
  }

  static void press(Node at, String keys) {
    KeyCodeCombination wanted = (KeyCodeCombination) KeyCombination.valueOf(keys);
    KeyEvent event =
        new KeyEvent(
            KeyEvent.KEY_PRESSED,
            "",
            "",
            wanted.getCode(),
            wanted.getShift() == KeyCombination.ModifierValue.DOWN,
            wanted.getControl() == KeyCombination.ModifierValue.DOWN
                || wanted.getShortcut() == KeyCombination.ModifierValue.DOWN,
            wanted.getAlt() == KeyCombination.ModifierValue.DOWN,
            false);
    Screen.doOnWindow(() -> at.fireEvent(event));
    settle();
  }

  void press(KeyCode code) {
    press(code.name());
  }

  /** Presses the first key of a tool. */
  void use(SourceTool tool) {
    press(tool.keys().getFirst());
  }

  void type(String written) {
    Screen.doOnWindow(
        () -> {
          var caret = view.area().getCaretPosition();
          view.area().select(view.area().replaceText(caret, caret, written));
        });
    settle();
  }

  void undo() {
    Screen.doOnWindow(editor::undo);
    settle();
  }

  static void settle() {
    Screen.doOnWindow(() -> {});
    Screen.doOnWindow(() -> {});
  }
}

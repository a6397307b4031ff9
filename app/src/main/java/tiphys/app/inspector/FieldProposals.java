// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tiphys.app.code.Suggestions;
import tiphys.model.command.FieldOwner;
import tiphys.model.completion.Completions;
import tiphys.model.completion.Proposal;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;

/**
 * What can be written in a line, in a list below it: behind two braces the names of the scope, else
 * what the file has for such a field. It comes as one types, and by Shortcut+Space.
 */
final class FieldProposals {
  private static final int MOST = 60;

  private final TextInputControl line;
  private final Field field;
  private final FieldActions actions;
  private final Suggestions list = new Suggestions();
  private boolean isTaking;

  FieldProposals(TextInputControl line, Field field, FieldActions actions) {
    this.line = line;
    this.field = field;
    this.actions = actions;
    line.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    line.setOnKeyTyped(event -> typed(event.getCharacter()));
    line.focusedProperty().subscribe((_, _) -> list.hide());
  }

  private void press(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.SPACE) {
      propose(true);
      event.consume();
    } else {
      list.key(event);
    }
  }

  private void typed(String letter) {
    boolean isLetter = !letter.isEmpty() && letter.charAt(0) >= ' ';
    if (!isTaking && (isLetter || list.isShowing())) {
      propose(false);
    }
  }

  private void propose(boolean isAsked) {
    String text = line.getText() == null ? "" : line.getText();
    int caret = Math.min(line.getCaretPosition(), text.length());
    DiagramState state = actions.state().get();
    int open = text.lastIndexOf("{{", caret);
    boolean isInTag = open >= 0 && text.substring(open, caret).indexOf("}}") < 0;
    if (isInTag) {
      Completions found = Completions.at(SourceText.of(text), caret, state.workflow(), scope());
      show(
          found.proposals().stream()
              .limit(MOST)
              .map(proposal -> row(proposal, found.word().start(), caret))
              .toList());
      return;
    }
    KnownValues known = new KnownValues(state, actions.owner(), field);
    int start = known.wordStart(text, caret);
    String word = text.substring(start, caret).toLowerCase(Locale.ROOT);
    boolean isWanted = isAsked || !word.isEmpty();
    show(
        !isWanted
            ? List.of()
            : known.values().stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(word))
                .filter(value -> isAsked || !value.equals(text.substring(start, caret)))
                .limit(MOST)
                .map(value -> row("task", value, value, start, caret))
                .toList());
  }

  private Optional<Scope> scope() {
    return switch (actions.owner()) {
      case FieldOwner.OfTask(Scope scope, var _) -> Optional.of(scope);
      case FieldOwner.OfTemplate(Scope scope) -> Optional.of(scope);
      case FieldOwner.OfResource(int resource) -> Optional.of(Scope.ofResource(resource));
    };
  }

  private Suggestions.Row row(Proposal proposal, int start, int caret) {
    String closing = line.getText().startsWith("}}", caret) ? "" : "}}";
    return row("variable", proposal.name(), proposal.text() + closing, start, caret);
  }

  private Suggestions.Row row(String mark, String shown, String written, int start, int end) {
    return new Suggestions.Row(
        mark,
        shown,
        "",
        "",
        () -> {
          isTaking = true;
          line.replaceText(start, end, written);
          line.positionCaret(start + written.length());
          isTaking = false;
        });
  }

  private void show(List<Suggestions.Row> rows) {
    Bounds at = line.localToScreen(line.getBoundsInLocal());
    if (at != null) {
      list.show(line, at, "", rows);
    }
  }
}

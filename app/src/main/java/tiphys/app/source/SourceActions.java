// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import tiphys.app.editor.Editor;
import tiphys.app.editor.SourceTool;
import tiphys.app.keys.KeyBindings;
import tiphys.app.message.Messages;
import tiphys.model.problem.Problem;
import tiphys.model.text.TextRange;

/** Does what the tools of the source say, asked by a key, the menu or the command palette. */
final class SourceActions {
  private final Editor editor;
  private final CodeArea area;
  private final SourceContent content;
  private final SourceCommands names;
  private final Folding folding;
  private final FindBar find;
  private final QuickFixes fixes;
  private final SourceCaret caret;
  private final KeyBindings keys;

  SourceActions(
      Editor editor,
      SourceCommands names,
      Folding folding,
      FindBar find,
      SourceCaret caret,
      KeyBindings keys) {
    this.keys = keys;
    this.editor = editor;
    this.area = names.area();
    this.content = names.content();
    this.names = names;
    this.folding = folding;
    this.find = find;
    this.caret = caret;
    this.fixes = new QuickFixes(editor, names.messages());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.isConsumed()) {
      return; // the list of suggestions took it
    }
    Optional<SourceTool> tool =
        Arrays.stream(SourceTool.values())
            .filter(
                known -> SourceShortcuts.keys(known, keys).stream().anyMatch(it -> it.match(event)))
            .findFirst();
    if (tool.isPresent()) {
      event.consume();
      use(tool.get());
    } else if (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE) {
      folding.openBefore(event.getCode() == KeyCode.BACK_SPACE);
    }
  }

  void use(SourceTool tool) {
    switch (tool) {
      case FIND -> find.open(false);
      case REPLACE -> find.open(true);
      case FIND_NEXT -> find.step(1);
      case FIND_PREVIOUS -> find.step(-1);
      case GO_TO_LINE -> names.askForLine(this::goToLine);
      case MATCHING_BRACKET -> goToBracket();
      case NEXT_PROBLEM -> goToProblem(1);
      case PREVIOUS_PROBLEM -> goToProblem(-1);
      case COMPLETE -> names.offer();
      case DEFINITION -> names.goToDefinition();
      case USAGES -> names.findUsages();
      case RENAME -> names.rename();
      case FIX -> fix();
      case FOLD -> folding.fold(line());
      case UNFOLD -> folding.open(line());
      case FOLD_ALL -> folding.foldAll();
      case UNFOLD_ALL -> folding.openAll();
      case COMMENT, INDENT, OUTDENT, LINE_UP, LINE_DOWN, DUPLICATE_LINE, DELETE_LINE ->
          new LineEdits(content.text(), caret.anchor(), caret.offset())
              .of(tool)
              .ifPresent(caret::change);
    }
  }

  private int line() {
    return content.text().lineOf(caret.offset());
  }

  private void fix() {
    if (!fixes.mend(caret.offset(), area)) {
      names.say(names.messages().text("source.no-fix"));
    }
  }

  /** A line, and a column behind a colon, both counted from 1. @return why not, for no number */
  private Optional<String> goToLine(String written) {
    String[] parts = written.strip().split(":", 2);
    try {
      int line = Math.clamp(Integer.parseInt(parts[0].strip()), 1, content.text().lineCount()) - 1;
      TextRange whole = content.lineRange(line);
      int column = parts.length < 2 ? 1 : Integer.parseInt(parts[1].strip());
      caret.revealAndFocus(TextRange.at(whole.start() + Math.clamp(column - 1, 0, whole.length())));
      return Optional.empty();
    } catch (NumberFormatException _) {
      Messages messages = names.messages();
      return Optional.of(messages.text("source.no-line", content.text().lineCount()));
    }
  }

  /** Behind the bracket that belongs to the one at the caret; from there, back. */
  private void goToBracket() {
    Optional<Integer> other =
        Brackets.at(content.text(), editor.state().get().tree(), caret.offset())
            .flatMap(Brackets.Pair::second);
    other.ifPresentOrElse(
        at -> caret.revealAndFocus(TextRange.at(at + 1)),
        () -> names.say(names.messages().text("source.no-bracket")));
  }

  /** To the next problem behind the caret, or back; round at the ends. */
  private void goToProblem(int by) {
    List<Problem> problems =
        editor.state().get().problems().stream()
            .filter(problem -> problem.place().isPresent())
            .sorted(Comparator.comparingInt(SourceActions::start))
            .toList();
    if (problems.isEmpty()) {
      names.say(names.messages().text("source.no-problem"));
      return;
    }
    int from = Math.min(caret.anchor(), caret.offset());
    int next = 0;
    while (next < problems.size()
        && (by > 0 ? start(problems.get(next)) <= from : start(problems.get(next)) < from)) {
      next++;
    }
    Problem problem = problems.get(Math.floorMod(by > 0 ? next : next - 1, problems.size()));
    caret.revealAndFocus(problem.place().orElseThrow());
    names.say(names.messages().problem(problem));
  }

  private static int start(Problem problem) {
    return problem.place().map(TextRange::start).orElse(0);
  }
}

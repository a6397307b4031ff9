// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import java.util.function.BiConsumer;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.writing.DocumentWriter;

/**
 * A change that is planned in several steps, each verified on the text that the last gave. Together
 * they are one edit, from the first difference to the last.
 */
final class Phases {
  private final DiagramState first;
  private final Scope scope;
  private DiagramState now;
  private Optional<Problem> trouble = Optional.empty();

  Phases(DiagramState first, Scope scope) {
    this.first = first;
    this.scope = scope;
    this.now = first;
  }

  /** One step; nothing happens after one that was refused. */
  Phases step(BiConsumer<Ground, DocumentWriter> change) {
    if (trouble.isEmpty()) {
      Outcome<DiagramState> next =
          Ground.of(now, scope)
              .then(
                  ground -> {
                    DocumentWriter writer = ground.writer();
                    change.accept(ground, writer);
                    return writer.edits();
                  })
              .then(edits -> Outcome.done(now.after(edits, now.positions())));
      trouble = next.refusal();
      next.result().ifPresent(state -> now = state);
    }
    return this;
  }

  Outcome<Plan> plan() {
    return trouble
        .<Outcome<Plan>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(Plan.ofText(difference(first.text(), now.text()))));
  }

  private static TextEdits difference(SourceText before, SourceText after) {
    int shorter = Math.min(before.length(), after.length());
    int head = 0;
    while (head < shorter && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    boolean isSame = head == before.length() && head == after.length();
    return isSame
        ? TextEdits.NONE
        : TextEdits.of(
            TextEdit.replace(
                head, before.length() - tail, after.slice(head, after.length() - tail)));
  }
}

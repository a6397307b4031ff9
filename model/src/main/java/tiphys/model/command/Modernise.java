// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;
import tiphys.model.writing.DocumentWriter;

/**
 * Writes fields that Argo 4 removed as it wants them now, as {@code argo convert} does: {@code
 * schedule}, {@code mutex} and {@code semaphore} become lists. The {@code onExit} of a task becomes
 * the hook {@code exit}, and {@code ttlSecondsAfterFinished} a {@code ttlStrategy}.
 *
 * @param only the place of the key of the one field that is meant; absent for all of the file
 */
public record Modernise(Optional<TextRange> only) implements Command {
  /** What can be written anew. */
  static final Set<String> FIELDS =
      Set.of("schedule", "mutex", "semaphore", "onExit", "ttlSecondsAfterFinished");

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    DocumentWriter writer = new DocumentWriter(now.tree());
    OldFields fields = new OldFields(writer, only);
    for (int i = 0; i < now.workflow().resources().size(); i++) {
      String kind = now.workflow().resources().get(i).kindName();
      now.locator().resource(i).ifPresent(place -> fields.modernise(place, kind));
    }
    return fields.count() == 0
        ? Outcome.refused(ProblemCode.NOTHING_TO_MEND)
        : writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}

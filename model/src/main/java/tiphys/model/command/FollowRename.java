// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;

/**
 * Says the new name wherever a file says the old one of something that another file holds. Changes
 * nothing in a file that does not.
 */
public record FollowRename(SharedRename rename) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    DocumentWriter writer = new DocumentWriter(now.tree());
    References.to(rename.resource(), now).follow(rename, writer);
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}

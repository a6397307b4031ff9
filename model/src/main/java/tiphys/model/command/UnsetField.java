// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Takes away a field, an item of a list or an entry of a map. What is not there is taken away
 * already.
 */
public record UnsetField(FieldOwner owner, List<String> path) implements Command {
  public UnsetField {
    path = List.copyOf(path);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return TypedField.find(now, owner, path).then(field -> plan(now, field));
  }

  static Outcome<Plan> plan(DiagramState now, TypedField field) {
    DocumentWriter writer = new DocumentWriter(now.tree());
    if (field.isThere()) {
      Optional<YamlPlace> parent = field.place().parent();
      if (parent.isEmpty()) {
        return Outcome.refused(ProblemCode.FIELD_NOT_SETTABLE, field.said());
      }
      if (parent.get().isMapping()) {
        writer.remove(
            parent.get(), parent.get().key(field.place().indexInParent()).text().orElse(""));
      } else {
        writer.removeItems(parent.get(), Set.of(field.place().indexInParent()));
      }
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}

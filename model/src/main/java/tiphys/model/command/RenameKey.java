// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.FieldType;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** Gives an entry of a map another key: a label, a node selector, a hook. */
public record RenameKey(FieldOwner owner, List<String> path, String to) implements Command {
  public RenameKey {
    path = List.copyOf(path);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return TypedField.find(now, owner, path).then(field -> plan(now, field));
  }

  private Outcome<Plan> plan(DiagramState now, TypedField field) {
    boolean isFree = field.types().get(field.types().size() - 2) instanceof FieldType.MapOf;
    Optional<YamlPlace> map =
        field.isThere() ? field.place().parent().filter(YamlPlace::isMapping) : Optional.empty();
    if (!isFree || map.isEmpty()) {
      return Outcome.refused(ProblemCode.FIELD_NO_KEY, field.said());
    }
    if (to.isEmpty() || map.get().get(to).isPresent()) {
      return Outcome.refused(ProblemCode.FIELD_KEY_TAKEN, to, field.said());
    }
    DocumentWriter writer = new DocumentWriter(now.tree());
    writer.replace(map.get().key(field.place().indexInParent()), YamlValue.text(to));
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}

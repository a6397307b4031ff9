// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Moves an item within its list, with the comments above it.
 *
 * @param to which item it is to be then, counted from 0
 */
public record MoveItem(FieldOwner owner, List<String> path, int to) implements Command {
  public MoveItem {
    path = List.copyOf(path);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return TypedField.find(now, owner, path).then(field -> plan(now, field));
  }

  private Outcome<Plan> plan(DiagramState now, TypedField field) {
    Optional<YamlPlace> list =
        field.isThere() ? field.place().parent().filter(YamlPlace::isSequence) : Optional.empty();
    if (list.isEmpty() || to < 0 || to >= list.get().size()) {
      String item = list.isEmpty() ? field.path().getLast() : Integer.toString(to);
      return Outcome.refused(ProblemCode.FIELD_NO_ITEM, item, field.said());
    }
    DocumentWriter writer = new DocumentWriter(now.tree());
    int from = field.place().indexInParent();
    if (from != to) {
      writer.removeItems(list.get(), Set.of(from));
      writer.insert(
          list.get(), to > from ? to + 1 : to, new YamlValue.Copied(now.text(), field.place()));
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.OptionalInt;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;

/**
 * Adds an item to a list, which is made where it is missing.
 *
 * @param value a text or number, or YAML; a plain word for a list of objects is the name of the new
 *     one
 * @param at in front of which item, counted from 0; at the end where it is empty
 */
public record AddItem(FieldOwner owner, List<String> path, String value, OptionalInt at)
    implements Command {
  public AddItem {
    path = List.copyOf(path);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return TypedField.find(now, owner, path)
        .then(
            field ->
                field.type() instanceof FieldType.ListOf(FieldType item)
                    ? item(field, item).then(value -> add(now, field, value))
                    : Outcome.refused(ProblemCode.FIELD_NO_LIST, field.said()));
  }

  private Outcome<YamlValue> item(TypedField field, FieldType type) {
    boolean isName =
        type instanceof FieldType.ObjectOf && !value.contains(":") && !value.contains("{");
    return isName && Schema.argo().below(type, field.itemKey()).isPresent()
        ? Outcome.done(YamlValue.mapping(field.itemKey(), YamlValue.text(value)))
        : TypedValue.of(value, type, field.said(), field.field());
  }

  private Outcome<Plan> add(DiagramState now, TypedField field, YamlValue item) {
    DocumentWriter writer = new DocumentWriter(now.tree());
    if (field.isThere()) {
      int size = field.place().size();
      int index = at.orElse(size);
      if (index < 0 || index > size) {
        return Outcome.refused(ProblemCode.FIELD_NO_ITEM, Integer.toString(index), field.said());
      }
      writer.insert(field.place(), index, item);
    } else if (!field.put(writer, YamlValue.sequence(item))) {
      return Outcome.refused(ProblemCode.FIELD_NOT_SETTABLE, field.said());
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}

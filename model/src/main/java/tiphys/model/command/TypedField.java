// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * A field of an owner, with the type of every step to it, and as far as the text has it.
 *
 * @param types of the owner and of what is behind each step
 * @param place of the last step that the text has
 * @param reached how many steps the text has
 */
record TypedField(List<String> path, List<FieldType> types, YamlPlace place, int reached) {
  /** The name of an item where its list says nothing else. */
  private static final String NAME = "name";

  static Outcome<TypedField> find(DiagramState now, FieldOwner owner, List<String> path) {
    Optional<YamlPlace> from = owner.place(now);
    if (now.tree().isCutOff()) {
      return Outcome.refused(now.tree().syntaxError().orElseThrow());
    }
    if (path.isEmpty() || from.isEmpty()) {
      return Outcome.refused(ProblemCode.FIELD_NOT_SETTABLE, String.join(".", path));
    }
    List<FieldType> types = new ArrayList<>(List.of(owner.type(now)));
    for (String step : path) {
      Optional<FieldType> below = Schema.argo().below(types.getLast(), step);
      if (below.isEmpty()) {
        return Outcome.refused(ProblemCode.FIELD_UNKNOWN, step, String.join(".", path));
      }
      types.add(below.get());
    }
    YamlPlace place = from.get();
    int reached = 0;
    while (reached < path.size()) {
      Optional<YamlPlace> next = step(place, path.get(reached), itemKey(types, path, reached));
      if (next.isEmpty()) {
        break;
      }
      place = next.get();
      reached++;
    }
    return Outcome.done(new TypedField(path, types, place, reached));
  }

  boolean isThere() {
    return reached == path.size();
  }

  FieldType type() {
    return types.getLast();
  }

  /** What the schema says of the last step, where that is a field. */
  Optional<SchemaField> field() {
    return Schema.argo()
        .definition(types.get(types.size() - 2))
        .flatMap(definition -> definition.field(path.getLast()));
  }

  /** Whether the last step is an item of a list. */
  boolean isItem() {
    return types.get(types.size() - 2) instanceof FieldType.ListOf || isInList();
  }

  private boolean isInList() {
    return isThere() && place.parent().filter(YamlPlace::isSequence).isPresent();
  }

  /** The field that tells the items of this list apart. */
  String itemKey() {
    return field()
        .map(SchemaField::itemKeys)
        .filter(keys -> !keys.isEmpty())
        .map(List::getFirst)
        .orElse(NAME);
  }

  String said() {
    return String.join(".", path);
  }

  /** Tells a writer to put a value here, with all that it stands in; false where that cannot be. */
  boolean put(DocumentWriter writer, YamlValue value) {
    YamlValue whole = value;
    for (int i = path.size() - 1; i > reached; i--) {
      Optional<YamlValue> wrapped = wrapped(whole, i, 0);
      if (wrapped.isEmpty()) {
        return false;
      }
      whole = wrapped.get();
    }
    String step = path.get(reached);
    if (place.isSequence() || place.isNull() && types.get(reached) instanceof FieldType.ListOf) {
      Optional<YamlValue> list = wrapped(whole, reached, place.size());
      list.ifPresent(
          items ->
              writer.insert(place, place.size(), ((YamlValue.Sequence) items).items().getFirst()));
      return list.isPresent();
    }
    if (!place.isMapping() && !place.isNull()) {
      return false;
    }
    writer.put(place, step, whole);
    return true;
  }

  /** The collection that a step stands in, with nothing else in it. */
  private Optional<YamlValue> wrapped(YamlValue value, int step, int size) {
    String said = path.get(step);
    if (!(types.get(step) instanceof FieldType.ListOf) && (step > reached || !place.isSequence())) {
      return Optional.of(YamlValue.mapping(said, value));
    }
    if (said.equals(Integer.toString(size))) {
      return Optional.of(YamlValue.sequence(value));
    }
    if (isNumber(said) || !(value instanceof YamlValue.Mapping fields)) {
      return Optional.empty();
    }
    YamlValue.Mapping item = YamlValue.mapping(itemKey(types, path, step), YamlValue.text(said));
    for (var entry : fields.entries().entrySet()) {
      item = item.and(entry.getKey(), entry.getValue());
    }
    return Optional.of(item).map(YamlValue::sequence);
  }

  private static String itemKey(List<FieldType> types, List<String> path, int step) {
    if (step == 0) {
      return NAME;
    }
    return Schema.argo()
        .definition(types.get(step - 1))
        .flatMap(definition -> definition.field(path.get(step - 1)))
        .map(SchemaField::itemKeys)
        .filter(keys -> !keys.isEmpty())
        .map(List::getFirst)
        .orElse(NAME);
  }

  private static Optional<YamlPlace> step(YamlPlace place, String said, String itemKey) {
    if (place.isMapping()) {
      return place.get(said);
    }
    for (YamlPlace item : place.items()) {
      boolean isMeant =
          item.get(itemKey)
              .or(() -> item.get(NAME))
              .flatMap(YamlPlace::text)
              .filter(said::equals)
              .isPresent();
      if (isMeant) {
        return Optional.of(item);
      }
    }
    return isNumber(said) && Integer.parseInt(said) < place.size()
        ? Optional.of(place.item(Integer.parseInt(said)))
        : Optional.empty();
  }

  private static boolean isNumber(String said) {
    return said.matches("\\d{1,6}");
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.hera.HeraClasses.Field;
import tiphys.exporter.hera.HeraClasses.Sugar;
import tiphys.exporter.python.PyValue;

/**
 * A call of one of Hera's hand-written classes, made of the objects whose keys the class has flat.
 * There is none where the class would drop something, add something or write it twice.
 */
final class SugarCall {
  /** Objects that mean nothing when they are empty, wherever the class could drop them. */
  private static final Set<String> MEANINGLESS = Set.of("inputs", "outputs", "arguments");

  private final HeraClasses classes = HeraClasses.get();
  private final Sugar sugar;
  private final Slots slots;
  private final Draft draft;
  private final List<PyValue.Keyword> keywords = new ArrayList<>();
  private final Map<String, PyValue> given = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> models = new HashSet<>();
  private boolean failed;

  SugarCall(String name, Slots slots, Draft draft) {
    this.sugar = classes.sugar(name);
    this.slots = slots;
    this.draft = draft;
  }

  /** Takes what an object of a model has, apart from keys that are looked after elsewhere. */
  SugarCall with(String model, Place place, Set<String> except) {
    models.add(model);
    for (Place.Entry entry : place.entries()) {
      Optional<Field> field = classes.field(model, entry.key());
      if (except.contains(entry.key())) {
        continue;
      }
      if (field.isEmpty()) {
        draft.lost(entry.place());
      } else {
        take(model, field.get(), entry.place());
      }
    }
    failed |= !place.value().isObject();
    return this;
  }

  private void take(String model, Field field, Place place) {
    Optional<String> attribute = sugar.attribute(model, field.key());
    if (attribute.isEmpty()) {
      failed = true;
      return;
    }
    seen.add(model + "." + field.key());
    if (MEANINGLESS.contains(attribute.get()) && place.isEmptyObject()) {
      return;
    }
    Optional<PyValue> value = slots.write(attribute.get(), field.type(), place);
    if (value.isPresent()) {
      add(attribute.get(), value.get());
    } else {
      failed = true;
    }
  }

  SugarCall add(String attribute, PyValue value) {
    PyValue before = given.putIfAbsent(attribute, value);
    if (before == null) {
      keywords.add(new PyValue.Keyword(attribute, value));
    }
    failed |= before != null && !before.equals(value);
    return this;
  }

  SugarCall unless(boolean refused) {
    failed |= refused;
    return this;
  }

  Optional<PyValue.Call> call() {
    if (failed || !given.keySet().containsAll(sugar.required()) || writesTwice()) {
      return Optional.empty();
    }
    List<PyValue.Keyword> ordered = new ArrayList<>(keywords);
    ordered.sort(Comparator.comparing(keyword -> !keyword.name().equals("name")));
    return Optional.of(new PyValue.Call(sugar.name(), ordered));
  }

  /** Whether an attribute becomes several keys, of which the manifest has only some. */
  private boolean writesTwice() {
    return sugar.attributes().entrySet().stream()
        .anyMatch(
            entry ->
                given.containsKey(entry.getValue())
                    && models.contains(entry.getKey().substring(0, entry.getKey().indexOf('.')))
                    && !seen.contains(entry.getKey())
                    && seen.stream()
                        .anyMatch(key -> entry.getValue().equals(sugar.attributes().get(key))));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/**
 * Puts a value in the place of another by changing only what differs, so that the comments and the
 * style of all that stays are kept.
 */
final class Replacement {
  private Replacement() {}

  static void tell(DocumentWriter writer, YamlPlace place, YamlValue value) {
    if (isSame(place, value)) {
      return;
    }
    boolean isKept = place.size() > 0 && place.node().anchor().isEmpty();
    if (isKept && value instanceof YamlValue.Mapping(Map<String, YamlValue> entries)) {
      mapping(writer, place, entries);
    } else if (isKept && value instanceof YamlValue.Sequence(List<YamlValue> items)) {
      sequence(writer, place, items);
    } else {
      writer.replace(place, value);
    }
  }

  private static void mapping(
      DocumentWriter writer, YamlPlace place, Map<String, YamlValue> entries) {
    if (!place.isMapping()
        || place.entries().stream().noneMatch(e -> entries.containsKey(e.name()))) {
      writer.replace(place, new YamlValue.Mapping(entries));
      return;
    }
    for (YamlPlace.Entry entry : place.entries()) {
      YamlValue next = entries.get(entry.name());
      if (next == null) {
        writer.remove(place, entry.name());
      } else {
        tell(writer, entry.value(), next);
      }
    }
    entries.forEach(
        (key, next) -> {
          if (place.get(key).isEmpty()) {
            writer.put(place, key, next);
          }
        });
  }

  private static void sequence(DocumentWriter writer, YamlPlace place, List<YamlValue> items) {
    if (!place.isSequence() || items.isEmpty()) {
      writer.replace(place, new YamlValue.Sequence(items));
      return;
    }
    int shorter = Math.min(place.size(), items.size());
    int head = 0;
    while (head < shorter && isSame(place.item(head), items.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && isSame(place.item(place.size() - 1 - tail), items.get(items.size() - 1 - tail))) {
      tail++;
    }
    int before = place.size() - tail;
    int after = items.size() - tail;
    for (int i = head; i < Math.min(before, after); i++) {
      tell(writer, place.item(i), items.get(i));
    }
    for (int i = Math.max(head, before); i < after; i++) {
      writer.insert(place, before, items.get(i));
    }
    Set<Integer> gone = new TreeSet<>();
    for (int i = Math.max(head, after); i < before; i++) {
      gone.add(i);
    }
    writer.removeItems(place, gone);
  }

  private static boolean isSame(YamlPlace place, YamlValue value) {
    return switch (value) {
      case YamlValue.Text(String text) ->
          place.node() instanceof YamlScalar scalar
              && scalar.type() == ScalarType.STRING
              && scalar.value().equals(text);
      case YamlValue.Plain(String text) ->
          place.node() instanceof YamlScalar scalar
              && scalar.type() == ScalarType.ofPlain(text)
              && scalar.value().equals(text);
      case YamlValue.Mapping(Map<String, YamlValue> entries) ->
          place.node() instanceof YamlMapping mapping
              && mapping.size() == entries.size()
              && place.entries().stream()
                  .allMatch(
                      entry -> {
                        YamlValue wanted = entries.get(entry.name());
                        return wanted != null && isSame(entry.value(), wanted);
                      });
      case YamlValue.Sequence(List<YamlValue> items) -> {
        boolean isSame = place.isSequence() && place.size() == items.size();
        for (int i = 0; isSame && i < items.size(); i++) {
          isSame = isSame(place.item(i), items.get(i));
        }
        yield isSame;
      }
      case YamlValue.Copied _ -> false;
    };
  }
}

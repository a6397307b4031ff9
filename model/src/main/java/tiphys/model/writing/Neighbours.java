// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.Optional;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/** What stands beside a place and shows how the new one is to be written. */
final class Neighbours {
  /** Beyond this nobody would call it beside. */
  private static final int FARTHEST = 20;

  private Neighbours() {}

  /** The same key of the nearest sibling that has it; else a text of the mapping in its quotes. */
  static Optional<YamlPlace> ofEntry(YamlPlace mapping, String key) {
    return withSameKey(mapping, key).or(() -> quoted(mapping));
  }

  /** What the nearest item of the same list holds for a key, of those that have it. */
  static Optional<YamlPlace> withSameKey(YamlPlace mapping, String key) {
    Optional<YamlPlace> list = mapping.parent().filter(YamlPlace::isSequence);
    for (int distance = 1; list.isPresent() && distance <= FARTHEST; distance++) {
      for (int index :
          new int[] {mapping.indexInParent() - distance, mapping.indexInParent() + distance}) {
        if (index >= 0 && index < list.get().size()) {
          Optional<YamlPlace> same = list.get().item(index).get(key);
          if (same.isPresent()) {
            return same;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A text in quotes, if there is none without. */
  private static Optional<YamlPlace> quoted(YamlPlace mapping) {
    Optional<YamlPlace> found = Optional.empty();
    for (YamlPlace.Entry entry : mapping.entries()) {
      if (entry.value().node() instanceof YamlScalar scalar && scalar.type() == ScalarType.STRING) {
        if (scalar.style() == ScalarStyle.PLAIN) {
          return Optional.empty();
        }
        found = found.isEmpty() ? Optional.of(entry.value()) : found;
      }
    }
    return found;
  }

  /** The nearest item of the same kind. */
  static Optional<YamlPlace> ofItem(YamlPlace sequence, int index, YamlValue item) {
    for (int distance = 0; distance <= FARTHEST; distance++) {
      for (int at : new int[] {index - 1 - distance, index + distance}) {
        if (at >= 0 && at < sequence.size() && isLike(sequence.item(at), item)) {
          return Optional.of(sequence.item(at));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isLike(YamlPlace place, YamlValue value) {
    return switch (value) {
      case YamlValue.Mapping _ -> place.node() instanceof YamlMapping mapping && mapping.size() > 0;
      case YamlValue.Sequence _ -> place.isSequence() && place.size() > 0;
      case YamlValue.Copied(_, YamlPlace copied) -> copied.isMapping() == place.isMapping();
      case YamlValue.Text _, YamlValue.Plain _ -> place.node() instanceof YamlScalar;
    };
  }
}

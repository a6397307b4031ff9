// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/** The values of a part of a file by their paths. How they are written does not count. */
final class Fields {
  private static final String NAME = "name";

  private final Set<String> leftOut;
  private final Map<String, String> values = new LinkedHashMap<>();

  private Fields(Set<String> leftOut) {
    this.leftOut = leftOut;
  }

  /**
   * What two parts differ in, in the order of the later one, then what is gone.
   *
   * @param leftOut paths that are not looked at, nor what is below them
   */
  static List<FieldChange> changes(YamlNode before, YamlNode after, Set<String> leftOut) {
    Map<String, String> old = of(before, leftOut);
    Map<String, String> now = of(after, leftOut);
    Set<String> paths = new LinkedHashSet<>(now.keySet());
    paths.addAll(old.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String path : paths) {
      Optional<String> was = Optional.ofNullable(old.get(path));
      Optional<String> is = Optional.ofNullable(now.get(path));
      if (!was.equals(is)) {
        changes.add(new FieldChange(path, was, is));
      }
    }
    return changes;
  }

  static Map<String, String> of(YamlNode node, Set<String> leftOut) {
    Fields fields = new Fields(leftOut);
    fields.read("", node);
    return fields.values;
  }

  private void read(String path, YamlNode node) {
    if (leftOut.contains(path)) {
      return;
    }
    switch (node) {
      case YamlScalar scalar -> values.put(path, scalar.value());
      case YamlAlias alias -> values.put(path, "*" + alias.name());
      case YamlMapping mapping -> {
        for (int i = 0; i < mapping.size(); i++) {
          String key = mapping.key(i) instanceof YamlScalar scalar ? scalar.value() : "?";
          read(below(path, key), mapping.value(i));
        }
        if (mapping.size() == 0) {
          values.put(path, "{}");
        }
      }
      case YamlSequence sequence -> {
        boolean areNamed = areNamed(sequence);
        for (int i = 0; i < sequence.size(); i++) {
          YamlNode item = sequence.item(i);
          String key = areNamed ? nameOf(item).orElse("?") : Integer.toString(i);
          read(below(path, key), item);
        }
        if (sequence.size() == 0) {
          values.put(path, "[]");
        }
      }
    }
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean areNamed(YamlSequence sequence) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < sequence.size(); i++) {
      Optional<String> name = nameOf(sequence.item(i));
      if (name.isEmpty() || !names.add(name.get())) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> nameOf(YamlNode item) {
    return item instanceof YamlMapping mapping
        ? mapping
            .get(NAME)
            .filter(YamlScalar.class::isInstance)
            .map(YamlScalar.class::cast)
            .map(YamlScalar::value)
        : Optional.empty();
  }
}

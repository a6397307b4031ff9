// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be written, without any style. */
public sealed interface YamlValue {
  /** A text; quoted where Argo would take it for anything else. */
  record Text(String value) implements YamlValue {}

  /** A number, a truth or null, written as it stands. */
  record Plain(String value) implements YamlValue {}

  /** In the order given. */
  record Mapping(Map<String, YamlValue> entries) implements YamlValue {
    public Mapping {
      entries = new LinkedHashMap<>(entries);
    }

    /** With one more entry at the end. */
    public Mapping and(String key, YamlValue value) {
      Map<String, YamlValue> more = new LinkedHashMap<>(entries);
      more.put(key, value);
      return new Mapping(more);
    }
  }

  record Sequence(List<YamlValue> items) implements YamlValue {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  static YamlValue text(String value) {
    return new Text(value);
  }

  static Mapping mapping(String key, YamlValue value) {
    return new Mapping(Map.of(key, value));
  }

  static Mapping emptyMapping() {
    return new Mapping(Map.of());
  }

  static Sequence sequence(YamlValue... items) {
    return new Sequence(Arrays.asList(items));
  }
}

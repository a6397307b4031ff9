// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

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

  /**
   * A node of another text, or of another place of this one, as it is written there: in its style
   * and with its comments, those right above it among them. In brackets it is written anew, and
   * comments have no room.
   */
  record Copied(SourceText text, YamlPlace place) implements YamlValue {}

  /** What a node means; empty for what holds aliases, anchors or keys that are no scalars. */
  static Optional<YamlValue> of(YamlNode node) {
    if (node.anchor().isPresent()) {
      return Optional.empty();
    }
    return switch (node) {
      case YamlScalar scalar ->
          Optional.of(
              scalar.type() == ScalarType.STRING
                  ? text(scalar.value())
                  : new Plain(scalar.value().isEmpty() ? "null" : scalar.value()));
      case YamlAlias _ -> Optional.empty();
      case YamlSequence sequence -> ofSequence(sequence);
      case YamlMapping mapping -> ofMapping(mapping);
    };
  }

  private static Optional<YamlValue> ofSequence(YamlSequence sequence) {
    List<YamlValue> items = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      of(sequence.item(i)).ifPresent(items::add);
    }
    return items.size() == sequence.size() ? Optional.of(new Sequence(items)) : Optional.empty();
  }

  private static Optional<YamlValue> ofMapping(YamlMapping mapping) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (int i = 0; i < mapping.size(); i++) {
      Optional<YamlValue> value = of(mapping.value(i));
      if (mapping.key(i) instanceof YamlScalar key && value.isPresent()) {
        entries.put(key.value(), value.get());
      }
    }
    return entries.size() == mapping.size() ? Optional.of(new Mapping(entries)) : Optional.empty();
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

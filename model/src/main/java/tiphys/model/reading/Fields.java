// SPDX-License-Identifier: Apache-2.0
package tiphys.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/**
 * A node as Argo sees it: aliases followed, {@code <<} merged, null the same as absent. Asking for
 * a field of something that is no mapping gives nothing.
 */
record Fields(Optional<YamlNode> node, Anchors anchors) {
  private static final String MERGE = "<<";

  static Fields of(YamlNode node, Anchors anchors) {
    return new Fields(anchors.resolve(node).filter(found -> !isNull(found)), anchors);
  }

  private static Fields nothing(Anchors anchors) {
    return new Fields(Optional.empty(), anchors);
  }

  boolean isPresent() {
    return node.isPresent();
  }

  Fields get(String key) {
    if (!(node.orElse(null) instanceof YamlMapping mapping)) {
      return nothing(anchors);
    }
    Optional<YamlNode> own = mapping.get(key);
    if (own.isPresent()) {
      return of(own.get(), anchors);
    }
    return mapping.get(MERGE).map(merged -> merged(merged, key)).orElseGet(() -> nothing(anchors));
  }

  boolean has(String key) {
    return get(key).isPresent();
  }

  Optional<String> text() {
    return node.orElse(null) instanceof YamlScalar scalar
        ? Optional.of(scalar.value())
        : Optional.empty();
  }

  Optional<String> text(String key) {
    return get(key).text();
  }

  /** A text that counts as absent when it is empty, as Argo's names do. */
  Optional<String> name(String key) {
    return text(key).filter(value -> !value.isEmpty());
  }

  boolean isTrue(String key) {
    return get(key).node.orElse(null) instanceof YamlScalar scalar
        && scalar.type() == ScalarType.BOOLEAN
        && ScalarType.truthOf(scalar.value());
  }

  int size() {
    return switch (node.orElse(null)) {
      case YamlSequence sequence -> sequence.size();
      case YamlMapping mapping -> mapping.size();
      case null, default -> 0;
    };
  }

  /** The items of a sequence; none for anything else. */
  List<Fields> items() {
    if (!(node.orElse(null) instanceof YamlSequence sequence)) {
      return List.of();
    }
    List<Fields> items = new ArrayList<>(sequence.size());
    for (int i = 0; i < sequence.size(); i++) {
      items.add(of(sequence.item(i), anchors));
    }
    return items;
  }

  List<Fields> items(String key) {
    return get(key).items();
  }

  /** The keys of a mapping, merged ones left out; none for anything else. */
  List<String> keys() {
    if (!(node.orElse(null) instanceof YamlMapping mapping)) {
      return List.of();
    }
    List<String> keys = new ArrayList<>(mapping.size());
    for (int i = 0; i < mapping.size(); i++) {
      if (mapping.key(i) instanceof YamlScalar key) {
        keys.add(key.value());
      }
    }
    return keys;
  }

  private Fields merged(YamlNode merged, String key) {
    Fields source = of(merged, anchors);
    if (!(source.node.orElse(null) instanceof YamlSequence)) {
      return source.get(key);
    }
    return source.items().stream()
        .map(item -> item.get(key))
        .filter(Fields::isPresent)
        .findFirst()
        .orElseGet(() -> nothing(anchors));
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
  }
}

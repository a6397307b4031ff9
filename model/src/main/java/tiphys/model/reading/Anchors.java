// SPDX-License-Identifier: Apache-2.0
package tiphys.model.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlSequence;

/**
 * What the aliases of a document stand for. Following them is bounded, so that a bomb of aliases
 * ends as missing values.
 */
final class Anchors {
  static final Anchors NONE = new Anchors();

  private static final int MOST_FOLLOWED = 100_000;
  private static final int LONGEST_CHAIN = 16;

  private final Map<String, YamlNode> byName = new HashMap<>();
  private int followed;

  private Anchors() {}

  static Anchors of(YamlNode root) {
    Anchors anchors = new Anchors();
    anchors.collect(root);
    return anchors;
  }

  boolean areNone() {
    return byName.isEmpty();
  }

  /** The node itself, or what an alias stands for; empty for an alias of nothing. */
  Optional<YamlNode> resolve(YamlNode node) {
    YamlNode found = node;
    for (int i = 0; found instanceof YamlAlias alias; i++) {
      YamlNode target = byName.get(alias.name());
      if (target == null || i > LONGEST_CHAIN || ++followed > MOST_FOLLOWED) {
        return Optional.empty();
      }
      found = target;
    }
    return Optional.of(found);
  }

  /** An anchor that is defined twice stands for its last; files that do so are rare. */
  private void collect(YamlNode node) {
    node.anchor().ifPresent(name -> byName.put(name, node));
    switch (node) {
      case YamlMapping mapping -> {
        for (int i = 0; i < mapping.size(); i++) {
          collect(mapping.key(i));
          collect(mapping.value(i));
        }
      }
      case YamlSequence sequence -> {
        for (int i = 0; i < sequence.size(); i++) {
          collect(sequence.item(i));
        }
      }
      default -> {
        // Scalars and aliases hold nothing.
      }
    }
  }
}

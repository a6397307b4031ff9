// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/** What a node says, without how it is written: lists that can be compared. */
final class Meaning {
  private final YamlNode instead;
  private final Object meant;

  private Meaning(YamlNode instead, Object meant) {
    this.instead = instead;
    this.meant = meant;
  }

  static Object of(YamlNode node) {
    return new Meaning(node, List.of()).inside(node);
  }

  /** Of a node, in which another node is to mean something else. */
  static Object of(YamlNode node, YamlNode other, Object meant) {
    return new Meaning(other, meant).whole(node);
  }

  @SuppressWarnings("ReferenceEquality") // the very node is meant, not one that says the same
  private Object whole(YamlNode node) {
    return node == instead ? meant : inside(node);
  }

  private Object inside(YamlNode node) {
    List<Object> parts = new ArrayList<>();
    node.anchor().ifPresent(anchor -> parts.add("&" + anchor));
    node.tag().ifPresent(parts::add);
    switch (node) {
      case YamlScalar scalar -> {
        parts.add(scalar.type());
        parts.add(scalar.value());
      }
      case YamlAlias alias -> parts.add("*" + alias.name());
      case YamlMapping mapping -> {
        for (int i = 0; i < mapping.size(); i++) {
          parts.add(List.of(whole(mapping.key(i)), whole(mapping.value(i))));
        }
      }
      case YamlSequence sequence -> {
        for (int i = 0; i < sequence.size(); i++) {
          parts.add(whole(sequence.item(i)));
        }
      }
    }
    return parts;
  }
}

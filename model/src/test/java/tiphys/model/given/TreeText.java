// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/** A tree written down with every place in it, for comparing. */
public final class TreeText {
  private final StringBuilder out = new StringBuilder();

  private TreeText() {}

  public static String of(YamlTree tree) {
    TreeText text = new TreeText();
    tree.documents().forEach(document -> text.add(document.root(), document.start()));
    tree.syntaxError().ifPresent(error -> text.out.append(error));
    return text.out.toString();
  }

  private void add(YamlNode node, int start) {
    out.append(start).append('+').append(node.length());
    node.anchor().ifPresent(anchor -> out.append('&').append(anchor));
    node.tag().ifPresent(tag -> out.append('!').append(tag));
    switch (node) {
      case YamlScalar scalar -> out.append(scalar.style()).append(scalar.value());
      case YamlAlias alias -> out.append('*').append(alias.name());
      case YamlMapping mapping -> {
        out.append(mapping.isFlow() ? "{" : "map");
        for (int i = 0; i < mapping.size(); i++) {
          out.append('\n').append(start + mapping.entryOffset(i)).append(' ');
          add(mapping.key(i), start + mapping.keyOffset(i));
          out.append(" : ");
          add(mapping.value(i), start + mapping.valueOffset(i));
        }
      }
      case YamlSequence sequence -> {
        out.append(sequence.isFlow() ? "[" : "seq");
        for (int i = 0; i < sequence.size(); i++) {
          out.append('\n').append(start + sequence.entryOffset(i)).append(' ');
          add(sequence.item(i), start + sequence.itemOffset(i));
        }
      }
    }
    out.append(';');
  }
}

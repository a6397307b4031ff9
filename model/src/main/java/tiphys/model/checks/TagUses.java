// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.ArrayList;
import java.util.List;
import tiphys.model.expression.Tag;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/**
 * The simple tags in and below a node, remembered with it. Inline templates have a scope of their
 * own and are left out.
 */
record TagUses(List<TagUse> uses) {
  static TagUses of(YamlNode node) {
    return node.derived(TagUses.class, TagUses::find);
  }

  private static TagUses find(YamlNode node) {
    List<TagUse> uses = new ArrayList<>();
    collect(node, 0, uses);
    return new TagUses(List.copyOf(uses));
  }

  private static void collect(YamlNode node, int offset, List<TagUse> uses) {
    switch (node) {
      case YamlScalar scalar -> addTags(scalar, offset, uses);
      case YamlAlias _ -> {
        // What it stands for is looked through where it is defined.
      }
      case YamlMapping mapping -> {
        for (int i = 0; i < mapping.size(); i++) {
          boolean isInline =
              mapping.key(i) instanceof YamlScalar key && key.value().equals("inline");
          if (!isInline) {
            collect(mapping.value(i), offset + mapping.valueOffset(i), uses);
          }
        }
      }
      case YamlSequence sequence -> {
        for (int i = 0; i < sequence.size(); i++) {
          collect(sequence.item(i), offset + sequence.itemOffset(i), uses);
        }
      }
    }
  }

  private static void addTags(YamlScalar scalar, int offset, List<TagUse> uses) {
    if (scalar.value().contains("{{")) {
      for (Tag tag : Tag.in(scalar.value())) {
        uses.add(new TagUse(tag, new TextRange(offset, offset + scalar.length())));
      }
    }
  }
}

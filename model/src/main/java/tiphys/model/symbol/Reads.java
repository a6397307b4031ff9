// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/**
 * The names that tags and expressions in and below a node read, remembered with it: after an edit
 * only what it touched is looked through again. Inline templates have a scope of their own and are
 * left out; what an alias stands for is looked through where it is defined.
 */
record Reads(List<Read> all) {
  /** Fields that are expressions without braces around them. */
  private static final Set<String> EXPRESSIONS = Set.of("expression", "fromExpression");

  /**
   * @param text the scalar it stands in, counted from where the node begins
   */
  record Read(List<String> parts, String field, TextRange text, int index, boolean isBare) {
    Site site(Scope scope, Optional<NodeId> node, int start) {
      return new Site(
          scope, node, field, text.shifted(start), Optional.of(new Site.Nth(index, isBare, parts)));
    }

    String part(int index) {
      return index < parts.size() ? parts.get(index) : "";
    }

    /** From a part on, with dots between; names of parameters may hold some. */
    String rest(int from) {
      return String.join(".", parts.subList(Math.min(from, parts.size()), parts.size()));
    }
  }

  static Reads of(YamlNode node) {
    return node.derived(Reads.class, Reads::find);
  }

  private static Reads find(YamlNode node) {
    List<Read> found = new ArrayList<>();
    collect(node, "", 0, found);
    return new Reads(List.copyOf(found));
  }

  private static void collect(YamlNode node, String field, int offset, List<Read> found) {
    switch (node) {
      case YamlScalar scalar -> add(scalar, field, offset, found);
      case YamlAlias _ -> {
        // looked through where it is defined
      }
      case YamlMapping mapping -> {
        for (int i = 0; i < mapping.size(); i++) {
          String key = mapping.key(i) instanceof YamlScalar name ? name.value() : "";
          if (!key.equals("inline")) {
            collect(mapping.value(i), key, offset + mapping.valueOffset(i), found);
          }
        }
      }
      case YamlSequence sequence -> {
        for (int i = 0; i < sequence.size(); i++) {
          collect(sequence.item(i), field, offset + sequence.itemOffset(i), found);
        }
      }
    }
  }

  private static void add(YamlScalar scalar, String field, int offset, List<Read> found) {
    boolean isBare = EXPRESSIONS.contains(field) && !scalar.value().contains("{{");
    if (!isBare && !scalar.value().contains("{{")) {
      return;
    }
    List<NamePath> paths =
        isBare ? NamePath.inExpression(scalar.value()) : NamePath.inTags(scalar.value());
    TextRange text = new TextRange(offset, offset + scalar.length());
    for (int i = 0; i < paths.size(); i++) {
      found.add(new Read(paths.get(i).parts(), field, text, i, isBare));
    }
  }
}

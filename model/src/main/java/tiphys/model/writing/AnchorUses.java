// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/** Which anchors a text defines, how often, and which aliases name them. */
final class AnchorUses {
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, Integer> definitions = new HashMap<>();
  private final Set<String> defined = new HashSet<>();
  private int dangling;

  private AnchorUses() {}

  static AnchorUses of(YamlTree tree) {
    AnchorUses found = new AnchorUses();
    if (tree.mayHaveAnchors()) {
      for (YamlDocument document : tree.documents()) {
        found.defined.clear();
        found.collect(document.root());
      }
    }
    return found;
  }

  /** Why what has an anchor cannot be another: it stands elsewhere too. */
  Optional<Problem> trouble(Optional<String> anchor) {
    int count = anchor.map(name -> uses.getOrDefault(name, 0)).orElse(0);
    return count == 0
        ? Optional.empty()
        : Optional.of(
            Problem.refusal(ProblemCode.EDIT_SHARED, anchor.get(), Integer.toString(count)));
  }

  /** Those that a node and what is in it define. */
  static Set<String> anchorsIn(YamlNode node) {
    AnchorUses found = new AnchorUses();
    found.collect(node);
    return found.defined;
  }

  /**
   * Whether every alias still has the anchor that it had: none has lost it, and no name that is
   * defined more than once is defined less or more often.
   */
  boolean areKeptIn(AnchorUses after) {
    boolean isAnyAmbiguous =
        after.uses.keySet().stream()
            .filter(name -> Math.max(definitionsOf(name), after.definitionsOf(name)) > 1)
            .anyMatch(name -> definitionsOf(name) != after.definitionsOf(name));
    return after.dangling <= dangling && !isAnyAmbiguous;
  }

  private int definitionsOf(String anchor) {
    return definitions.getOrDefault(anchor, 0);
  }

  private void collect(YamlNode node) {
    node.anchor()
        .ifPresent(
            name -> {
              defined.add(name);
              definitions.merge(name, 1, Integer::sum);
            });
    switch (node) {
      case YamlAlias alias -> {
        uses.merge(alias.name(), 1, Integer::sum);
        dangling += defined.contains(alias.name()) ? 0 : 1;
      }
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
      case YamlScalar _ -> {
        // A scalar holds nothing.
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/** No key twice (ARGO-003), no alias of nothing, no merge of what is no mapping. */
final class KeyRules {
  private KeyRules() {}

  /** Whether anything below a node is to be told; remembered with the node. */
  private enum Verdict {
    CLEAN,
    /** A key twice, or a merge. */
    SUSPECT
  }

  static void check(YamlTree tree, List<Problem> found) {
    for (YamlDocument document : tree.documents()) {
      if (verdict(document.root()) == Verdict.SUSPECT) {
        duplicates(document.place(), found);
        merges(document.place(), new HashMap<>(), found);
      }
      if (tree.mayHaveAnchors()) {
        aliases(document.place(), new HashSet<>(), new HashSet<>(), found);
      }
    }
  }

  private static Verdict verdict(YamlNode node) {
    return switch (node) {
      case YamlMapping _, YamlSequence _ -> node.derived(Verdict.class, KeyRules::judge);
      case YamlScalar _, YamlAlias _ -> Verdict.CLEAN;
    };
  }

  private static Verdict judge(YamlNode node) {
    if (node instanceof YamlSequence sequence) {
      return sequence.derivedInStretches(Verdict.class, KeyRules::judge).contains(Verdict.SUSPECT)
          ? Verdict.SUSPECT
          : Verdict.CLEAN;
    }
    YamlMapping mapping = (YamlMapping) node;
    for (int i = 0; i < mapping.size(); i++) {
      boolean isSuspect =
          mapping.key(i) instanceof YamlScalar key
              && (isMerge(key) || mapping.indexOf(key.value()) != i);
      if (isSuspect || verdict(mapping.value(i)) == Verdict.SUSPECT) {
        return Verdict.SUSPECT;
      }
    }
    return Verdict.CLEAN;
  }

  private static Verdict judge(YamlSequence sequence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (verdict(sequence.item(i)) == Verdict.SUSPECT) {
        return Verdict.SUSPECT;
      }
    }
    return Verdict.CLEAN;
  }

  private static void duplicates(YamlPlace place, List<Problem> found) {
    Set<String> seen = new HashSet<>();
    for (YamlPlace.Entry entry : place.entries()) {
      if (entry.key().node() instanceof YamlScalar key && !seen.add(key.value())) {
        found.add(Problem.error(ProblemCode.YAML_DUPLICATE_KEY, entry.key().range(), key.value()));
      }
      duplicates(entry.value(), found);
    }
    place.items().forEach(item -> duplicates(item, found));
  }

  private static boolean isMerge(YamlScalar key) {
    return key.type() == ScalarType.MERGE;
  }

  /** Looks for merges, with the anchors that stand before. */
  private static void merges(YamlPlace place, Map<String, YamlNode> anchors, List<Problem> found) {
    place.node().anchor().ifPresent(name -> anchors.put(name, place.node()));
    for (YamlPlace.Entry entry : place.entries()) {
      merges(entry.value(), anchors, found);
      boolean isWrong =
          entry.key().node() instanceof YamlScalar key
              && isMerge(key)
              && !canBeMerged(entry.value().node(), anchors);
      if (isWrong) {
        found.add(Problem.error(ProblemCode.YAML_MERGE_OF_NO_MAPPING, entry.value().range()));
      }
    }
    place.items().forEach(item -> merges(item, anchors, found));
  }

  /** A mapping or a list of them; an alias of nothing is told of elsewhere. */
  private static boolean canBeMerged(YamlNode node, Map<String, YamlNode> anchors) {
    if (node instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.size(); i++) {
        if (!isMapping(sequence.item(i), anchors)) {
          return false;
        }
      }
      return true;
    }
    return isMapping(node, anchors);
  }

  private static boolean isMapping(YamlNode node, Map<String, YamlNode> anchors) {
    YamlNode meant = node instanceof YamlAlias alias ? anchors.get(alias.name()) : node;
    return meant == null || meant instanceof YamlMapping;
  }

  /**
   * Looks for aliases of nothing, and of what they stand in.
   *
   * @param defined the anchors up to here
   * @param open those of them whose value has not ended yet
   */
  private static void aliases(
      YamlPlace place, Set<String> defined, Set<String> open, List<Problem> found) {
    Optional<String> anchor = place.node().anchor();
    anchor.ifPresent(defined::add);
    boolean isOpened = anchor.filter(open::add).isPresent();
    if (place.node() instanceof YamlAlias alias) {
      if (!defined.contains(alias.name())) {
        found.add(Problem.error(ProblemCode.YAML_UNKNOWN_ALIAS, place.range(), alias.name()));
      } else if (open.contains(alias.name())) {
        found.add(Problem.error(ProblemCode.YAML_ALIAS_OF_ITSELF, place.range(), alias.name()));
      }
    }
    for (YamlPlace.Entry entry : place.entries()) {
      aliases(entry.key(), defined, open, found);
      aliases(entry.value(), defined, open, found);
    }
    place.items().forEach(item -> aliases(item, defined, open, found));
    if (isOpened) {
      open.remove(anchor.get());
    }
  }
}

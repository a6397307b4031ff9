// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/**
 * Counts what a document becomes once every alias is replaced by what it stands for. A few hundred
 * bytes can stand for more values than fit into memory; Argo's reader refuses them too (go-yaml:
 * decode.go, "document contains excessive aliasing"). An alias inside its own anchor counts as one
 * value: it is read as none, and the checks tell of it.
 */
final class AliasExpansion {
  static final int MOST_VALUES = 1_000_000;

  private final Map<String, Long> sizes = new HashMap<>();
  private Optional<Problem> found = Optional.empty();

  private AliasExpansion() {}

  /** The first place at which a document becomes too large. O(nodes). */
  static Optional<Problem> trouble(YamlTree tree) {
    for (YamlDocument document : tree.documents()) {
      AliasExpansion expansion = new AliasExpansion();
      expansion.size(document.place());
      if (expansion.found.isPresent()) {
        return expansion.found;
      }
    }
    return Optional.empty();
  }

  private long size(YamlPlace place) {
    Optional<String> anchor = place.node().anchor();
    long size = 1;
    switch (place.node()) {
      case YamlAlias alias -> size = sizes.getOrDefault(alias.name(), 1L);
      case YamlMapping mapping -> {
        for (int i = 0; i < mapping.size() && found.isEmpty(); i++) {
          size = sum(size + size(place.key(i)), place.value(i));
        }
      }
      case YamlSequence sequence -> {
        for (int i = 0; i < sequence.size() && found.isEmpty(); i++) {
          size = sum(size, place.item(i));
        }
      }
      case YamlScalar _ -> {
        // One value.
      }
    }
    if (anchor.isPresent()) {
      sizes.put(anchor.get(), size);
    }
    return size;
  }

  private long sum(long size, YamlPlace next) {
    long sum = size + size(next);
    if (sum > MOST_VALUES && found.isEmpty() && !sizes.isEmpty()) {
      found =
          Optional.of(
              Problem.error(
                  ProblemCode.YAML_TOO_MANY_ALIASES, next.range(), Integer.toString(MOST_VALUES)));
    }
    return sum;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/**
 * Counts what a document becomes once every alias is replaced by what it stands for. A few hundred
 * bytes can stand for more values than fit into memory, and an alias inside its own anchor for
 * endlessly many; Argo's reader refuses both (go-yaml: decode.go, "document contains excessive
 * aliasing" and "value contains itself").
 */
final class AliasExpansion {
  static final int MOST_VALUES = 1_000_000;

  private final Map<String, Long> sizes = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private Optional<Problem> found = Optional.empty();

  private AliasExpansion() {}

  /** The first alias that makes a document too large, or endless. O(nodes). */
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
    anchor.ifPresent(open::add);
    long size = 1;
    switch (place.node()) {
      case YamlAlias alias -> size = sizeOf(alias, place);
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
      open.remove(anchor.get());
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

  private long sizeOf(YamlAlias alias, YamlPlace place) {
    if (open.contains(alias.name()) && found.isEmpty()) {
      found =
          Optional.of(Problem.error(ProblemCode.YAML_ALIAS_OF_ITSELF, place.range(), alias.name()));
    }
    return sizes.getOrDefault(alias.name(), 1L);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/**
 * What a tree is to mean after an edit, told by what changes; everything else is to mean what it
 * meant. Nodes that both trees share are known to be equal without a look inside.
 */
final class Intention {
  private final IdentityHashMap<YamlNode, YamlValue> replaced = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Map<String, YamlValue>> put = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Set<Integer>> removed = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Map<Integer, List<YamlValue>>> inserted =
      new IdentityHashMap<>();
  private final Set<YamlNode> changed = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Which items or entries of a collection change. */
  private final IdentityHashMap<YamlNode, BitSet> changedInside = new IdentityHashMap<>();

  void replace(YamlPlace place, YamlValue value) {
    replaced.put(place.node(), value);
    mark(place);
  }

  void put(YamlPlace mapping, String key, YamlValue value) {
    put.computeIfAbsent(mapping.node(), _ -> new LinkedHashMap<>()).put(key, value);
    mark(mapping);
  }

  void remove(YamlPlace collection, Set<Integer> indices) {
    removed.computeIfAbsent(collection.node(), _ -> new HashSet<>()).addAll(indices);
    mark(collection);
  }

  /** Items in front of the one that stands at an index now. */
  void insert(YamlPlace sequence, int index, YamlValue item) {
    inserted
        .computeIfAbsent(sequence.node(), _ -> new LinkedHashMap<>())
        .computeIfAbsent(index, _ -> new ArrayList<>())
        .add(item);
    mark(sequence);
  }

  private void mark(YamlPlace place) {
    for (YamlPlace at = place; at != null; at = at.parent().orElse(null)) {
      changed.add(at.node());
      int index = at.indexInParent();
      at.parent()
          .ifPresent(
              parent -> changedInside.computeIfAbsent(parent.node(), _ -> new BitSet()).set(index));
    }
  }

  /** Whether a tree means what was intended. */
  boolean isFulfilled(YamlTree before, YamlTree after) {
    List<YamlDocument> old = before.documents();
    List<YamlDocument> now = after.documents();
    boolean isReadable = after.syntaxError().isEmpty() || keepsDamage(before, after);
    if (!isReadable || old.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!matches(old.get(i).root(), now.get(i).root())) {
        return false;
      }
    }
    return AnchorUses.of(before).areKeptIn(AnchorUses.of(after));
  }

  /** Whether what could not be read before, and nothing else, cannot be read after. */
  private static boolean keepsDamage(YamlTree before, YamlTree after) {
    return !before.damages().isEmpty() && damaged(before).equals(damaged(after));
  }

  private static List<String> damaged(YamlTree tree) {
    return tree.damages().stream().map(damage -> tree.text().slice(damage.range())).toList();
  }

  @SuppressWarnings("ReferenceEquality") // A shared node is an equal node.
  private boolean matches(YamlNode before, YamlNode after) {
    if (before == after && !changed.contains(before)) {
      return true;
    }
    boolean isReplacedAlias = before instanceof YamlAlias && replaced.containsKey(before);
    if (!isReplacedAlias && !before.anchor().equals(after.anchor())) {
      return false;
    }
    if (!changed.contains(before)) {
      return same(before, after);
    }
    YamlValue value = replaced.get(before);
    if (value != null) {
      return means(after, value);
    }
    return switch (before) {
      case YamlMapping mapping -> after instanceof YamlMapping now && matches(mapping, now);
      case YamlSequence sequence -> after instanceof YamlSequence now && matches(sequence, now);
      case YamlScalar _, YamlAlias _ -> false;
    };
  }

  /** The same structure; every part of it may have changed in its own way. */
  private boolean same(YamlNode before, YamlNode after) {
    return switch (before) {
      case YamlScalar scalar ->
          after instanceof YamlScalar now
              && scalar.value().equals(now.value())
              && scalar.type() == now.type();
      case YamlAlias alias -> after instanceof YamlAlias now && alias.name().equals(now.name());
      case YamlMapping mapping -> after instanceof YamlMapping now && matches(mapping, now);
      case YamlSequence sequence -> after instanceof YamlSequence now && matches(sequence, now);
    };
  }

  private boolean matches(YamlMapping before, YamlMapping after) {
    Map<String, YamlValue> added = new LinkedHashMap<>(put.getOrDefault(before, Map.of()));
    Set<Integer> gone = removed.getOrDefault(before, Set.of());
    int kept = 0;
    for (int i = 0; i < after.size(); i++) {
      String key = after.key(i) instanceof YamlScalar scalar ? scalar.value() : "";
      while (gone.contains(kept)) {
        kept++;
      }
      if (added.containsKey(key)) {
        if (!means(after.value(i), added.remove(key))) {
          return false;
        }
      } else if (kept >= before.size()
          || !matches(before.key(kept), after.key(i))
          || !matches(before.value(kept), after.value(i))) {
        return false;
      } else {
        kept++;
      }
    }
    while (gone.contains(kept)) {
      kept++;
    }
    return added.isEmpty() && kept == before.size();
  }

  private boolean matches(YamlSequence before, YamlSequence after) {
    Map<Integer, List<YamlValue>> added = inserted.getOrDefault(before, Map.of());
    Set<Integer> gone = removed.getOrDefault(before, Set.of());
    BitSet inside = changedInside.getOrDefault(before, new BitSet());
    BitSet stops = new BitSet();
    added.keySet().forEach(stops::set);
    gone.forEach(stops::set);
    int next = 0;
    for (int i = 0; i <= before.size(); i++) {
      boolean isGone = false;
      if (stops.get(i)) {
        for (YamlValue value : added.getOrDefault(i, List.of())) {
          if (next >= after.size() || !means(after.item(next++), value)) {
            return false;
          }
        }
        isGone = gone.contains(i);
      }
      if (i < before.size()
          && !isGone
          && (next >= after.size() || !isKept(before.item(i), after.item(next++), inside.get(i)))) {
        return false;
      }
    }
    return next == after.size();
  }

  /** Of the many items of a list that nobody changed, each is the very same one. */
  @SuppressWarnings("ReferenceEquality") // A shared node is an equal node.
  private boolean isKept(YamlNode before, YamlNode after, boolean isChanged) {
    return before == after && !isChanged || matches(before, after);
  }

  private static boolean means(YamlNode node, YamlValue value) {
    return switch (value) {
      case YamlValue.Text(String text) ->
          node instanceof YamlScalar scalar
              && scalar.type() == ScalarType.STRING
              && scalar.value().equals(text);
      case YamlValue.Plain(String text) ->
          node instanceof YamlScalar scalar && scalar.value().equals(text);
      case YamlValue.Copied copied -> new Intention().same(copied.place().node(), node);
      case YamlValue.Mapping(Map<String, YamlValue> entries) ->
          node instanceof YamlMapping mapping
              && mapping.size() == entries.size()
              && entries.entrySet().stream()
                  .allMatch(
                      entry ->
                          mapping
                              .get(entry.getKey())
                              .filter(found -> means(found, entry.getValue()))
                              .isPresent());
      case YamlValue.Sequence(List<YamlValue> items) ->
          node instanceof YamlSequence sequence
              && sequence.size() == items.size()
              && java.util.stream.IntStream.range(0, items.size())
                  .allMatch(i -> means(sequence.item(i), items.get(i)));
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;

/**
 * What comes and goes in one collection.
 *
 * @param gone positions of what goes
 * @param put new keys of a mapping
 * @param replaced other values for keys that stay, by position, where brackets are written anew
 * @param inserted new items of a sequence, in the order in which they were told
 */
record Changed(
    YamlPlace place,
    Set<Integer> gone,
    Map<String, YamlValue> put,
    Map<Integer, YamlValue> replaced,
    List<Inserted> inserted) {
  record Inserted(int index, YamlValue item) {}

  static Changed of(YamlPlace place) {
    return new Changed(
        place, new TreeSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
  }

  /** The items or values that go. */
  List<YamlNode> goingAway() {
    return gone.stream()
        .map(index -> place.isMapping() ? place.value(index) : place.item(index))
        .map(YamlPlace::node)
        .toList();
  }

  List<TextEdit> edits(Texts texts) {
    return YamlEmitter.isFlow(place.node()) ? inBrackets(texts.flow()) : inLines(texts);
  }

  private List<TextEdit> inBrackets(FlowText flow) {
    boolean isMixed = !gone.isEmpty() && !(put.isEmpty() && inserted.isEmpty());
    if (isMixed || !replaced.isEmpty()) {
      return List.of(flow.changed(this));
    }
    List<TextEdit> edits = new ArrayList<>();
    Map<Integer, List<String>> comes = new TreeMap<>();
    inOrder()
        .forEach(
            (key, value) ->
                comes
                    .computeIfAbsent(
                        KeyOrder.indexBefore(place, key, Set.of()) + 1, _ -> new ArrayList<>())
                    .add(flow.entry(place, key, value)));
    inserted.forEach(
        added ->
            comes
                .computeIfAbsent(added.index(), _ -> new ArrayList<>())
                .add(flow.item(place, added)));
    comes.forEach((index, entries) -> edits.addAll(flow.inserted(place, index, entries)));
    edits.addAll(flow.remove(place, gone));
    return edits;
  }

  private List<TextEdit> inLines(Texts texts) {
    if (gone.size() == place.size()) {
      return texts.block().replaced(place, all());
    }
    List<TextEdit> edits = new ArrayList<>();
    inOrder().forEach((key, value) -> edits.add(texts.block().put(place, key, value, gone)));
    inserted.forEach(added -> edits.add(texts.block().insert(place, added, gone)));
    edits.addAll(texts.removal().removed(place, gone));
    return edits;
  }

  /** New keys that come to stand side by side have an order among them too. */
  Map<String, YamlValue> inOrder() {
    Map<String, YamlValue> ordered = new LinkedHashMap<>();
    put.keySet().stream()
        .sorted(Comparator.comparingInt(KeyOrder::rank))
        .forEach(key -> ordered.put(key, put.get(key)));
    return ordered;
  }

  /** What is there after nothing of the old has stayed. */
  private YamlValue all() {
    return place.isMapping()
        ? new YamlValue.Mapping(put)
        : new YamlValue.Sequence(inserted.stream().map(Inserted::item).toList());
  }
}

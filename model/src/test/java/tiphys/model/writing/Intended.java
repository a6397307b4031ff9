// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tiphys.model.given.Meaning;
import tiphys.model.yaml.YamlPlace;

/** What a change is to make of the meaning of a file: the writer's promises, told once more. */
final class Intended {
  private Intended() {}

  /** With the node at a place changed. The path leads down from a document. */
  static List<Meaning> changed(
      List<Meaning> documents, int document, YamlPlace place, UnaryOperator<Meaning> change) {
    List<Meaning> next = new ArrayList<>(documents);
    next.set(document, at(next.get(document), path(place), 0, change));
    return next;
  }

  private static List<Integer> path(YamlPlace place) {
    List<Integer> path = new ArrayList<>();
    for (YamlPlace at = place; at.parent().isPresent(); at = at.parent().get()) {
      path.addFirst(at.indexInParent());
    }
    return path;
  }

  private static Meaning at(
      Meaning node, List<Integer> path, int depth, UnaryOperator<Meaning> change) {
    if (depth == path.size()) {
      return change.apply(node);
    }
    int index = path.get(depth);
    return switch (node) {
      case Meaning.Items(String anchor, List<Meaning> items) -> {
        List<Meaning> next = new ArrayList<>(items);
        next.set(index, at(next.get(index), path, depth + 1, change));
        yield new Meaning.Items(anchor, next);
      }
      case Meaning.Mapping(String anchor, List<Meaning.Entry> entries) -> {
        List<Meaning.Entry> next = new ArrayList<>(entries);
        Meaning.Entry entry = next.get(index);
        next.set(index, new Meaning.Entry(entry.key(), at(entry.value(), path, depth + 1, change)));
        yield new Meaning.Mapping(anchor, next);
      }
      default -> throw new IllegalStateException(node.toString());
    };
  }

  static Meaning of(YamlValue value) {
    return switch (value) {
      case YamlValue.Text(String text) -> Meaning.text(text);
      case YamlValue.Copied copied -> Meaning.of(copied.place().node());
      case YamlValue.Plain(String text) -> new Meaning.Scalar("", text, false);
      case YamlValue.Mapping(Map<String, YamlValue> entries) ->
          new Meaning.Mapping(
              "",
              entries.entrySet().stream()
                  .map(e -> new Meaning.Entry(Meaning.text(e.getKey()), of(e.getValue())))
                  .toList());
      case YamlValue.Sequence(List<YamlValue> items) ->
          new Meaning.Items("", items.stream().map(Intended::of).toList());
    };
  }

  /** An anchor stays where it is. */
  static Meaning of(YamlValue value, String anchor) {
    return switch (of(value)) {
      case Meaning.Scalar(_, String text, boolean isText) ->
          new Meaning.Scalar(anchor, text, isText);
      case Meaning.Mapping(_, List<Meaning.Entry> entries) -> new Meaning.Mapping(anchor, entries);
      case Meaning.Items(_, List<Meaning> items) -> new Meaning.Items(anchor, items);
      case Meaning.Alias alias -> alias;
    };
  }

  static Meaning without(Meaning node, Set<Integer> indices) {
    return switch (node) {
      case Meaning.Items(String anchor, List<Meaning> items) ->
          new Meaning.Items(anchor, kept(items, indices));
      case Meaning.Mapping(String anchor, List<Meaning.Entry> entries) ->
          new Meaning.Mapping(anchor, kept(entries, indices));
      default -> throw new IllegalStateException(node.toString());
    };
  }

  private static <T> List<T> kept(List<T> all, Set<Integer> gone) {
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!gone.contains(i)) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  static Meaning with(Meaning node, int index, Meaning item) {
    Meaning.Items items = (Meaning.Items) node;
    List<Meaning> next = new ArrayList<>(items.items());
    next.add(index, item);
    return new Meaning.Items(items.anchor(), next);
  }

  /** Where among the entries the new one stands is the writer's choice; all else is not. */
  static boolean isWith(Meaning before, Meaning after, String key, Meaning value) {
    List<Meaning.Entry> old = ((Meaning.Mapping) before).entries();
    List<Meaning.Entry> now = new ArrayList<>(((Meaning.Mapping) after).entries());
    return now.remove(new Meaning.Entry(Meaning.text(key), value)) && now.equals(old);
  }
}

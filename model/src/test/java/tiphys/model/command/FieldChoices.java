// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.state.DiagramState;
import tiphys.model.yaml.YamlPlace;

/** Commands on any field of a real file, those that are there and those that could be. */
final class FieldChoices {
  /** Where one of these is set, the item goes by another name than the path says. */
  private static final Set<String> ITEM_KEYS =
      Set.of("name", "mountPath", "devicePath", "containerPort", "ip", "key", "uid");

  private FieldChoices() {}

  /** One that is there, or any that the schema knows. */
  static SetField set(FieldOwner owner, int choice, String value, DiagramState state) {
    List<String> path =
        choice % 3 == 0 ? missing(owner.type(state), choice) : path(owner, choice, state);
    return new SetField(owner, path, value);
  }

  static UnsetField unset(FieldOwner owner, int choice, DiagramState state) {
    return new UnsetField(owner, path(owner, choice, state));
  }

  static MoveItem move(FieldOwner owner, int choice, DiagramState state) {
    List<String> path = path(owner, choice, state);
    while (path.size() > 1 && !path.getLast().matches("\\d+")) {
      path = path.subList(0, path.size() - 1);
    }
    return new MoveItem(owner, path, choice % 3);
  }

  static RenameKey rename(FieldOwner owner, int choice, DiagramState state) {
    return new RenameKey(owner, path(owner, choice, state), "renamed-key");
  }

  static AddItem add(FieldOwner owner, int choice, String value, DiagramState state) {
    return new AddItem(
        owner,
        shorter(path(owner, choice, state)),
        value,
        choice % 2 == 0 ? OptionalInt.empty() : OptionalInt.of(choice % 3));
  }

  private static List<String> path(FieldOwner owner, int choice, DiagramState state) {
    return owner.place(state).map(place -> path(place, choice)).orElse(List.of("name"));
  }

  /** Down to a place that is there, by a choice at each level. */
  private static List<String> path(YamlPlace from, int choice) {
    List<String> path = new ArrayList<>();
    YamlPlace place = from;
    int rest = choice;
    while (place.size() > 0 && (path.isEmpty() || rest % 5 != 0)) {
      int index = rest % place.size();
      path.add(place.isMapping() ? place.key(index).text().orElse("x") : Integer.toString(index));
      place = place.isMapping() ? place.value(index) : place.item(index);
      rest = rest / 2 + 1;
    }
    return path.isEmpty() ? List.of("name") : path;
  }

  private static List<String> shorter(List<String> path) {
    boolean isItem = path.size() > 1 && path.getLast().matches("\\d+");
    return isItem ? path.subList(0, path.size() - 1) : path;
  }

  /** Down to any field that the schema knows. */
  private static List<String> missing(FieldType from, int choice) {
    List<String> path = new ArrayList<>();
    FieldType type = from;
    int rest = choice;
    while (!type.isScalar() && type != FieldType.Plain.ANY && path.size() < 6) {
      FieldType at = type;
      List<String> steps =
          Schema.argo()
              .definition(at)
              .map(definition -> List.copyOf(definition.fields().keySet()))
              .orElse(List.of("a-name"));
      if (steps.isEmpty()) {
        break;
      }
      String step = steps.get(rest % steps.size());
      path.add(step);
      type = Schema.argo().below(at, step).orElse(FieldType.Plain.ANY);
      rest = rest / 3 + 7;
    }
    return path;
  }

  static void assertSet(SetField set, DiagramState after) {
    Optional<YamlPlace> place = find(set.owner(), set.path(), after);
    boolean isRenamedItem = place.isEmpty() && ITEM_KEYS.contains(set.path().getLast());
    if (set.value().isEmpty() || isRenamedItem) {
      return;
    }
    assertTrue(place.isPresent(), set::toString);
    Optional<String> said =
        place.get().isMapping()
            ? place.get().get("value").flatMap(YamlPlace::text)
            : place.get().text();
    boolean isWhole = place.get().size() > 0;
    assertTrue(
        isWhole || said.filter(text -> isMeant(text, set.value())).isPresent(), set::toString);
  }

  /**
   * A truth may be typed as {@code on}; a list of nothing is nothing; lines that are read as YAML,
   * where a field takes any, are one line.
   */
  private static boolean isMeant(String text, String typed) {
    boolean isFolded = text.equals(typed.strip().replace('\n', ' '));
    return isFolded
        || text.equals(typed)
        || text.equals("true")
        || text.equals("false")
        || typed.equals("{}");
  }

  static void assertUnset(UnsetField unset, DiagramState after) {
    boolean isItem = unset.path().getLast().matches("\\d+");
    assertTrue(isItem || find(unset.owner(), unset.path(), after).isEmpty(), unset::toString);
  }

  static void assertAdded(AddItem add, DiagramState before, DiagramState after) {
    int was = find(add.owner(), add.path(), before).map(YamlPlace::size).orElse(0);

    assertEquals(
        was + 1,
        find(add.owner(), add.path(), after).map(YamlPlace::size).orElse(0),
        add::toString);
  }

  static void assertMoved(MoveItem move, DiagramState before, DiagramState after) {
    List<String> list = move.path().subList(0, move.path().size() - 1);
    List<String> was = items(move.owner(), list, before);
    List<String> now = items(move.owner(), list, after);
    int from = Integer.parseInt(move.path().getLast());
    was.add(move.to(), was.remove(from));

    assertEquals(was, now, move::toString);
  }

  static void assertRenamed(RenameKey rename, DiagramState after) {
    List<String> path = new ArrayList<>(rename.path());
    path.set(path.size() - 1, rename.to());

    assertTrue(find(rename.owner(), path, after).isPresent(), rename::toString);
  }

  private static List<String> items(FieldOwner owner, List<String> list, DiagramState state) {
    List<String> items = new ArrayList<>();
    find(owner, list, state)
        .ifPresent(place -> place.items().forEach(item -> items.add(meaning(item))));
    return items;
  }

  private static String meaning(YamlPlace place) {
    StringBuilder meaning = new StringBuilder(place.text().orElse("~"));
    place.entries().forEach(e -> meaning.append(e.name()).append(':').append(meaning(e.value())));
    place.items().forEach(item -> meaning.append('-').append(meaning(item)));
    return meaning.append(';').toString();
  }

  private static Optional<YamlPlace> find(FieldOwner owner, List<String> path, DiagramState state) {
    return TypedField.find(state, owner, path)
        .result()
        .filter(TypedField::isThere)
        .map(TypedField::place);
  }
}

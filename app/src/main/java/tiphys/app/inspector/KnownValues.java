// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tiphys.model.command.FieldOwner;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.yaml.YamlPlace;

/**
 * What a file has for a field: the tasks that can be waited for, the volumes that can be mounted,
 * and else whatever stands in fields of the same name elsewhere, such as images and secrets.
 * O(file)
 */
final class KnownValues {
  private static final Set<String> WAITS = Set.of("depends", "dependencies", "target");

  /** Names of another kind stand under them, depending on what they are within. */
  private static final Set<String> BY_PARENT = Set.of("name", "key");

  /** What differs from field to field is not worth proposing. */
  private static final Set<String> OWN =
      Set.of("value", "default", "description", "source", "manifest", "body", "from", "args");

  private final DiagramState state;
  private final FieldOwner owner;
  private final Field field;

  KnownValues(DiagramState state, FieldOwner owner, Field field) {
    this.state = state;
    this.owner = owner;
    this.field = field;
  }

  /** Where the word around a caret begins: names of tasks stand between signs. */
  int wordStart(String text, int caret) {
    int start = WAITS.contains(name()) ? caret : 0;
    while (start > 0 && isOfName(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private String name() {
    return field.path().getLast();
  }

  List<String> values() {
    if (WAITS.contains(name()) && owner instanceof FieldOwner.OfTask(Scope scope, NodeId own)) {
      return state.graph(scope).nodes().stream()
          .filter(node -> !node.id().equals(own))
          .map(node -> node.title())
          .toList();
    }
    if (name().equals("timezone")) {
      return ZoneId.getAvailableZoneIds().stream().filter(z -> z.contains("/")).sorted().toList();
    }
    if (OWN.contains(name()) || !field.type().isScalar()) {
      return List.of();
    }
    boolean isMount = field.key().equals("VolumeMount.name");
    List<String> path = field.path();
    String parent = path.size() > 1 ? path.get(path.size() - 2) : "";
    Set<String> found = new TreeSet<>();
    state
        .tree()
        .documents()
        .forEach(document -> collect(document.place(), "", parent, isMount, found));
    found.remove(field.value());
    return new ArrayList<>(found);
  }

  private void collect(
      YamlPlace place, String within, String parent, boolean isMount, Set<String> found) {
    for (YamlPlace.Entry entry : place.entries()) {
      boolean isSame =
          entry.name().equals(name()) && (!BY_PARENT.contains(name()) || within.equals(parent));
      boolean isVolume = isMount && within.equals("volumes") && entry.name().equals("name");
      if (isMount ? isVolume : isSame) {
        entry.value().text().filter(text -> !text.isBlank()).ifPresent(found::add);
      }
      collect(entry.value(), entry.name(), parent, isMount, found);
    }
    for (YamlPlace item : place.items()) {
      collect(item, within, parent, isMount, found);
    }
  }
}

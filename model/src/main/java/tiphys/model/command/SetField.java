// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Sets one field of a task, a template or a resource. Where there is none, it is added with all
 * that it stands in; an empty value takes it away. Items of a list are named by their {@code name},
 * or by their number, counted from 0; the last of the path may be such an item, whose {@code value}
 * is set then. Setting {@code name} of a task or a template renames it with every reference.
 *
 * @param value for a list, as in a flow sequence: {@code [sh, -c]}
 */
public record SetField(FieldOwner owner, List<String> path, String value) implements Command {
  /** Lists whose items are mappings with a name of their own. */
  private static final Set<String> NAMED_LISTS =
      Set.of("parameters", "artifacts", "env", "volumes", "volumeMounts", "sidecars");

  public SetField {
    path = List.copyOf(path);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    if (path.equals(List.of("name")) && !(owner instanceof FieldOwner.OfResource)) {
      return rename(now);
    }
    Optional<YamlPlace> place = placeOfOwner(now);
    if (path.isEmpty() || place.isEmpty()) {
      return Outcome.refused(ProblemCode.FIELD_NOT_SETTABLE, String.join(".", path));
    }
    DocumentWriter writer = new DocumentWriter(now.tree());
    return set(writer, place.get())
        ? writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)))
        : Outcome.refused(ProblemCode.FIELD_NOT_SETTABLE, String.join(".", path));
  }

  private Outcome<Plan> rename(DiagramState now) {
    return switch (owner) {
      case FieldOwner.OfTask(Scope scope, var node) ->
          new RenameTask(scope, node, new TaskName(value)).plan(now);
      case FieldOwner.OfTemplate(Scope scope) ->
          new RenameTemplate(scope.resource(), scope.template(), new TemplateName(value)).plan(now);
      case FieldOwner.OfResource _ -> throw new IllegalStateException();
    };
  }

  private Optional<YamlPlace> placeOfOwner(DiagramState now) {
    return switch (owner) {
      case FieldOwner.OfTask(Scope scope, var node) -> now.locator().task(scope, node);
      case FieldOwner.OfTemplate(Scope scope) -> now.locator().template(scope);
      case FieldOwner.OfResource(int resource) -> now.locator().resource(resource);
    };
  }

  private boolean set(DocumentWriter writer, YamlPlace from) {
    YamlPlace place = from;
    for (int i = 0; i < path.size(); i++) {
      Optional<YamlPlace> next = step(place, path.get(i));
      if (next.isEmpty() || next.get().isNull() && i + 1 < path.size()) {
        return value.isEmpty() || add(writer, place, i);
      }
      place = next.get();
    }
    if (place.isMapping() && place.parent().filter(YamlPlace::isSequence).isPresent()) {
      Optional<YamlPlace> item = place.get("value");
      if (value.isEmpty()) {
        writer.remove(place, "value");
      } else if (item.isPresent()) {
        writer.replace(item.get(), FieldValue.of(value, item.get(), path));
      } else {
        writer.put(place, "value", YamlValue.text(value));
      }
      return true;
    }
    return value.isEmpty() ? remove(writer, place) : replace(writer, place);
  }

  private boolean replace(DocumentWriter writer, YamlPlace place) {
    writer.replace(place, FieldValue.of(value, place, path));
    return true;
  }

  private static boolean remove(DocumentWriter writer, YamlPlace place) {
    YamlPlace parent = place.parent().orElseThrow();
    if (parent.isMapping()) {
      writer.remove(parent, parent.key(place.indexInParent()).text().orElse(""));
    } else {
      writer.removeItems(parent, Set.of(place.indexInParent()));
    }
    return true;
  }

  /** Adds what is missing from a position of the path on. */
  private boolean add(DocumentWriter writer, YamlPlace place, int missing) {
    YamlValue whole = FieldValue.ofNew(value, path);
    for (int i = path.size() - 1; i > missing; i--) {
      boolean isItem = NAMED_LISTS.contains(path.get(i - 1));
      if (isItem) {
        YamlValue.Mapping named = YamlValue.mapping("name", YamlValue.text(path.get(i)));
        whole =
            YamlValue.sequence(
                whole instanceof YamlValue.Mapping fields
                    ? joined(named, fields)
                    : named.and("value", whole));
      } else {
        whole = YamlValue.mapping(path.get(i), whole);
      }
    }
    String key = path.get(missing);
    boolean isInList = missing > 0 && NAMED_LISTS.contains(path.get(missing - 1));
    if (isInList && place.isSequence()) {
      YamlValue.Mapping named = YamlValue.mapping("name", YamlValue.text(key));
      YamlValue item =
          whole instanceof YamlValue.Mapping fields
              ? joined(named, fields)
              : named.and("value", whole);
      writer.insert(place, place.size(), item);
      return true;
    }
    if (!place.isMapping() && !place.isNull()) {
      return false;
    }
    writer.put(place, key, whole);
    return true;
  }

  private static YamlValue.Mapping joined(YamlValue.Mapping first, YamlValue.Mapping second) {
    YamlValue.Mapping both = first;
    for (var entry : second.entries().entrySet()) {
      both = both.and(entry.getKey(), entry.getValue());
    }
    return both;
  }

  private static Optional<YamlPlace> step(YamlPlace place, String key) {
    if (place.isMapping()) {
      return place.get(key);
    }
    for (YamlPlace item : place.items()) {
      if (item.get("name").flatMap(YamlPlace::text).filter(key::equals).isPresent()) {
        return Optional.of(item);
      }
    }
    return key.matches("\\d{1,6}") && Integer.parseInt(key) < place.size()
        ? Optional.of(place.item(Integer.parseInt(key)))
        : Optional.empty();
  }
}

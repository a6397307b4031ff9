// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowSpec;

/**
 * What two versions of a file differ in.
 *
 * @param entries of resources, their templates and their tasks, in the order of the later version
 */
public record FileDifference(List<Entry> entries) {
  /** Templates and tasks have entries of their own. */
  private static final Set<String> TEMPLATES =
      Set.of("spec.templates", "spec.workflowSpec.templates");

  private static final Set<String> TASKS = Set.of("dag.tasks", "steps", "containerSet.containers");

  /**
   * A thing that differs.
   *
   * @param name as people say it: {@code main/build} for a task of a template, {@code main} for a
   *     template, {@code Workflow hello} for a resource
   * @param fields what is another one; none for what is new or gone
   */
  public record Entry(Change change, String name, List<FieldChange> fields) {
    public Entry {
      fields = List.copyOf(fields);
    }
  }

  public FileDifference {
    entries = List.copyOf(entries);
  }

  /**
   * From an earlier version to a later one. The only resource of both is the same one, whatever its
   * name. O(size of both).
   */
  public static FileDifference between(DiagramState before, DiagramState after) {
    List<Entry> entries = new ArrayList<>();
    List<Named<Resource>> old = resources(before);
    List<Named<Resource>> now = resources(after);
    if (old.size() == 1 && now.size() == 1) {
      addResource(old.getFirst(), now.getFirst(), entries);
    } else {
      Pairs.of(old, now).forEach(entries, (was, is) -> addResource(was, is, entries));
    }
    return new FileDifference(entries);
  }

  private static void addResource(Named<Resource> old, Named<Resource> now, List<Entry> entries) {
    addChanged(
        now.name(), Fields.changes(old.thing().node(), now.thing().node(), TEMPLATES), entries);
    Pairs.of(templates(old.thing()), templates(now.thing()))
        .forEach(entries, (was, is) -> addTemplate(was, is, entries));
  }

  private static void addTemplate(Named<Template> old, Named<Template> now, List<Entry> entries) {
    addChanged(now.name(), Fields.changes(old.thing().node(), now.thing().node(), TASKS), entries);
    Pairs.of(tasks(old), tasks(now))
        .forEach(
            entries,
            (was, is) ->
                addChanged(
                    is.name(),
                    Fields.changes(was.thing().node(), is.thing().node(), Set.of()),
                    entries));
  }

  private static void addChanged(String name, List<FieldChange> fields, List<Entry> entries) {
    if (!fields.isEmpty()) {
      entries.add(new Entry(Change.CHANGED, name, fields));
    }
  }

  private static List<Named<Resource>> resources(DiagramState state) {
    return state.workflow().resources().stream()
        .map(
            resource ->
                new Named<>((resource.kindName() + " " + title(resource)).strip(), resource))
        .toList();
  }

  private static String title(Resource resource) {
    return resource.name().or(resource::generateName).orElse("");
  }

  private static List<Named<Template>> templates(Resource resource) {
    List<Named<Template>> named = new ArrayList<>();
    for (Template template : resource.spec().map(WorkflowSpec::templates).orElse(List.of())) {
      template.name().ifPresent(name -> named.add(new Named<>(name.value(), template)));
    }
    return named;
  }

  private static List<Named<Task>> tasks(Named<Template> template) {
    List<Task> tasks = Scopes.tasks(template.thing());
    NodeIdsInScope ids = NodeIdsInScope.of(template.thing());
    List<Named<Task>> named = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      named.add(new Named<>(template.name() + "/" + ids.ids().get(i).value(), tasks.get(i)));
    }
    return named;
  }

  private record Named<T>(String name, T thing) {}

  /** The same things in both versions, by their names. */
  private record Pairs<T>(Map<String, Named<T>> before, Map<String, Named<T>> after) {
    static <T> Pairs<T> of(List<Named<T>> before, List<Named<T>> after) {
      return new Pairs<>(byName(before), byName(after));
    }

    private static <T> Map<String, Named<T>> byName(List<Named<T>> things) {
      Map<String, Named<T>> byName = new LinkedHashMap<>();
      things.forEach(thing -> byName.putIfAbsent(thing.name(), thing));
      return byName;
    }

    void forEach(List<Entry> entries, BiConsumer<Named<T>, Named<T>> both) {
      Set<String> names = new LinkedHashSet<>(after.keySet());
      names.addAll(before.keySet());
      for (String name : names) {
        Optional<Named<T>> old = Optional.ofNullable(before.get(name));
        Optional<Named<T>> now = Optional.ofNullable(after.get(name));
        if (old.isPresent() && now.isPresent()) {
          both.accept(old.get(), now.get());
        } else {
          Change change = now.isPresent() ? Change.ADDED : Change.REMOVED;
          entries.add(new Entry(change, name, List.of()));
        }
      }
    }
  }
}

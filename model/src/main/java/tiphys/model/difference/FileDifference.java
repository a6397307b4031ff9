// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.difference.Parts.NamedTask;
import tiphys.model.difference.Parts.NamedTemplate;
import tiphys.model.difference.Parts.NumberedResource;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;

/**
 * What two versions of a file differ in.
 *
 * @param before the earlier version, in which what only got another name has the later name
 * @param entries of resources, their templates and their tasks, in the order of the later version
 * @param insides every template of both versions, for what can be drawn
 */
public record FileDifference(
    DiagramState before, DiagramState after, List<Entry> entries, List<Pair<Scope>> insides) {
  /** Templates and tasks have entries of their own. */
  private static final Set<String> TEMPLATES =
      Set.of("spec.templates", "spec.workflowSpec.templates");

  private static final Set<String> TASKS = Set.of("dag.tasks", "steps", "containerSet.containers");

  /**
   * A thing that differs.
   *
   * @param name as people say it: {@code main/build} for a task of a template, {@code main} for a
   *     template, {@code Workflow hello} for a resource
   * @param earlier its name in the earlier version, where that is another one; else empty
   * @param inside the template that shows it, for a template and a task
   * @param node the task
   * @param fields what is another one; none for what is new or gone
   */
  public record Entry(
      Change change,
      String name,
      String earlier,
      Optional<Pair<Scope>> inside,
      Optional<NodeId> node,
      List<FieldChange> fields) {
    public Entry {
      fields = List.copyOf(fields);
    }
  }

  public FileDifference {
    entries = List.copyOf(entries);
    insides = List.copyOf(insides);
  }

  /**
   * From an earlier version to a later one. The only resource of both is the same one, whatever its
   * name; a template or a task with another name is the same one if most of it is. O(size of both).
   */
  public static FileDifference between(DiagramState before, DiagramState after) {
    Renames renames = Renames.between(before, after);
    return new Comparison(renames, after).made();
  }

  /** The inside of a template of that name, of the later version if both have one. */
  public Optional<Pair<Scope>> inside(Scope scope) {
    return insides.stream()
        .filter(pair -> pair.after().filter(scope::equals).isPresent())
        .findFirst()
        .or(
            () ->
                insides.stream()
                    .filter(pair -> pair.newest().template().equals(scope.template()))
                    .findFirst());
  }

  private static final class Comparison {
    private final Renames renames;
    private final Parts before;
    private final Parts after;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Pair<Scope>> insides = new ArrayList<>();

    Comparison(Renames renames, DiagramState after) {
      this.renames = renames;
      this.before = new Parts(renames.followed());
      this.after = new Parts(after);
    }

    FileDifference made() {
      Parts.resources(before, after).forEach(this::addResource);
      return new FileDifference(before.state(), after.state(), entries, insides);
    }

    private void addResource(Pair<NumberedResource> pair) {
      String name = pair.newest().name();
      if (pair.isInBoth()) {
        List<FieldChange> fields =
            Fields.changes(
                pair.before().orElseThrow().resource().node(),
                pair.after().orElseThrow().resource().node(),
                TEMPLATES);
        addChanged(name, "", Optional.empty(), Optional.empty(), fields);
      } else {
        add(pair, name, Optional.empty(), Optional.empty());
      }
      List<NamedTemplate> old = templates(before, pair.before());
      List<NamedTemplate> now = templates(after, pair.after());
      if (old.isEmpty() && now.isEmpty()) {
        insides.add(
            new Pair<>(
                pair.before().map(found -> Scope.ofResource(found.number())),
                pair.after().map(found -> Scope.ofResource(found.number()))));
      }
      for (Pair<NamedTemplate> template : Pair.byName(old, now, NamedTemplate::name)) {
        addTemplate(template, pair.isInBoth());
      }
    }

    private static List<NamedTemplate> templates(Parts parts, Optional<NumberedResource> of) {
      return of.map(found -> parts.templates(found.number())).orElse(List.of());
    }

    /**
     * @param isTold not of a resource that is new or gone as a whole
     */
    private void addTemplate(Pair<NamedTemplate> pair, boolean isTold) {
      Pair<Scope> inside =
          new Pair<>(
              pair.before().map(NamedTemplate::scope), pair.after().map(NamedTemplate::scope));
      insides.add(inside);
      String name = pair.newest().name();
      if (pair.isInBoth()) {
        NamedTemplate was = pair.before().orElseThrow();
        NamedTemplate is = pair.after().orElseThrow();
        List<FieldChange> fields =
            Fields.changes(was.template().node(), is.template().node(), TASKS);
        String earlier = renames.earlierName(is.scope());
        addChanged(name, earlier, Optional.of(inside), Optional.empty(), fields);
        Pair.byName(
                Parts.tasks(was.template()), Parts.tasks(is.template()), task -> task.id().value())
            .forEach(task -> addTask(task, name, inside));
      } else if (isTold) {
        add(pair, name, Optional.of(inside), Optional.empty());
      }
    }

    private void addTask(Pair<NamedTask> pair, String template, Pair<Scope> inside) {
      NodeId id = pair.newest().id();
      String name = template + "/" + id.value();
      if (!pair.isInBoth()) {
        add(pair, name, Optional.of(inside), Optional.of(id));
        return;
      }
      List<FieldChange> fields =
          Fields.changes(
              pair.before().orElseThrow().task().node(),
              pair.after().orElseThrow().task().node(),
              Set.of());
      String earlier = renames.earlierName(inside.after().orElseThrow(), id);
      addChanged(
          name,
          earlier.isEmpty() ? "" : template + "/" + earlier,
          Optional.of(inside),
          Optional.of(id),
          fields);
    }

    private void add(
        Pair<?> pair, String name, Optional<Pair<Scope>> inside, Optional<NodeId> node) {
      Change change = pair.after().isPresent() ? Change.ADDED : Change.REMOVED;
      entries.add(new Entry(change, name, "", inside, node, List.of()));
    }

    private void addChanged(
        String name,
        String earlier,
        Optional<Pair<Scope>> inside,
        Optional<NodeId> node,
        List<FieldChange> fields) {
      if (!fields.isEmpty() || !earlier.isEmpty()) {
        entries.add(new Entry(Change.CHANGED, name, earlier, inside, node, fields));
      }
    }
  }
}

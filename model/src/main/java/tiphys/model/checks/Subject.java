// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.place.Locator;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.problem.Severity;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** One resource under the rules. */
final class Subject {
  private final WorkflowFile workflow;
  private final int number;
  private final Function<Scope, FlowGraph> graphs;
  private final List<Problem> found;
  private final Locator locator;
  private final Map<TemplateName, Template> byName = new HashMap<>();

  Subject(
      YamlTree tree,
      WorkflowFile workflow,
      int number,
      Function<Scope, FlowGraph> graphs,
      List<Problem> found) {
    this.workflow = workflow;
    this.number = number;
    this.graphs = graphs;
    this.found = found;
    this.locator = new Locator(tree, workflow);
    spec()
        .ifPresent(
            spec ->
                spec.templates()
                    .forEach(t -> t.name().ifPresent(name -> byName.putIfAbsent(name, t))));
  }

  /**
   * A template with its places.
   *
   * @param tasks the places of its tasks, as many as it has; empty where they cannot be told apart
   * @param isShadowed whether another template of its name stands before it
   */
  record Checked(Template template, YamlPlace place, List<YamlPlace> tasks, boolean isShadowed) {
    YamlPlace task(int position) {
      return position < tasks.size() ? tasks.get(position) : place;
    }

    /**
     * Where the first task of a name stands, counted from 0; -1 where there is none. A node's
     * number is no name.
     */
    int position(String name) {
      int position = NodeIdsInScope.of(template).position(new NodeId(name));
      return position >= 0
              && Scopes.tasks(template).get(position).name().map(TaskName::value).stream()
                  .anyMatch(name::equals)
          ? position
          : -1;
    }

    /** For sentences; empty for a template without a name. */
    String name() {
      return template.name().map(TemplateName::value).orElse("");
    }
  }

  Resource resource() {
    return workflow.resources().get(number);
  }

  Optional<WorkflowSpec> spec() {
    return resource().spec();
  }

  Optional<YamlPlace> place() {
    return locator.resource(number);
  }

  Optional<YamlPlace> specPlace() {
    return locator.spec(number);
  }

  WorkflowFile file() {
    return workflow;
  }

  Optional<Template> template(TemplateName name) {
    return Optional.ofNullable(byName.get(name));
  }

  Scope scope(Checked checked) {
    return new Scope(number, new TemplateName(checked.name()));
  }

  FlowGraph graph(Checked checked) {
    return graphs.apply(scope(checked));
  }

  /** How much was found until now. */
  int found() {
    return found.size();
  }

  /** Whether the templates may come from another resource. */
  boolean refersElsewhere() {
    return spec().flatMap(WorkflowSpec::workflowTemplateRef).isPresent();
  }

  List<Checked> templates() {
    List<YamlPlace> places = locator.templates(number).map(YamlPlace::items).orElse(List.of());
    List<Template> templates = spec().map(WorkflowSpec::templates).orElse(List.of());
    List<Checked> checked = new ArrayList<>();
    for (int i = 0; i < templates.size() && places.size() == templates.size(); i++) {
      checked.add(checked(templates.get(i), places.get(i)));
    }
    return checked;
  }

  @SuppressWarnings("ReferenceEquality") // The first of a name is the one that is kept by name.
  private Checked checked(Template template, YamlPlace place) {
    List<Task> tasks = Scopes.tasks(template);
    List<YamlPlace> taskPlaces = Locator.tasksOf(place);
    boolean isShadowed =
        template.name().map(byName::get).filter(first -> first != template).isPresent();
    return new Checked(
        template, place, taskPlaces.size() == tasks.size() ? taskPlaces : List.of(), isShadowed);
  }

  void report(ProblemCode code, YamlPlace place, String... arguments) {
    found.add(Problem.error(code, shortened(place), arguments));
  }

  /** What is worth a word and no mistake of this file alone. */
  void mention(Severity severity, ProblemCode code, YamlPlace place, String... arguments) {
    found.add(new Problem(severity, code, List.of(arguments), Optional.of(shortened(place))));
  }

  void report(ProblemCode code, TextRange range, String... arguments) {
    found.add(Problem.error(code, range, arguments));
  }

  /** A whole mapping underlined helps nobody: its first entry's key stands for it. */
  private static TextRange shortened(YamlPlace place) {
    return place.isMapping() && place.size() > 0 ? place.key(0).range() : place.range();
  }
}

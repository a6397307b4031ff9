// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tiphys.exporter.hera.Dependencies.Edge;
import tiphys.exporter.python.PyNames;
import tiphys.exporter.python.PyStatement;
import tiphys.exporter.python.PyValue;

/** What stands inside of {@code with DAG}, {@code with Steps} and {@code with ContainerSet}. */
final class TaskForms {
  private static final Set<String> CALLED = Set.of("template", "inline");

  private final Draft draft;
  private final Slots slots;
  private final TemplateNames templates;
  private final Supplier<ScriptFunctions> functions;

  TaskForms(
      Draft draft, Slots slots, TemplateNames templates, Supplier<ScriptFunctions> functions) {
    this.functions = functions;
    this.draft = draft;
    this.slots = slots;
    this.templates = templates;
  }

  /** Tasks and the lines that join them; empty where Hera refuses some of it. */
  Optional<List<PyStatement>> tasks(Place tasks) {
    return nodes(tasks, "DAGTask", "depends", "task");
  }

  /** Containers of a set; what they wait for is a list, which Hera keeps in alphabetical order. */
  Optional<List<PyStatement>> containers(Place containers) {
    return nodes(containers, "ContainerNode", "dependencies", "container");
  }

  private Optional<List<PyStatement>> nodes(
      Place nodes, String model, String waiting, String otherwise) {
    Set<String> names = new HashSet<>();
    for (Place node : nodes.items()) {
      if (node.field("name").text().isEmpty() || !names.add(node.field("name").text())) {
        return Optional.empty();
      }
    }
    Map<String, List<Edge>> edges = new LinkedHashMap<>();
    for (Place node : nodes.items()) {
      edges(node.field(waiting), names)
          .ifPresent(found -> edges.put(node.field("name").text(), found));
    }
    Map<String, String> variables = variables(names(nodes), edges, otherwise);
    List<PyStatement> statements = new ArrayList<>();
    for (Place node : nodes.items()) {
      String name = node.field("name").text();
      Set<String> except = edges.containsKey(name) ? Set.of(waiting) : Set.of();
      Optional<PyValue.Call> call =
          model.equals("DAGTask")
              ? call("Task", model, node, except)
              : slots
                  .sugar(model)
                  .with(model, node, except)
                  .unless(!node.field("image").isThere())
                  .call();
      if (call.isEmpty()) {
        return Optional.empty();
      }
      statements.add(
          new PyStatement.Evaluate(
              Optional.ofNullable(variables.get(name)), call.get(), draft.origin(node)));
    }
    statements.addAll(Dependencies.lines(edges, name -> variables.getOrDefault(name, name)));
    return Optional.of(statements);
  }

  private static List<String> names(Place nodes) {
    return nodes.items().stream().map(node -> node.field("name").text()).toList();
  }

  private static Optional<List<Edge>> edges(Place waiting, Set<String> names) {
    if (waiting.value().isTextual()) {
      return Dependencies.edges(waiting.text(), names);
    }
    List<String> tasks = waiting.items().stream().map(Place::text).toList();
    boolean isSorted = tasks.stream().sorted().distinct().toList().equals(tasks);
    return isSorted && !tasks.isEmpty() && names.containsAll(tasks)
        ? Optional.of(tasks.stream().map(task -> new Edge(task, List.of())).toList())
        : Optional.empty();
  }

  /** Variables for those that a line names, and for no others. */
  private Map<String, String> variables(
      List<String> names, Map<String, List<Edge>> edges, String otherwise) {
    Set<String> joined = new HashSet<>(edges.keySet());
    edges.values().forEach(list -> list.forEach(edge -> joined.add(edge.from())));
    PyNames free = templates.names().inner();
    Map<String, String> variables = new HashMap<>();
    for (String name : names) {
      if (joined.contains(name)) {
        variables.put(name, free.take(name, otherwise));
      }
    }
    return variables;
  }

  /** Groups of steps: one step stands alone, several stand in a block of their own. */
  Optional<List<PyStatement>> steps(Place groups, String variable) {
    Set<String> names = new HashSet<>();
    List<PyStatement> statements = new ArrayList<>();
    for (Place group : groups.items()) {
      if (!group.value().isArray()) {
        return Optional.empty();
      }
      List<PyStatement> parallel = new ArrayList<>();
      for (Place step : group.items()) {
        Optional<PyValue.Call> call = call("Step", "WorkflowStep", step, Set.of());
        String name = step.field("name").text();
        if (call.isEmpty() || name.isEmpty() || !names.add(name)) {
          return Optional.empty();
        }
        parallel.add(new PyStatement.Evaluate(Optional.empty(), call.get(), draft.origin(step)));
      }
      if (parallel.size() == 1) {
        statements.addAll(parallel);
      } else {
        List<PyStatement> body = parallel.isEmpty() ? List.of(PyStatement.line("pass")) : parallel;
        statements.add(
            new PyStatement.With(
                new PyValue.Call(variable + ".parallel", List.of()),
                Optional.empty(),
                body,
                draft.origin(group)));
      }
    }
    return Optional.of(statements);
  }

  /** A task or step; Hera wants it to call just one template. */
  private Optional<PyValue.Call> call(String name, String model, Place place, Set<String> except) {
    SugarCall call = slots.sugar(name);
    Place template = place.field("template");
    Place inline = place.field("inline");
    call.add("name", new PyValue.Text(place.field("name").text()));
    Optional<String> function =
        template.isThere() ? functions.get().callOf(template.text()) : Optional.empty();
    if (template.isThere() && function.isEmpty()) {
      call.add("template", templates.reference(template.text()));
    }
    if (inline.isThere() && inline.value().isObject()) {
      call.add("inline", slots.models().model("Template", inline));
    }
    Place reference = place.field("templateRef");
    int called = 0;
    for (Place each : List.of(template, inline, reference)) {
      called += each.isThere() ? 1 : 0;
    }
    Set<String> others = new HashSet<>(except);
    others.addAll(CALLED);
    return call.with(model, place, others)
        .unless(called != 1 || template.isThere() && template.text().isEmpty())
        .call()
        .map(made -> function.map(each -> new PyValue.Call(each, made.keywords())).orElse(made));
  }
}

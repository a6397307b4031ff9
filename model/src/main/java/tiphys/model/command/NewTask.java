// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.expression.Depends;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** A task that is about to be added, with its wires. */
record NewTask(
    Ground ground,
    Optional<TaskName> wish,
    TemplateName template,
    Arguments inputs,
    List<NodeId> after,
    List<NodeId> before,
    Optional<String> condition) {

  NewTask(
      Ground ground,
      Optional<TaskName> wish,
      TemplateName template,
      Arguments inputs,
      List<NodeId> after,
      List<NodeId> before) {
    this(ground, wish, template, inputs, after, before, Optional.empty());
  }

  /** The same that waits as an expression says, in a template of that form. */
  NewTask waiting(String expression) {
    boolean isBracketed = expression.startsWith("(") && expression.endsWith(")");
    String inner = isBracketed ? expression.substring(1, expression.length() - 1) : expression;
    String whole = Depends.parse(inner).isDone() ? inner : expression;
    return new NewTask(ground, wish, template, inputs, after, before, Optional.of(whole.strip()));
  }

  /** Adds what is to be written; the id of the new node. */
  Outcome<NodeId> write(DocumentWriter writer) {
    String name =
        wish.map(TaskName::value)
            .orElseGet(() -> Naming.free(template.value(), Naming.taskNames(ground.template())));
    Optional<Problem> trouble = Naming.taskTrouble(name, ground.template());
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    for (NodeId neighbour : neighbours()) {
      Optional<Problem> missing =
          after.contains(neighbour)
              ? ground.awaitable(neighbour, ground.usesDependencies()).refusal()
              : ground.task(neighbour).refusal();
      if (missing.isPresent()) {
        return Outcome.refused(missing.get());
      }
    }
    return switch (ground.template().body()) {
      case TemplateBody.Dag _ -> writeTask(writer, name);
      case TemplateBody.Steps _ -> writeStep(writer, name);
      default -> Outcome.refused(ProblemCode.ADD_NOT_HERE, ground.scope().template().value());
    };
  }

  Plan plan(TextEdits edits, NodeId id, Optional<Point> corner) {
    return new Plan(
        edits, corner.map(at -> ground.now().positions().moved(ground.scope(), Map.of(id, at))));
  }

  private List<NodeId> neighbours() {
    List<NodeId> neighbours = new ArrayList<>(after);
    neighbours.addAll(before);
    return neighbours;
  }

  private Outcome<NodeId> writeTask(DocumentWriter writer, String name) {
    boolean asList = ground.usesDependencies();
    YamlValue.Mapping task = YamlValue.mapping("name", YamlValue.text(name));
    if (!after.isEmpty()) {
      List<String> names = after.stream().map(NodeId::value).toList();
      YamlValue waits =
          condition.map(YamlValue::text).orElseGet(() -> Waiting.value(names, asList));
      task = task.and(asList ? "dependencies" : "depends", waits);
    }
    YamlValue whole = withArguments(task.and("template", YamlValue.text(template.value())));
    Optional<YamlPlace> dag = ground.place().get("dag");
    Optional<YamlPlace> list = dag.flatMap(place -> place.get("tasks"));
    if (list.isPresent()) {
      writer.insert(list.get(), list.get().size(), whole);
    } else {
      writer.put(dag.orElseThrow(), "tasks", YamlValue.sequence(whole));
    }
    for (NodeId follower : before) {
      ground
          .task(follower)
          .result()
          .ifPresent(
              waiting ->
                  Waiting.add(writer, ground.place(follower).orElseThrow(), waiting, name, asList));
    }
    return Outcome.done(new NodeId(name));
  }

  /** A group of its own: behind the group of what it runs after, else at the end. */
  private Outcome<NodeId> writeStep(DocumentWriter writer, String name) {
    YamlPlace steps = ground.place().get("steps").orElseThrow();
    YamlValue step =
        withArguments(
            YamlValue.mapping("name", YamlValue.text(name))
                .and("template", YamlValue.text(template.value())));
    int index = steps.size();
    if (!after.isEmpty()) {
      index = after.stream().mapToInt(this::group).max().orElse(index) + 1;
    } else if (!before.isEmpty()) {
      index = before.stream().mapToInt(this::group).min().orElse(index);
    }
    writer.insert(steps, index, YamlValue.sequence(step));
    return Outcome.done(new NodeId(name));
  }

  private int group(NodeId step) {
    YamlPlace place = ground.place(step).orElseThrow();
    boolean isGroup =
        place.parent().flatMap(YamlPlace::parent).filter(YamlPlace::isMapping).isPresent();
    return isGroup ? place.indexInParent() : place.parent().map(YamlPlace::indexInParent).orElse(0);
  }

  /** Every input that the template asks for and has no value of its own, to be filled in. */
  private YamlValue withArguments(YamlValue.Mapping task) {
    List<YamlValue> parameters =
        inputs.parameters().stream()
            .filter(parameter -> !parameter.isSupplied())
            .<YamlValue>map(
                parameter ->
                    YamlValue.mapping("name", YamlValue.text(parameter.name()))
                        .and("value", YamlValue.text("")))
            .toList();
    return parameters.isEmpty()
        ? task
        : task.and(
            "arguments", YamlValue.mapping("parameters", new YamlValue.Sequence(parameters)));
  }
}

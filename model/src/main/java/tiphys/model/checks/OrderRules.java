// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tiphys.model.expression.Depends;
import tiphys.model.expression.TaskResult;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scopes;
import tiphys.model.graph.TaskDependency;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/** What waits for what: known tasks, readable expressions, no cycle (ARGO-102 to 109). */
final class OrderRules {
  private OrderRules() {}

  static void check(Subject subject, Subject.Checked checked) {
    List<Task> tasks = Scopes.tasks(checked.template());
    if (checked.template().body() instanceof TemplateBody.Steps || tasks.isEmpty()) {
      return;
    }
    Map<TaskName, Integer> positions = new HashMap<>(tasks.size() * 2);
    for (int i = 0; i < tasks.size(); i++) {
      int position = i;
      tasks.get(i).name().ifPresent(name -> positions.putIfAbsent(name, position));
    }
    boolean usesDepends = tasks.stream().anyMatch(task -> task.depends().isPresent());
    for (int i = 0; i < tasks.size(); i++) {
      checkTask(subject, tasks, i, checked.task(i), positions, usesDepends);
    }
    boolean isMixed =
        usesDepends && tasks.stream().anyMatch(task -> !task.dependencies().isEmpty());
    if (isMixed) {
      subject.report(
          ProblemCode.DEPENDS_AND_DEPENDENCIES,
          checked.place().keyOf("dag").orElse(checked.place()),
          checked.name());
    }
    if (!checked.isShadowed() && checked.template().name().isPresent()) {
      checkCycles(subject, checked, positions);
    }
  }

  private static void checkTask(
      Subject subject,
      List<Task> tasks,
      int position,
      YamlPlace place,
      Map<TaskName, Integer> positions,
      boolean usesDepends) {
    Task task = tasks.get(position);
    String name = task.name().map(TaskName::value).orElse("");
    boolean startsWithDigit = !name.isEmpty() && Character.isDigit(name.charAt(0));
    if (startsWithDigit && (usesDepends || !task.dependencies().isEmpty())) {
      subject.report(ProblemCode.TASK_NAME_DIGIT, place.get("name").orElse(place), name);
    }
    if (task.depends().isPresent()) {
      checkDepends(subject, tasks, task, place, positions);
    }
    List<YamlPlace> items =
        task.dependencies().isEmpty()
            ? List.of()
            : place.get("dependencies").map(YamlPlace::items).orElse(List.of());
    for (YamlPlace item : items) {
      String wanted = item.text().orElse("");
      if (!positions.containsKey(new TaskName(wanted)) && !wanted.contains("{{")) {
        subject.report(ProblemCode.DEPENDENCY_UNKNOWN, item, wanted, name);
      }
    }
  }

  private static void checkDepends(
      Subject subject,
      List<Task> tasks,
      Task task,
      YamlPlace taskPlace,
      Map<TaskName, Integer> positions) {
    String text = task.depends().orElseThrow();
    if (text.contains("{{")) {
      return;
    }
    String name = task.name().map(TaskName::value).orElse("");
    YamlPlace place = taskPlace.get("depends").orElse(taskPlace);
    switch (TaskDependency.expression(task).orElseThrow()) {
      case Outcome.Refused<Depends>(Problem why) ->
          subject.report(
              why.code(),
              why.place().map(inner -> within(place, inner)).orElse(place.range()),
              why.arguments().toArray(String[]::new));
      case Outcome.Done<Depends>(Depends tree) -> {
        for (Depends.Task wanted : tree.tasks()) {
          Integer position = positions.get(wanted.name());
          if (position == null) {
            subject.report(
                ProblemCode.DEPENDENCY_UNKNOWN,
                within(place, wanted.range()),
                wanted.name().value(),
                name);
          } else if (wanted.result().filter(TaskResult::isOfLoop).isPresent()
              && tasks.get(position).loop().isEmpty()) {
            subject.report(
                ProblemCode.DEPENDS_NO_LOOP, within(place, wanted.range()), wanted.name().value());
          }
        }
      }
    }
  }

  /** A place inside a scalar that stands on one line without escapes; else the whole scalar. */
  static TextRange within(YamlPlace place, TextRange inner) {
    if (!(place.node() instanceof YamlScalar scalar)) {
      return place.range();
    }
    int quotes =
        switch (scalar.style()) {
          case SINGLE_QUOTED, DOUBLE_QUOTED -> 1;
          default -> 0;
        };
    boolean isVerbatim =
        scalar.style() != ScalarStyle.LITERAL
            && scalar.style() != ScalarStyle.FOLDED
            && scalar.anchor().isEmpty()
            && scalar.tag().isEmpty()
            && scalar.length() == scalar.value().length() + 2 * quotes;
    return isVerbatim ? inner.shifted(place.start() + quotes) : place.range();
  }

  private static void checkCycles(
      Subject subject, Subject.Checked checked, Map<TaskName, Integer> positions) {
    FlowGraph graph = subject.graph(checked);
    for (List<NodeId> cycle : graph.cycles()) {
      String way = cycle.stream().map(NodeId::value).collect(Collectors.joining(" → "));
      Integer position = positions.get(new TaskName(cycle.getFirst().value()));
      YamlPlace place = position == null ? checked.place() : checked.task(position);
      subject.report(
          ProblemCode.CYCLE,
          place.get("depends").or(() -> place.get("dependencies")).orElse(place),
          way + " → " + cycle.getFirst().value());
    }
  }
}

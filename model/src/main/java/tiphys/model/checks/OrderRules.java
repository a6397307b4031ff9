// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.List;
import java.util.Optional;
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
import tiphys.model.workflow.TaskList;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/** What waits for what: known tasks, readable expressions, no cycle (ARGO-102 to 109). */
final class OrderRules {
  private OrderRules() {}

  /** That of a template whose tasks wait for each other, if it can be told from all others. */
  static Optional<FlowGraph> graph(Subject subject, Subject.Checked checked) {
    boolean isOrdered =
        !(checked.template().body() instanceof TemplateBody.Steps)
            && !Scopes.tasks(checked.template()).isEmpty();
    return !isOrdered || checked.isShadowed() || checked.template().name().isEmpty()
        ? Optional.empty()
        : Optional.of(subject.graph(checked));
  }

  /** One task. */
  static void check(
      Subject subject,
      Subject.Checked checked,
      Task task,
      int position,
      Optional<FlowGraph> graph,
      boolean usesDepends) {
    if (checked.template().body() instanceof TemplateBody.Steps) {
      return;
    }
    YamlPlace place = checked.task(position);
    boolean isPlain = graph.isPresent() && graph.get().waitsPlainly(position);
    checkFirstLetter(subject, task, place, usesDepends);
    if (task.depends().isPresent() && !isPlain) {
      checkDepends(subject, checked, task, place);
    }
    if (!task.dependencies().isEmpty()) {
      checkDependencies(subject, checked, task, place, isPlain);
    }
  }

  /** All tasks together. */
  static void check(
      Subject subject, Subject.Checked checked, Optional<FlowGraph> graph, boolean usesDepends) {
    boolean isMixed =
        usesDepends
            && !(checked.template().body() instanceof TemplateBody.Steps)
            && TaskList.copyOf(Scopes.tasks(checked.template())).usesDependencies();
    if (isMixed) {
      subject.report(
          ProblemCode.DEPENDS_AND_DEPENDENCIES,
          checked.place().keyOf("dag").orElse(checked.place()),
          checked.name());
    }
    graph.ifPresent(known -> checkCycles(subject, checked, known));
  }

  private static void checkFirstLetter(
      Subject subject, Task task, YamlPlace place, boolean usesDepends) {
    String name = task.name().map(TaskName::value).orElse("");
    boolean startsWithDigit = !name.isEmpty() && Character.isDigit(name.charAt(0));
    if (startsWithDigit && (usesDepends || !task.dependencies().isEmpty())) {
      subject.report(ProblemCode.TASK_NAME_DIGIT, place.get("name").orElse(place), name);
    }
  }

  /** Looked up one by one only where the graph has not found them all. */
  private static void checkDependencies(
      Subject subject, Subject.Checked checked, Task task, YamlPlace place, boolean isPlain) {
    List<YamlPlace> items = place.get("dependencies").map(YamlPlace::items).orElse(List.of());
    if (isPlain && task.depends().isEmpty() && items.size() == task.dependencies().size()) {
      return;
    }
    String name = task.name().map(TaskName::value).orElse("");
    for (YamlPlace item : items) {
      String wanted = item.text().orElse("");
      if (checked.position(wanted) < 0 && !wanted.contains("{{")) {
        subject.report(ProblemCode.DEPENDENCY_UNKNOWN, item, wanted, name);
      }
    }
  }

  private static void checkDepends(
      Subject subject, Subject.Checked checked, Task task, YamlPlace taskPlace) {
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
          int position = checked.position(wanted.name().value());
          if (position < 0) {
            subject.report(
                ProblemCode.DEPENDENCY_UNKNOWN,
                within(place, wanted.range()),
                wanted.name().value(),
                name);
          } else if (wanted.result().filter(TaskResult::isOfLoop).isPresent()
              && Scopes.tasks(checked.template()).get(position).loop().isEmpty()) {
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

  private static void checkCycles(Subject subject, Subject.Checked checked, FlowGraph graph) {
    for (List<NodeId> cycle : graph.cycles()) {
      String way = cycle.stream().map(NodeId::value).collect(Collectors.joining(" → "));
      int position = checked.position(cycle.getFirst().value());
      YamlPlace place = position < 0 ? checked.place() : checked.task(position);
      subject.report(
          ProblemCode.CYCLE,
          place.get("depends").or(() -> place.get("dependencies")).orElse(place),
          way + " → " + cycle.getFirst().value());
    }
  }
}

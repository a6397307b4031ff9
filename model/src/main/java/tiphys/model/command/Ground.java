// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/** A template and where it stands: what a command on its tasks works on. */
record Ground(
    DiagramState now, Scope scope, WorkflowSpec spec, Template template, YamlPlace place) {
  static Outcome<Ground> of(DiagramState now, Scope scope) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    if (scope.isResource()) {
      return Outcome.refused(ProblemCode.RESOURCE_WITHOUT_TEMPLATES);
    }
    Optional<WorkflowSpec> spec = Scopes.spec(now.workflow(), scope.resource());
    Optional<Template> template = spec.flatMap(found -> found.template(scope.template()));
    Optional<YamlPlace> place = now.locator().template(scope);
    if (spec.isEmpty() || template.isEmpty() || place.isEmpty()) {
      return Outcome.refused(ProblemCode.ADDRESS_NO_TEMPLATE, scope.template().value());
    }
    return Outcome.done(new Ground(now, scope, spec.get(), template.get(), place.get()));
  }

  Locator locator() {
    return now.locator();
  }

  DocumentWriter writer() {
    return new DocumentWriter(now.tree());
  }

  /** A task, or the sentence that there is none. */
  Outcome<Task> task(NodeId node) {
    int position = NodeIdsInScope.of(template).position(node);
    return position < 0 || place(node).isEmpty()
        ? Outcome.refused(ProblemCode.ADDRESS_NO_TASK, node.value(), scope.template().value())
        : Outcome.done(Scopes.tasks(template).get(position));
  }

  /** Why its tasks cannot be told apart by their names, if one has none or shares it. */
  Optional<Problem> ambiguity() {
    for (NodeId node : NodeIdsInScope.of(template).ids()) {
      String name = node.value();
      long same =
          Scopes.tasks(template).stream()
              .filter(task -> task.name().filter(own -> own.value().equals(name)).isPresent())
              .count();
      if (same == 0) {
        return Optional.of(
            Problem.refusal(ProblemCode.TASK_NAME_MISSING, name.substring(name.indexOf('?') + 1)));
      }
      if (same > 1) {
        return Optional.of(Problem.refusal(ProblemCode.TASK_NAME_TAKEN, name));
      }
    }
    return Optional.empty();
  }

  Optional<YamlPlace> place(NodeId node) {
    return locator().task(scope, node);
  }

  /** Whether any task of the template uses the older list of dependencies. */
  boolean usesDependencies() {
    return Scopes.tasks(template).stream().anyMatch(task -> !task.dependencies().isEmpty())
        && Scopes.tasks(template).stream().noneMatch(task -> task.depends().isPresent());
  }
}

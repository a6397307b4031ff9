// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.expression.Depends;
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
import tiphys.model.workflow.TaskList;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlPlace;

/** A template and where it stands: what a command on its tasks works on. */
record Ground(
    DiagramState now, Scope scope, WorkflowSpec spec, Template template, YamlPlace place) {
  /** Where names are looked for in the whole file: refused while a part of it cannot be read. */
  static Outcome<Ground> of(DiagramState now, Scope scope) {
    return now.tree().syntaxError().isPresent()
        ? Outcome.refused(now.tree().syntaxError().get())
        : beside(now, scope);
  }

  /** For what is written in one place: it may be done beside entries that cannot be read. */
  static Outcome<Ground> beside(DiagramState now, Scope scope) {
    if (now.tree().isCutOff()) {
      return Outcome.refused(now.tree().syntaxError().orElseThrow());
    }
    if (scope.isResource()) {
      return Outcome.refused(ProblemCode.RESOURCE_WITHOUT_TEMPLATES);
    }
    Optional<WorkflowSpec> spec = Scopes.spec(now.workflow(), scope.resource());
    Optional<Template> template = spec.flatMap(found -> found.template(scope.template()));
    Optional<YamlPlace> place = now.locator().template(scope);
    if (spec.isEmpty() || template.isEmpty() || place.isEmpty()) {
      if (now.tree().syntaxError().isPresent()) {
        return Outcome.refused(now.tree().syntaxError().get());
      }
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
    boolean isMissing = position < 0 || place(node).isEmpty();
    if (isMissing && now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    return isMissing
        ? Outcome.refused(ProblemCode.ADDRESS_NO_TASK, node.value(), scope.template().value())
        : Outcome.done(Scopes.tasks(template).get(position));
  }

  /**
   * A task that others can wait for by its name. Argo reads names out of {@code depends}
   * (validate.go, ARGO-105); in the older list any text is one.
   */
  Outcome<Task> awaitable(NodeId node, boolean asList) {
    return task(node)
        .then(
            task -> {
              if (template.body() instanceof TemplateBody.Steps) {
                return Outcome.done(task);
              }
              if (task.name().isEmpty()) {
                int position = NodeIdsInScope.of(template).position(node);
                return Outcome.refused(
                    ProblemCode.TASK_NAME_MISSING, Integer.toString(position + 1));
              }
              String name = task.name().get().value();
              boolean isName =
                  Depends.parse(name).result().filter(Depends.Task.class::isInstance).isPresent();
              return asList || isName
                  ? Outcome.done(task)
                  : Outcome.refused(ProblemCode.TASK_NAME_INVALID, name);
            });
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

  /** Why its tasks cannot be written elsewhere, if the name of one is an alias. */
  Optional<Problem> aliasedName() {
    for (YamlPlace task : locator().tasks(scope)) {
      Optional<YamlPlace> name = task.get("name");
      if (name.isPresent() && name.get().node() instanceof YamlAlias alias) {
        return Optional.of(Problem.refusal(ProblemCode.COPY_ANCHORED, "*" + alias.name()));
      }
    }
    return Optional.empty();
  }

  Optional<YamlPlace> place(NodeId node) {
    return locator().task(scope, node);
  }

  /** Whether any task of the template uses the older list of dependencies, and none the newer. */
  boolean usesDependencies() {
    TaskList tasks = TaskList.copyOf(Scopes.tasks(template));
    return tasks.usesDependencies() && !tasks.usesDepends();
  }
}

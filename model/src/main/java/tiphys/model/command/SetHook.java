// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Hangs a template on a moment of a task or of the workflow, changes what hangs there, or takes it
 * away. The hook {@code exit} runs at the end, whatever became of it; every other one as soon as
 * its expression is true, so it needs one (Argo: docs/lifecyclehook.md). Where the older {@code
 * onExit} stands, that is written.
 *
 * @param task empty for the workflow
 * @param template empty to take the hook away
 * @param expression empty for none
 */
public record SetHook(
    Scope scope,
    Optional<NodeId> task,
    String name,
    Optional<TemplateName> template,
    String expression)
    implements Command {
  /** The hook at the end. */
  public static final String EXIT = "exit";

  private static final String HOOKS = "hooks";
  private static final String ON_EXIT = "onExit";

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope)
        .then(
            ground ->
                task.isEmpty()
                    ? plan(ground, ground.locator().spec(scope.resource()).orElseThrow())
                    : planOfTask(ground, task.get()));
  }

  private Outcome<Plan> planOfTask(Ground ground, NodeId owner) {
    return ground.template().body() instanceof TemplateBody.ContainerSet
        ? Outcome.refused(ProblemCode.HOOK_NOT_HERE, scope.template().value())
        : ground.task(owner).then(_ -> plan(ground, ground.place(owner).orElseThrow()));
  }

  private Outcome<Plan> plan(Ground ground, YamlPlace owner) {
    Optional<YamlPlace> hook = owner.get(HOOKS, name);
    boolean isOld = hook.isEmpty() && name.equals(EXIT) && expression.isBlank();
    boolean hasOld = isOld && owner.get(ON_EXIT).isPresent();
    if (template.isEmpty() && hook.isEmpty() && !hasOld) {
      return Outcome.refused(ProblemCode.HOOK_MISSING, name);
    }
    if (template.isPresent() && !name.equals(EXIT) && expression.isBlank()) {
      return Outcome.refused(ProblemCode.HOOK_WITHOUT_EXPRESSION, name);
    }
    if (template.isPresent() && ground.spec().template(template.get()).isEmpty()) {
      return Outcome.refused(ProblemCode.ADDRESS_NO_TEMPLATE, template.get().value());
    }
    DocumentWriter writer = ground.writer();
    if (hasOld || (isOld && task.isEmpty())) {
      template.ifPresentOrElse(
          called -> writer.put(owner, ON_EXIT, YamlValue.text(called.value())),
          () -> writer.remove(owner, ON_EXIT));
    } else if (template.isEmpty()) {
      remove(owner, writer);
    } else {
      write(owner, hook, template.get(), writer);
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private void remove(YamlPlace owner, DocumentWriter writer) {
    YamlPlace hooks = owner.get(HOOKS).orElseThrow();
    if (hooks.size() > 1) {
      writer.remove(hooks, name);
    } else {
      writer.remove(owner, HOOKS);
    }
  }

  private void write(
      YamlPlace owner, Optional<YamlPlace> hook, TemplateName called, DocumentWriter writer) {
    Optional<YamlPlace> hooks = owner.get(HOOKS);
    if (hook.isPresent()) {
      if (hook.get().get("templateRef").isPresent()) {
        writer.remove(hook.get(), "templateRef");
      }
      put(hook.get(), "template", called.value(), writer);
      put(hook.get(), "expression", expression, writer);
    } else if (hooks.isPresent()) {
      writer.put(hooks.get(), name, value(called));
    } else {
      writer.put(owner, HOOKS, YamlValue.mapping(name, value(called)));
    }
  }

  private static void put(YamlPlace hook, String key, String value, DocumentWriter writer) {
    Optional<String> before = hook.get(key).flatMap(YamlPlace::text);
    if (value.isBlank()) {
      if (before.isPresent()) {
        writer.remove(hook, key);
      }
    } else if (before.filter(value::equals).isEmpty()) {
      writer.put(hook, key, YamlValue.text(value));
    }
  }

  private YamlValue value(TemplateName called) {
    YamlValue.Mapping hook = YamlValue.mapping("template", YamlValue.text(called.value()));
    return expression.isBlank() ? hook : hook.and("expression", YamlValue.text(expression));
  }
}

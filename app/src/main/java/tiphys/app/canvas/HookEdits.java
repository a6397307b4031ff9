// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.app.editor.Editor;
import tiphys.model.command.SetHook;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Problem;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/** What is done with the hooks of a task, or of the workflow where no task is meant. */
final class HookEdits {
  private final CanvasViewModel model;
  private final Editor editor;

  HookEdits(CanvasViewModel model) {
    this.model = model;
    this.editor = model.editor();
  }

  List<FlowHook> hooks(Optional<NodeId> task) {
    return task.isEmpty()
        ? model.drawing().hooks()
        : task.flatMap(model.drawing()::node).map(FlowNode::hooks).orElse(List.of());
  }

  /** The templates that may hang there: all but the one that is shown. */
  List<TemplateName> templates() {
    Optional<Scope> shown = editor.scope();
    return shown
        .flatMap(scope -> Scopes.spec(editor.state().get().workflow(), scope.resource()))
        .map(WorkflowSpec::templates)
        .orElse(List.of())
        .stream()
        .flatMap(template -> template.name().stream())
        .filter(name -> shown.filter(scope -> scope.template().equals(name)).isEmpty())
        .toList();
  }

  /** The reason why it cannot be so. */
  Optional<Problem> set(
      Optional<NodeId> task, String name, Optional<TemplateName> template, String expression) {
    return editor
        .scope()
        .flatMap(
            scope -> editor.apply(new SetHook(scope, task, name, template, expression)).refusal());
  }

  /** A free name for a hook that runs when something has failed. */
  String freeName(Optional<NodeId> task) {
    Set<String> taken = new HashSet<>();
    hooks(task).forEach(hook -> taken.add(hook.name()));
    String name = "failed";
    for (int i = 2; taken.contains(name); i++) {
      name = "failed-" + i;
    }
    return name;
  }

  /** The expression that most hooks have, to be changed. */
  String usualExpression(Optional<NodeId> task) {
    boolean isDag =
        editor
            .scope()
            .flatMap(scope -> Scopes.template(editor.state().get().workflow(), scope))
            .map(Template::body)
            .filter(TemplateBody.Dag.class::isInstance)
            .isPresent();
    String all = isDag ? "tasks" : "steps";
    return task.map(node -> all + "[\"" + node.value() + "\"].status == \"Failed\"")
        .orElse("workflow.status == \"Failed\"");
  }

  /** Shows where a hook stands in the source. */
  void goTo(Optional<NodeId> task, FlowHook hook) {
    task.map(tiphys.app.editor.Selection::of).ifPresent(editor::select);
    editor
        .scope()
        .flatMap(scope -> owner(scope, task))
        .flatMap(
            owner ->
                owner
                    .get("hooks")
                    .flatMap(hooks -> hooks.keyOf(hook.name()))
                    .or(() -> owner.get("onExit")))
        .ifPresent(place -> editor.reveal(place.range()));
  }

  private Optional<YamlPlace> owner(Scope scope, Optional<NodeId> task) {
    var locator = editor.state().get().locator();
    return task.isEmpty() ? locator.spec(scope.resource()) : locator.task(scope, task.get());
  }

  /** Shows the template that a hook runs. */
  void open(FlowHook hook) {
    editor
        .scope()
        .flatMap(scope -> hook.opens().map(template -> new Scope(scope.resource(), template)))
        .ifPresent(editor::open);
  }
}

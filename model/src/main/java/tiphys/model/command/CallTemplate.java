// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Lets a task run another template. Its wires and arguments stay; inputs that the template asks for
 * and the task has no value for are added, to be filled in.
 *
 * @param called the template; empty for a new one of the kind
 */
public record CallTemplate(Scope scope, NodeId node, Optional<TemplateName> called, NodeKind kind)
    implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(ground -> ground.task(node).then(t -> plan(ground, t)));
  }

  private Outcome<Plan> plan(Ground ground, Task task) {
    Optional<Template> template = called.flatMap(ground.spec()::template);
    boolean callsTemplates =
        ground.template().body() instanceof TemplateBody.Dag
            || ground.template().body() instanceof TemplateBody.Steps;
    if (!callsTemplates || called.isEmpty() && !NewTemplate.canBeMade(kind)) {
      return Outcome.refused(ProblemCode.ADD_NOT_HERE, scope.template().value());
    }
    if (called.isPresent() && template.isEmpty()) {
      return Outcome.refused(ProblemCode.ADDRESS_NO_TEMPLATE, called.get().value());
    }
    String name =
        called
            .map(TemplateName::value)
            .orElseGet(() -> NewTemplate.freeName(kind, ground.spec(), ground.template()));
    DocumentWriter writer = ground.writer();
    YamlPlace place = ground.place(node).orElseThrow();
    Map<String, YamlValue> put = new LinkedHashMap<>();
    put.put("template", YamlValue.text(name));
    List<YamlValue> missing = missing(task, template.map(Template::inputs).orElse(Arguments.NONE));
    Optional<YamlPlace> arguments = place.get("arguments");
    Optional<YamlPlace> list = arguments.flatMap(a -> a.get("parameters"));
    if (!missing.isEmpty() && arguments.isEmpty()) {
      put.put("arguments", YamlValue.mapping("parameters", new YamlValue.Sequence(missing)));
    } else if (!missing.isEmpty() && list.isEmpty()) {
      writer.put(arguments.get(), "parameters", new YamlValue.Sequence(missing));
    } else {
      missing.forEach(item -> writer.insert(list.orElseThrow(), list.get().size(), item));
    }
    writer.change(place, Set.of("templateRef", "inline"), put);
    if (called.isEmpty()) {
      YamlPlace templates = ground.locator().templates(scope.resource()).orElseThrow();
      writer.insert(templates, templates.size(), NewTemplate.of(kind, name));
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private static List<YamlValue> missing(Task task, Arguments inputs) {
    return inputs.parameters().stream()
        .filter(input -> !input.isSupplied())
        .filter(input -> task.arguments().parameter(input.name()).isEmpty())
        .<YamlValue>map(
            input ->
                YamlValue.mapping("name", YamlValue.text(input.name()))
                    .and("value", YamlValue.text("")))
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.message.Messages;
import tiphys.model.command.FieldOwner;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/** The form of a task, a step, or a container of a set. */
final class TaskPage {
  private final Messages messages;
  private final YamlPlace place;
  private final Fields fields;
  private final Optional<WorkflowSpec> spec;
  private final boolean isInDag;
  private final boolean isContainer;

  TaskPage(DiagramState state, Messages messages, Scope scope, NodeId node, YamlPlace place) {
    this.messages = messages;
    this.place = place;
    this.fields = new Fields(messages, new FieldOwner.OfTask(scope, node), place, "task.");
    this.spec = state.workflow().resources().get(scope.resource()).spec();
    Optional<YamlPlace> around = state.locator().template(scope);
    this.isInDag = around.flatMap(template -> template.get("dag")).isPresent();
    this.isContainer = around.flatMap(template -> template.get("containerSet")).isPresent();
  }

  Sheet.Page page() {
    return isContainer ? container() : task();
  }

  private Sheet.Page container() {
    return new Sheet.Page(
        "container",
        List.of(
            new Sheet.Section(
                "",
                List.of(
                    fields.line("name", "", "name"),
                    fields.line("dependencies", "[]", "dependencies"),
                    fields.line("image", "", "image"),
                    fields.line("command", "[]", "command"),
                    fields.line("args", "[]", "args"),
                    fields.addition("other", List.of(), List.of())))));
  }

  private Sheet.Page task() {
    List<Field> first = new ArrayList<>();
    first.add(fields.line("name", "", "name"));
    first.add(fields.choice("template", templates(), "template"));
    if (isInDag) {
      boolean usesList = place.get("dependencies").isPresent();
      first.add(
          usesList
              ? fields.line("dependencies", "[]", "dependencies")
              : fields.line("depends", messages.text("inspector.prompt.depends"), "depends"));
    }
    List<Sheet.Section> sections = new ArrayList<>();
    sections.add(new Sheet.Section("", first));
    List<Field> arguments = arguments();
    if (!arguments.isEmpty()) {
      sections.add(new Sheet.Section(messages.text("inspector.section.arguments"), arguments));
    }
    String never = messages.text("inspector.prompt.once");
    sections.add(
        new Sheet.Section(
            messages.text("inspector.section.how"),
            List.of(
                fields.line("when", messages.text("inspector.prompt.always"), "when"),
                fields.line("with-param", never, "withParam"),
                fields.line("with-items", never, "withItems"),
                fields.line("with-sequence", never, "withSequence", "count"),
                fields.addition("other", List.of(), List.of()))));
    return new Sheet.Page("task", sections);
  }

  private List<String> templates() {
    return spec.map(WorkflowSpec::templates).orElse(List.of()).stream()
        .flatMap(template -> template.name().stream())
        .map(TemplateName::value)
        .toList();
  }

  /** One field for each input of the template that is called, and for each argument beyond. */
  private List<Field> arguments() {
    Arguments declared =
        place
            .get("template")
            .flatMap(YamlPlace::text)
            .flatMap(name -> spec.flatMap(s -> s.template(new TemplateName(name))))
            .map(Template::inputs)
            .orElse(Arguments.NONE);
    Map<String, Field> all = new LinkedHashMap<>();
    for (Arguments.Parameter parameter : declared.parameters()) {
      all.put(parameter.name(), parameter(parameter.name(), Optional.of(parameter)));
    }
    for (String given : given("parameters")) {
      all.computeIfAbsent(given, name -> parameter(name, Optional.empty()));
    }
    List<Field> fieldsOfAll = new ArrayList<>(all.values());
    for (Arguments.Artifact artifact : declared.artifacts()) {
      fieldsOfAll.add(artifact(artifact));
    }
    return fieldsOfAll;
  }

  private Field parameter(String name, Optional<Arguments.Parameter> declared) {
    Optional<YamlPlace> argument = item("parameters", name);
    boolean isComputed = argument.flatMap(found -> found.get("valueFrom")).isPresent();
    String hint =
        declared.isEmpty()
            ? messages.text("inspector.hint.undeclared")
            : messages.text(
                declared.get().isSupplied()
                    ? "inspector.hint.optional"
                    : "inspector.hint.required");
    String prompt = declared.flatMap(Arguments.Parameter::value).orElse("");
    String value =
        isComputed
            ? messages.text("inspector.in-source")
            : argument.map(found -> FieldText.of(found, "value")).orElse("");
    Field field = fields.named(name, hint, value, prompt, "arguments", "parameters", name);
    return isComputed ? shown(field) : field;
  }

  private Field artifact(Arguments.Artifact artifact) {
    String value =
        item("artifacts", artifact.name()).map(found -> FieldText.of(found, "from")).orElse("");
    return fields.named(
        artifact.name(),
        messages.text("inspector.hint.artifact"),
        value,
        messages.text(
            artifact.isSupplied() ? "inspector.hint.optional" : "inspector.prompt.artifact"),
        "arguments",
        "artifacts",
        artifact.name(),
        "from");
  }

  private static Field shown(Field field) {
    return new Field(
        field.id(),
        field.label(),
        field.hint(),
        Field.Form.SHOWN,
        field.value(),
        "",
        List.of(),
        _ -> Optional.empty());
  }

  private List<String> given(String list) {
    return place.get("arguments", list).map(YamlPlace::items).orElse(List.of()).stream()
        .flatMap(item -> item.get("name").flatMap(YamlPlace::text).stream())
        .toList();
  }

  private Optional<YamlPlace> item(String list, String name) {
    return place.get("arguments", list).map(YamlPlace::items).orElse(List.of()).stream()
        .filter(item -> item.get("name").flatMap(YamlPlace::text).filter(name::equals).isPresent())
        .findFirst();
  }
}

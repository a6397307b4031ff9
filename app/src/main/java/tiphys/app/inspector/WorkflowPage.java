// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tiphys.app.message.Messages;
import tiphys.model.command.FieldOwner;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/** The form of a whole workflow, workflow template or cron workflow. */
final class WorkflowPage {
  private final Messages messages;
  private final Resource resource;
  private final YamlPlace place;
  private final Fields fields;
  private final boolean isCron;

  WorkflowPage(Messages messages, int number, Resource resource, YamlPlace place) {
    this.messages = messages;
    this.resource = resource;
    this.place = place;
    this.fields =
        new Fields(messages, new FieldOwner.OfResource(number), place, "resource." + number + ".");
    this.isCron = resource.kind() == ResourceKind.CRON_WORKFLOW;
  }

  Sheet.Page page() {
    List<Field> first = new ArrayList<>();
    boolean isGenerated = place.get("metadata", "generateName").isPresent();
    first.add(
        isGenerated
            ? fields.line("generate-name", "", "metadata", "generateName")
            : fields.line("workflow-name", "", "metadata", "name"));
    if (!resource.kind().hasTemplates()) {
      return new Sheet.Page("workflow", List.of(new Sheet.Section("", first)));
    }
    if (isCron) {
      first.add(
          place.get("spec", "schedules").isPresent()
              ? fields.line("schedules", "[]", "spec", "schedules")
              : fields.line("schedule", "", "spec", "schedule"));
    }
    first.add(fields.choice("entrypoint", templates(), spec("entrypoint")));
    List<Field> parameters = new ArrayList<>();
    Optional<YamlPlace> list = place.get("spec", rest("arguments", "parameters"));
    for (YamlPlace item : list.map(YamlPlace::items).orElse(List.of())) {
      item.get("name")
          .flatMap(YamlPlace::text)
          .ifPresent(
              name ->
                  parameters.add(
                      fields.named(
                          name,
                          messages.text("inspector.hint.value"),
                          FieldText.of(item, "value"),
                          "",
                          spec("arguments", "parameters", name))));
    }
    parameters.add(
        fields.addition("parameter", List.of(spec("arguments", "parameters")), List.of()));
    String none = messages.text("inspector.prompt.none");
    List<Field> how =
        List.of(
            fields.choice("on-exit", templates(), spec("onExit")),
            fields.line(
                "parallelism", messages.text("inspector.prompt.no-limit"), spec("parallelism")),
            fields.line("service-account", none, spec("serviceAccountName")),
            fields.addition("other-of-spec", List.of(), List.of()));
    return new Sheet.Page(
        "workflow",
        List.of(
            new Sheet.Section("", first),
            new Sheet.Section(messages.text("inspector.section.parameters"), parameters),
            new Sheet.Section(messages.text("inspector.section.how"), how)));
  }

  private List<String> templates() {
    return resource.spec().map(WorkflowSpec::templates).orElse(List.of()).stream()
        .flatMap(template -> template.name().stream())
        .map(TemplateName::value)
        .toList();
  }

  private String[] spec(String... path) {
    return Stream.concat(Stream.of("spec"), Arrays.stream(rest(path))).toArray(String[]::new);
  }

  /** Behind {@code spec}: a cron workflow's workflow is one level deeper. */
  private String[] rest(String... path) {
    return isCron
        ? Stream.concat(Stream.of("workflowSpec"), Arrays.stream(path)).toArray(String[]::new)
        : path;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Hook;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlNode;

/** Reads a WorkflowSpec and what several of its parts have in common (Argo: workflow_types.go). */
final class SpecReader {
  /** The keys that give an artifact a place of its own. */
  private static final List<String> LOCATIONS =
      List.of(
          "from",
          "fromExpression",
          "s3",
          "gcs",
          "oss",
          "azure",
          "artifactory",
          "hdfs",
          "git",
          "http",
          "raw",
          "plugin");

  private SpecReader() {}

  static WorkflowSpec read(Fields spec, YamlNode node) {
    List<Template> templates =
        spec.items("templates").stream()
            .flatMap(template -> TemplateReader.read(template).stream())
            .toList();
    return new WorkflowSpec(
        spec.name("entrypoint").map(TemplateName::new),
        templates,
        arguments(spec.get("arguments")),
        spec.name("onExit").map(TemplateName::new),
        hooks(spec),
        reference(spec.get("workflowTemplateRef")),
        defaults(spec),
        TemplateReader.read(spec.get("templateDefaults")),
        node);
  }

  private static List<Marker> defaults(Fields spec) {
    List<Marker> defaults = new ArrayList<>(MarkerReader.ofTemplate(spec.get("templateDefaults")));
    if (defaults.stream().noneMatch(marker -> marker.behaviour() == Behaviour.RETRY)) {
      defaults.addAll(MarkerReader.ofRetry(spec.get("retryStrategy")));
    }
    return defaults;
  }

  /** A {@code workflowTemplateRef}. */
  static Optional<ResourceReference> reference(Fields fields) {
    return fields.isPresent()
        ? Optional.of(
            new ResourceReference(fields.text("name").orElse(""), fields.isTrue("clusterScope")))
        : Optional.empty();
  }

  /** Arguments, inputs or outputs: parameters and artifacts that have a name. */
  static Arguments arguments(Fields fields) {
    if (!fields.isPresent()) {
      return Arguments.NONE;
    }
    List<Arguments.Parameter> parameters = new ArrayList<>();
    for (Fields item : fields.items("parameters")) {
      boolean isSupplied = item.has("value") || item.has("default") || item.has("valueFrom");
      item.name("name")
          .ifPresent(
              name ->
                  parameters.add(
                      new Arguments.Parameter(
                          name, item.text("value").or(() -> item.text("default")), isSupplied)));
    }
    List<Arguments.Artifact> artifacts = new ArrayList<>();
    for (Fields item : fields.items("artifacts")) {
      boolean isSupplied = item.isTrue("optional") || LOCATIONS.stream().anyMatch(item::has);
      item.name("name").ifPresent(name -> artifacts.add(new Arguments.Artifact(name, isSupplied)));
    }
    return new Arguments(parameters, artifacts);
  }

  /** {@code hooks}, and the deprecated {@code onExit} of a task as the hook {@code exit}. */
  static List<Hook> hooks(Fields owner) {
    List<Hook> hooks = new ArrayList<>();
    Fields declared = owner.get("hooks");
    for (String name : declared.keys()) {
      Fields hook = declared.get(name);
      hooks.add(
          new Hook(
              name,
              TaskReader.call(hook, 0),
              hook.text("expression"),
              arguments(hook.get("arguments"))));
    }
    return hooks;
  }

  static Optional<TemplateName> templateName(Fields fields) {
    return fields.name("name").map(TemplateName::new);
  }
}

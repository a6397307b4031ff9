// SPDX-License-Identifier: Apache-2.0
package tiphys.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tiphys.model.workflow.CronSchedule;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceAddress;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.Trigger;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlTree;

/** Tree to workflow. */
public final class WorkflowReader {
  private WorkflowReader() {}

  /**
   * Reads every resource of a tree. What is missing or ill-formed is left out here and told by the
   * checks. What an edit left alone is not read again.
   */
  public static WorkflowFile read(YamlTree tree) {
    List<Resource> resources = new ArrayList<>();
    boolean mayHaveAnchors = tree.mayHaveAnchors();
    for (int i = 0; i < tree.documents().size(); i++) {
      YamlDocument document = tree.documents().get(i);
      Anchors anchors = mayHaveAnchors ? Anchors.of(document.root()) : Anchors.NONE;
      addResources(i, Fields.of(document.root(), anchors), resources);
    }
    return new WorkflowFile(resources);
  }

  private static void addResources(int document, Fields root, List<Resource> resources) {
    if (!(root.node().orElse(null) instanceof YamlMapping)) {
      return;
    }
    boolean isList = root.text("kind").filter(kind -> kind.endsWith("List")).isPresent();
    List<Fields> items = root.items("items");
    if (!isList || items.isEmpty()) {
      resources.add(resource(ResourceAddress.ofDocument(document), root));
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).node().orElse(null) instanceof YamlMapping) {
        resources.add(resource(new ResourceAddress(document, OptionalInt.of(i)), items.get(i)));
      }
    }
  }

  private static Resource resource(ResourceAddress address, Fields fields) {
    ResourceKind kind = ResourceKind.of(fields.text("kind"));
    Fields metadata = fields.get("metadata");
    Fields spec = fields.get("spec");
    Fields workflowSpec = kind == ResourceKind.CRON_WORKFLOW ? spec.get("workflowSpec") : spec;
    YamlNode node = fields.node().orElseThrow();
    return new Resource(
        address,
        kind,
        fields.text("kind").orElse(""),
        metadata.name("name"),
        metadata.name("generateName"),
        kind.hasTemplates()
            ? workflowSpec.node().map(found -> read(found, workflowSpec))
            : Optional.empty(),
        trigger(kind, spec),
        node);
  }

  private static Optional<Trigger> trigger(ResourceKind kind, Fields spec) {
    return switch (kind) {
      case CRON_WORKFLOW -> Optional.of(cron(spec));
      case WORKFLOW_EVENT_BINDING -> Optional.of(event(spec));
      default -> Optional.empty();
    };
  }

  /** {@code schedule} was removed in Argo 4; old files have it. */
  private static Trigger.Cron cron(Fields spec) {
    List<CronSchedule> schedules = new ArrayList<>();
    for (Fields item : spec.items("schedules")) {
      item.text().map(CronSchedule::of).ifPresent(schedules::add);
    }
    if (schedules.isEmpty()) {
      spec.name("schedule").map(CronSchedule::of).ifPresent(schedules::add);
    }
    return new Trigger.Cron(schedules, spec.name("timezone"), spec.isTrue("suspend"));
  }

  private static Trigger.Event event(Fields spec) {
    Fields submit = spec.get("submit");
    return new Trigger.Event(
        spec.get("event").name("selector"),
        SpecReader.reference(submit.get("workflowTemplateRef")),
        SpecReader.arguments(submit.get("arguments")));
  }

  private static WorkflowSpec read(YamlNode node, Fields spec) {
    return spec.anchors().areNone()
        ? node.derived(WorkflowSpec.class, _ -> SpecReader.read(spec, node))
        : SpecReader.read(spec, node);
  }
}

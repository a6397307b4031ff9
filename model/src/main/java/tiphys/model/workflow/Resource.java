// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.Optional;
import tiphys.model.yaml.YamlNode;

/**
 * One Kubernetes resource.
 *
 * @param address where it stands in the file
 * @param kindName {@code kind} as written; empty where there is none
 * @param spec the workflow's spec: {@code spec}, or {@code spec.workflowSpec} of a CronWorkflow;
 *     absent for kinds without templates and where it is missing
 * @param trigger what starts it, for a CronWorkflow and a WorkflowEventBinding
 */
public record Resource(
    ResourceAddress address,
    ResourceKind kind,
    String kindName,
    Optional<String> name,
    Optional<String> generateName,
    Optional<WorkflowSpec> spec,
    Optional<Trigger> trigger,
    YamlNode node) {

  /** How others refer to it; none for kinds that nobody can refer to, and without a name. */
  public Optional<ResourceReference> reference() {
    return switch (kind) {
      case WORKFLOW_TEMPLATE -> name.map(known -> new ResourceReference(known, false));
      case CLUSTER_WORKFLOW_TEMPLATE -> name.map(known -> new ResourceReference(known, true));
      default -> Optional.empty();
    };
  }

  /** Whether it has templates of its own that have a name. */
  public boolean hasNamedTemplates() {
    return spec.stream()
        .flatMap(found -> found.templates().stream())
        .anyMatch(template -> template.name().isPresent());
  }

  /** What people call it: the name, else the generateName, else the kind. */
  public String title() {
    return name.or(() -> generateName).orElse(kindName);
  }
}

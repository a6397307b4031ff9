// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.List;
import java.util.Optional;
import tiphys.model.yaml.YamlNode;

/**
 * The parts of a WorkflowSpec that decide the graph (Argo: workflow_types.go); everything else
 * stays in the tree.
 *
 * @param workflowTemplateRef the (Cluster)WorkflowTemplate that holds the templates, if they live
 *     elsewhere
 * @param defaults what {@code templateDefaults} and the workflow's {@code retryStrategy} make of
 *     templates that say nothing else
 * @param templateDefaults what templates take that say nothing of it themselves
 */
public record WorkflowSpec(
    Optional<TemplateName> entrypoint,
    List<Template> templates,
    Arguments arguments,
    Optional<TemplateName> onExit,
    List<Hook> hooks,
    Optional<ResourceReference> workflowTemplateRef,
    List<Marker> defaults,
    Optional<Template> templateDefaults,
    YamlNode node) {
  public WorkflowSpec {
    templates = List.copyOf(templates);
    hooks = List.copyOf(hooks);
    defaults = List.copyOf(defaults);
  }

  /** The first template of a name. */
  public Optional<Template> template(TemplateName name) {
    return templates.stream().filter(t -> t.name().filter(name::equals).isPresent()).findFirst();
  }
}

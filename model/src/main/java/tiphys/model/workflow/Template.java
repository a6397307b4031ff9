// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.yaml.YamlNode;

/**
 * A template.
 *
 * @param name absent where it is missing, and for inline templates
 * @param inputs declared inputs; values and defaults count as supplied
 * @param outputs declared outputs
 * @param markers what its node does beside running once
 */
public record Template(
    Optional<TemplateName> name,
    TemplateBody body,
    Arguments inputs,
    Arguments outputs,
    List<Marker> markers,
    YamlNode node) {
  public Template {
    markers = List.copyOf(markers);
  }

  /** What its node does beside running once, without the details. */
  public Set<Behaviour> behaviours() {
    return Marker.behaviours(markers);
  }

  /** The calls of other templates that the body makes, in order of place; none for leaves. */
  public List<Task> calls() {
    return switch (body) {
      case TemplateBody.Dag dag -> dag.tasks();
      case TemplateBody.Steps steps ->
          steps.groups().stream().flatMap(group -> group.stream()).toList();
      default -> List.of();
    };
  }
}

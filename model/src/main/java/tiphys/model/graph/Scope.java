// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import tiphys.model.workflow.TemplateName;

/**
 * What one canvas shows: the inside of a template, where a leaf shows as a single node; or a
 * resource as a whole, where it has no templates of its own.
 *
 * @param resource position in {@link tiphys.model.workflow.WorkflowFile#resources()}
 * @param template empty for the resource as a whole
 */
public record Scope(int resource, TemplateName template) {
  public static Scope ofResource(int resource) {
    return new Scope(resource, new TemplateName(""));
  }

  public boolean isResource() {
    return template.value().isEmpty();
  }
}

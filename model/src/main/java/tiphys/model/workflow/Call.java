// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

/**
 * Which template a task runs. Where a task names several, Argo takes inline, then templateRef, then
 * template.
 */
public sealed interface Call {
  /** A template of the same resource. The name may hold {@code {{tags}}}. */
  record Local(TemplateName template) implements Call {}

  /** A template of another resource. */
  record Reference(String resource, String template, boolean isClusterScope) implements Call {
    public ResourceReference toResource() {
      return new ResourceReference(resource, isClusterScope);
    }
  }

  /** A template that stands inside the task. */
  record Inline(Template template) implements Call {}

  /** No template at all: a mistake in a task, as it should be in a container of a set. */
  record None() implements Call {}
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import tiphys.model.workflow.TemplateName;

/**
 * What one canvas shows: the inside of a template. A leaf template shows as a single node.
 *
 * @param resource position in {@link tiphys.model.workflow.WorkflowFile#resources()}
 */
public record Scope(int resource, TemplateName template) {}

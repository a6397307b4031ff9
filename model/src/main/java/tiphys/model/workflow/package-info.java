// SPDX-License-Identifier: Apache-2.0

/**
 * The domain in Argo's words, read from the tree: what a file declares, not where it stands.
 * Records hold the tree's node they were read from, so that a place can be found when it is needed.
 * What is not understood is kept as unknown. Entry types: {@link
 * tiphys.model.workflow.WorkflowFile}, {@link tiphys.model.workflow.Template}. Uses {@code yaml}.
 */
@NullMarked
package tiphys.model.workflow;

import org.jspecify.annotations.NullMarked;

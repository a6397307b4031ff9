// SPDX-License-Identifier: Apache-2.0

/**
 * A workflow's run as Argo's controller conducts it: passes over the template tree that create the
 * nodes whose conditions hold, while pods run elsewhere. Entry types: {@link
 * tiphys.exporter.execution.WorkflowRun}, {@link tiphys.exporter.execution.PodRunner}.
 */
@NullMarked
package tiphys.exporter.execution;

import org.jspecify.annotations.NullMarked;

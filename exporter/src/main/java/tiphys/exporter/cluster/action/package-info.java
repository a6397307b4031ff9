// SPDX-License-Identifier: Apache-2.0

/**
 * What is done with runs, as plain values, and what it makes of a workflow's object where no Argo
 * Server does it: the same that {@code argo} does without a server (workflow/util/util.go). Nothing
 * here reaches a network. Entry types: {@link tiphys.exporter.cluster.action.RunAction}, {@link
 * tiphys.exporter.cluster.action.RetryPlan}.
 */
@NullMarked
package tiphys.exporter.cluster.action;

import org.jspecify.annotations.NullMarked;

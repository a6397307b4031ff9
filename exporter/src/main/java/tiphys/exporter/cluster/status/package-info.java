// SPDX-License-Identifier: Apache-2.0

/**
 * Argo's {@code status} as it comes from a cluster, made into the run model that runs on this
 * computer have too. Entry types: {@link tiphys.exporter.cluster.status.RunReader}, {@link
 * tiphys.exporter.cluster.status.WorkflowObject}.
 */
@NullMarked
package tiphys.exporter.cluster.status;

import org.jspecify.annotations.NullMarked;

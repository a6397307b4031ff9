// SPDX-License-Identifier: Apache-2.0
/** A node for a real API server that has none, so that runs with pods come to their end there. */
@NullMarked
package tiphys.exporter.cluster.bed;

import org.jspecify.annotations.NullMarked;

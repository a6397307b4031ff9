// SPDX-License-Identifier: Apache-2.0

/** Clusters, tested against servers of our own on this computer. */
@NullMarked
package tiphys.exporter.cluster;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/** How one is let in at a cluster, tested against servers of our own on this computer. */
@NullMarked
package tiphys.exporter.cluster.transport;

import org.jspecify.annotations.NullMarked;

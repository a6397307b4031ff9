// SPDX-License-Identifier: Apache-2.0

/**
 * Layered drawing of directed graphs (Sugiyama, Tagawa and Toda 1981) in its phases, in the order
 * in which they run: {@link tiphys.model.layout.layered.Acyclic} turns edges that close cycles,
 * {@link tiphys.model.layout.layered.Layering} gives each node a layer, {@link
 * tiphys.model.layout.layered.LayeredGraph} cuts long edges into pieces of one layer, {@link
 * tiphys.model.layout.layered.Ordering} sorts each layer for few crossings, {@link
 * tiphys.model.layout.layered.Placement} finds coordinates. Nodes are numbers here, so that ten
 * thousand cost milliseconds; {@link tiphys.model.layout.layered.LayeredLayout} is the entry. Uses
 * the JDK alone.
 */
@NullMarked
package tiphys.model.layout.layered;

import org.jspecify.annotations.NullMarked;

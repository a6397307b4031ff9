// SPDX-License-Identifier: Apache-2.0

/**
 * The workflow as nodes and edges: what the canvas draws and what reachability is asked of. Entry
 * types: {@link tiphys.model.graph.FlowGraph}, {@link tiphys.model.graph.Scope}. Uses {@code
 * workflow}, {@code expression} and JGraphT.
 */
@NullMarked
package tiphys.model.graph;

import org.jspecify.annotations.NullMarked;

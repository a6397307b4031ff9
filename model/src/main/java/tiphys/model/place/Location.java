// SPDX-License-Identifier: Apache-2.0
package tiphys.model.place;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;

/**
 * What a place of the text belongs to.
 *
 * @param node the task, step or container around it; empty for the template itself
 */
public record Location(Scope scope, Optional<NodeId> node) {}

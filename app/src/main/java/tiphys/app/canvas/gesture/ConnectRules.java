// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Problem;

/** What may be connected; the editor's plans answer it, tests answer it by hand. */
public interface ConnectRules {
  /** Why one task cannot run after another. */
  Optional<Problem> refusal(NodeId from, NodeId to);

  /** Tasks that can surely not run after one, because it runs after them already. */
  Set<NodeId> before(NodeId node);

  /** Tasks that can surely not run before one, because they run after it already. */
  Set<NodeId> after(NodeId node);
}

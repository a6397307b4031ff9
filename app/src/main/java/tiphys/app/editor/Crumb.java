// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;

/**
 * One step of the way to what the canvas shows.
 *
 * @param taken the node of the crumb before that was opened to come here; empty for the first
 * @param isInPlace whether it is shown within what the crumb before shows, in a frame
 */
public record Crumb(Scope scope, Optional<NodeId> taken, boolean isInPlace) {
  /** What is shown on its own. */
  public Crumb(Scope scope, Optional<NodeId> taken) {
    this(scope, taken, false);
  }

  public static Crumb first(Scope scope) {
    return new Crumb(scope, Optional.empty());
  }
}

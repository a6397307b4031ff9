// SPDX-License-Identifier: Apache-2.0
package tiphys.model.history;

import tiphys.model.state.Positions;
import tiphys.model.text.TextEdits;

/**
 * One undoable change: text both ways, and the user's places before and after.
 *
 * @param key names the step in the menu
 */
public record Step(
    String key,
    TextEdits forward,
    TextEdits back,
    Positions positionsBefore,
    Positions positionsAfter) {

  /** Whether it changes nothing at all. */
  public boolean isIdentity() {
    return forward.isEmpty() && positionsBefore.equals(positionsAfter);
  }
}

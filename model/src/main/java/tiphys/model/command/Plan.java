// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.state.Positions;
import tiphys.model.text.TextEdits;

/**
 * What a command would change.
 *
 * @param positions the user's places afterwards, if the command changes them
 */
public record Plan(TextEdits edits, Optional<Positions> positions) {
  public static Plan ofText(TextEdits edits) {
    return new Plan(edits, Optional.empty());
  }

  public static Plan ofPositions(Positions positions) {
    return new Plan(TextEdits.NONE, Optional.of(positions));
  }
}

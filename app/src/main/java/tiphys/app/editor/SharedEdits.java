// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import tiphys.model.command.Command;
import tiphys.model.history.Step;

/**
 * Has a say in what is done to a file because other files go with it. Who answers true does it in
 * its own way, now or later; else it is done as always.
 */
public interface SharedEdits {
  /** Whether a command is for another file to do, which {@link #takes} will see to. */
  default boolean isOfAnotherFile(Command command) {
    return false;
  }

  /** Nothing goes with this file. */
  SharedEdits NONE =
      new SharedEdits() {
        @Override
        public boolean takes(Command command) {
          return false;
        }

        @Override
        public boolean takesBack(Step step) {
          return false;
        }

        @Override
        public boolean takesAgain(Step step) {
          return false;
        }
      };

  boolean takes(Command command);

  boolean takesBack(Step step);

  boolean takesAgain(Step step);
}

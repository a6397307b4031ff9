// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;
import tiphys.app.message.Messages;
import tiphys.model.command.Command;
import tiphys.model.command.FieldOwner;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;

/**
 * What rows of one page can do.
 *
 * @param apply does a command, or says why not
 * @param light brings the lines of a field to view in the source
 * @param open asks for a row where nothing is written yet, by its path
 */
record FieldActions(
    FieldOwner owner,
    Messages messages,
    Supplier<DiagramState> state,
    Function<Command, Optional<Problem>> apply,
    Consumer<List<String>> light,
    Consumer<List<String>> open) {
  /** Does it; the reason where it is refused, empty where it was done. */
  String perform(Command command) {
    return apply.apply(command).map(messages::problem).orElse("");
  }

  String word(String key) {
    return messages.text("inspector." + key);
  }

  /** With the keys that do the same, as this computer calls them. */
  String word(String key, String keys) {
    return messages.text("inspector." + key, KeyCombination.valueOf(keys).getDisplayText());
  }
}

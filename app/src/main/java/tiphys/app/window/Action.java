// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something that the window can do. Menu, shortcut and command palette are made from it, so they
 * cannot disagree.
 *
 * @param key names its sentence {@code window.action.KEY}
 * @param label the sentence, which may change with what there is to do
 * @param chosen whether the choice that it makes holds now; empty for what is no choice
 */
record Action(
    String key,
    ObservableValue<String> label,
    Optional<KeyCombination> shortcut,
    ObservableValue<Boolean> enabled,
    Optional<ObservableValue<Boolean>> chosen,
    Runnable run) {
  static Action of(String key, String label, Runnable run) {
    return new Action(
        key,
        new SimpleObjectProperty<>(label),
        Optional.empty(),
        new SimpleObjectProperty<>(true),
        Optional.empty(),
        run);
  }

  /** With a shortcut as JavaFX writes it, for example {@code Shortcut+S}. */
  Action on(String keys) {
    KeyCombination combination = KeyCombination.valueOf(keys);
    return new Action(key, label, Optional.of(combination), enabled, chosen, run);
  }

  Action on(Optional<KeyCombination> keys) {
    return new Action(key, label, keys, enabled, chosen, run);
  }

  Action when(ObservableValue<Boolean> condition) {
    return new Action(key, label, shortcut, condition, chosen, run);
  }

  Action labelled(ObservableValue<String> sentence) {
    return new Action(key, sentence, shortcut, enabled, chosen, run);
  }

  Action chosenWhen(ObservableValue<Boolean> condition) {
    return new Action(key, label, shortcut, enabled, Optional.of(condition), run);
  }

  /** Does it, if it can be done now. */
  void perform() {
    if (enabled.getValue()) {
      run.run();
    }
  }
}

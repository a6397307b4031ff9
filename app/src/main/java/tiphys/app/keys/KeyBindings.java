// SPDX-License-Identifier: Apache-2.0
package tiphys.app.keys;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.scene.input.KeyCombination;

/**
 * The keys that the user gave to actions instead of those that they come with. Belongs to the
 * window's thread.
 */
public final class KeyBindings {
  private static final String NONE = "none";

  private final Function<String, Optional<String>> kept;
  private final BiConsumer<String, String> keep;
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

  /**
   * Over a place where values are kept by name.
   *
   * @param keep told a name and its value; an empty value forgets it
   */
  public KeyBindings(Function<String, Optional<String>> kept, BiConsumer<String, String> keep) {
    this.kept = kept;
    this.keep = keep;
  }

  /** The keys of an action. @param usual those that it comes with */
  public Optional<KeyCombination> of(String action, Optional<KeyCombination> usual) {
    Optional<String> chosen = kept.apply(nameOf(action));
    return chosen.isEmpty() ? usual : chosen.flatMap(KeyBindings::combination);
  }

  public boolean isChanged(String action) {
    return kept.apply(nameOf(action)).isPresent();
  }

  /** Gives an action other keys, or none. */
  public void choose(String action, Optional<KeyCombination> keys) {
    keep.accept(nameOf(action), keys.map(KeyCombination::getName).orElse(NONE));
    changes.set(changes.get() + 1);
  }

  /** Gives an action back the keys that it comes with. */
  public void reset(String action) {
    keep.accept(nameOf(action), "");
    changes.set(changes.get() + 1);
  }

  /** Goes up with every change. */
  public ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  private static String nameOf(String action) {
    return "keys." + action;
  }

  /** What a hand wrote into the settings may be no keys at all. */
  private static Optional<KeyCombination> combination(String written) {
    try {
      return written.equals(NONE) ? Optional.empty() : Optional.of(KeyCombination.valueOf(written));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.scene.input.KeyCombination;

/**
 * The keys that the user gave to actions instead of those that they come with. Belongs to the
 * window's thread.
 */
public final class KeyBindings {
  /** Where nothing is kept: every action has the keys that it comes with. */
  public static final KeyBindings USUAL = new KeyBindings(_ -> Optional.empty(), (_, _) -> {});

  private static final String NONE = "none";
  private static final String BETWEEN = " | ";

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

  /** All keys of an action. @param usual those that it comes with */
  public List<KeyCombination> of(String action, List<KeyCombination> usual) {
    return kept.apply(nameOf(action)).map(KeyBindings::combinations).orElse(usual);
  }

  /** All keys of an action, whose usual ones are as JavaFX writes them. */
  public List<KeyCombination> ofWritten(String action, List<String> usual) {
    return of(action, usual.stream().map(KeyCombination::valueOf).toList());
  }

  public boolean isChanged(String action) {
    return kept.apply(nameOf(action)).isPresent();
  }

  /** Gives an action other keys, or none. */
  public void choose(String action, List<KeyCombination> keys) {
    String written =
        keys.stream().map(KeyCombination::getName).collect(Collectors.joining(BETWEEN));
    keep.accept(nameOf(action), written.isEmpty() ? NONE : written);
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

  private static List<KeyCombination> combinations(String written) {
    return Arrays.stream(written.split(Pattern.quote(BETWEEN), -1))
        .flatMap(KeyBindings::combination)
        .toList();
  }

  /** What a hand wrote into the settings may be no keys at all. */
  private static Stream<KeyCombination> combination(String written) {
    try {
      return written.equals(NONE) ? Stream.empty() : Stream.of(KeyCombination.valueOf(written));
    } catch (IllegalArgumentException _) {
      return Stream.empty();
    }
  }
}

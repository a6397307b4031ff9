// SPDX-License-Identifier: Apache-2.0
package tiphys.app.keys;

import java.util.List;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Something that keys do, and that can be given others.
 *
 * @param name under which its keys are kept
 * @param group where people look for it, for example the name of a menu
 * @param usual the keys that it comes with
 * @param areArrows whether it goes by arrows, of which only what is held with them can be changed
 */
public record Bindable(
    String name,
    String group,
    String label,
    Place place,
    List<KeyCombination> usual,
    boolean areArrows) {
  /** Where keys hold. */
  public enum Place {
    /** Everywhere in the window, also where somebody writes. */
    WINDOW,
    CANVAS,
    /** On the canvas, while a connection is pulled by keys. */
    CONNECTING,
    SOURCE;

    /** Whether the same keys cannot mean two things in both. */
    public boolean meets(Place other) {
      return this == other || this == WINDOW || other == WINDOW;
    }
  }

  public Bindable {
    usual = List.copyOf(usual);
  }

  /** Whether keys write a character where somebody writes, so that they cannot be the window's. */
  public static boolean areTyped(KeyCombination keys) {
    return keys instanceof KeyCodeCombination pressed
        && !pressed.getCode().isFunctionKey()
        && pressed.getShortcut() != KeyCombination.ModifierValue.DOWN
        && pressed.getControl() != KeyCombination.ModifierValue.DOWN
        && pressed.getMeta() != KeyCombination.ModifierValue.DOWN
        && pressed.getAlt() != KeyCombination.ModifierValue.DOWN;
  }
}

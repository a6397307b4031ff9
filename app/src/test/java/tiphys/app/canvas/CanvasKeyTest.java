// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import tiphys.app.canvas.gesture.Gesture;
import tiphys.app.editor.EditTool;
import tiphys.app.keys.Bindable;
import tiphys.app.keys.KeyBindings;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

/** The canvas obeys no key that its table does not have, and the sheet is made from that table. */
final class CanvasKeyTest {
  private static final CanvasKeys KEYS = new CanvasKeys(KeyBindings.USUAL);

  @BeforeAll
  static void knowTheKeysOfThisComputer() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void noPressMeansTwoThingsInOnePlace() {
    for (KeyCode code : KeyCode.values()) {
      for (int modifiers = 0; modifiers < 8; modifiers++) {
        KeyEvent event = press(code, modifiers);
        for (CanvasKey.Context context : CanvasKey.Context.values()) {
          List<CanvasKey> meant =
              Arrays.stream(CanvasKey.values())
                  .filter(key -> key.context() == context)
                  .filter(key -> key.combinations().stream().anyMatch(keys -> keys.match(event)))
                  .toList();
          assertTrue(meant.size() <= 1, code + " " + modifiers + ": " + meant);
          assertEquals(meant.stream().findFirst(), KEYS.of(event, context));
        }
      }
    }
  }

  @Test
  void everyKeyIsOnTheSheetInBothLanguages() {
    for (Language language : Language.values()) {
      List<Shortcut> sheet = CanvasShortcuts.in(Messages.in(language), KEYS);
      long tools =
          Arrays.stream(EditTool.values())
              .flatMap(tool -> KEYS.combinations(tool).stream())
              .filter(Bindable::areTyped)
              .count();
      assertEquals(CanvasKey.values().length + CanvasGesture.values().length + tools, sheet.size());
      for (Shortcut line : sheet) {
        assertFalse(line.keys().isBlank(), line.toString());
        assertFalse(line.toString().contains("canvas."), line.toString());
      }
    }
  }

  @Test
  void everyDragIsOnTheSheet() {
    Set<Class<?>> told =
        Arrays.stream(CanvasGesture.values())
            .map(CanvasGesture::dragged)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    assertEquals(new HashSet<>(List.of(Gesture.class.getPermittedSubclasses())), told);
  }

  private static KeyEvent press(KeyCode code, int modifiers) {
    boolean shift = (modifiers & 1) != 0;
    boolean control = (modifiers & 2) != 0;
    boolean alt = (modifiers & 4) != 0;
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
  }
}

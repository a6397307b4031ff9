// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Selection;
import tiphys.app.keys.Bindable;
import tiphys.app.keys.KeyBindings;
import tiphys.app.message.Messages;

/** The keys of the canvas as the user wants them. */
public final class CanvasKeys {
  private final KeyBindings bindings;

  public CanvasKeys(KeyBindings bindings) {
    this.bindings = bindings;
  }

  /** The key that was pressed, if it means something there. */
  Optional<CanvasKey> of(KeyEvent event, CanvasKey.Context context) {
    return Arrays.stream(CanvasKey.values())
        .filter(key -> key.context() == context)
        .filter(key -> combinations(key).stream().anyMatch(keys -> keys.match(event)))
        .findFirst();
  }

  /** The tool whose key was pressed, if it has something to work on. */
  Optional<EditTool> toolOf(KeyEvent event, Selection selection) {
    return Arrays.stream(EditTool.values())
        .filter(tool -> combinations(tool).stream().anyMatch(keys -> keys.match(event)))
        .filter(tool -> tool.needs().isMetBy(selection))
        .findFirst();
  }

  List<KeyCombination> combinations(CanvasKey key) {
    List<KeyCombination> now = bindings.of(nameOf(key), List.copyOf(key.combinations()));
    return key.areArrows() && bindings.isChanged(nameOf(key)) ? arrows(key, now) : now;
  }

  List<KeyCombination> combinations(EditTool tool) {
    return bindings.ofWritten(tool.key(), tool.keys());
  }

  /** The keys as this computer writes them, without those of the number pad; empty for none. */
  String displayText(CanvasKey key) {
    return combinations(key).stream()
        .filter(keys -> !(keys instanceof KeyCodeCombination it && it.getCode().isKeypadKey()))
        .map(KeyCombination::getDisplayText)
        .distinct()
        .collect(Collectors.joining("  "));
  }

  /** A sentence with the first of the keys that do the same, where there are any. */
  String hinted(String sentence, CanvasKey key, Messages messages) {
    return hinted(sentence, combinations(key), messages);
  }

  String hinted(String sentence, EditTool tool, Messages messages) {
    return hinted(sentence, combinations(tool), messages);
  }

  private static String hinted(String sentence, List<KeyCombination> keys, Messages messages) {
    return keys.isEmpty()
        ? sentence
        : messages.text("canvas.with-keys", sentence, keys.getFirst().getDisplayText());
  }

  /** Everything that keys do on the canvas and that can be given others. */
  public static List<Bindable> bindables(Messages messages) {
    return Stream.concat(
            Arrays.stream(EditTool.values()).map(tool -> bindable(tool, messages)),
            Arrays.stream(CanvasKey.values()).map(key -> bindable(key, messages)))
        .toList();
  }

  private static Bindable bindable(CanvasKey key, Messages messages) {
    String context = key.context().name();
    return new Bindable(
        nameOf(key),
        messages.text("canvas.keys." + context.toLowerCase(Locale.ROOT)),
        messages.text("canvas.key." + key.key()),
        Bindable.Place.valueOf(context),
        List.copyOf(key.combinations()),
        key.areArrows());
  }

  private static Bindable bindable(EditTool tool, Messages messages) {
    return new Bindable(
        tool.key(),
        messages.text("canvas.keys.canvas"),
        messages.text("window.action." + tool.key()),
        Bindable.Place.CANVAS,
        tool.keys().stream().map(KeyCombination::valueOf).toList(),
        false);
  }

  private static String nameOf(CanvasKey key) {
    return "canvas-" + key.key();
  }

  /** What is held with one arrow is held with all that the key goes by. */
  private static List<KeyCombination> arrows(CanvasKey key, List<KeyCombination> chosen) {
    List<KeyCombination> all = new ArrayList<>();
    for (KeyCombination one : chosen) {
      if (one instanceof KeyCodeCombination pressed) {
        for (KeyCodeCombination usual : key.combinations()) {
          all.add(
              new KeyCodeCombination(
                  usual.getCode(),
                  pressed.getShift(),
                  pressed.getControl(),
                  pressed.getAlt(),
                  pressed.getMeta(),
                  pressed.getShortcut()));
        }
      }
    }
    return all;
  }
}

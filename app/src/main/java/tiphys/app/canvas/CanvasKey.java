// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.Modifier;

/**
 * Every key that the canvas obeys, as it comes; {@link CanvasKeys} knows what the user made of
 * them.
 */
enum CanvasKey {
  WALK(Context.CANVAS, arrows()),
  WALK_ADDING(Context.CANVAS, key(KeyCode.UP, SHIFT_DOWN), key(KeyCode.DOWN, SHIFT_DOWN)),
  NEXT(Context.CANVAS, key(KeyCode.TAB)),
  PREVIOUS(Context.CANVAS, key(KeyCode.TAB, SHIFT_DOWN)),
  NEXT_EDGE(Context.CANVAS, key(KeyCode.PERIOD)),
  PREVIOUS_EDGE(Context.CANVAS, key(KeyCode.COMMA)),
  NEXT_DATA(Context.CANVAS, key(KeyCode.PERIOD, SHIFT_DOWN)),
  PREVIOUS_DATA(Context.CANVAS, key(KeyCode.COMMA, SHIFT_DOWN)),
  /** The window has it too; here it holds where the canvas stands alone. */
  SELECT_ALL(Context.CANVAS, key(KeyCode.A, SHORTCUT_DOWN)),
  /** The window has the other of the two that people are used to. */
  REDO(Context.CANVAS, key(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN)),
  LEAVE(Context.CANVAS, key(KeyCode.ESCAPE)),
  ADD(Context.CANVAS, key(KeyCode.N), key(KeyCode.INSERT)),
  ADD_AFTER(Context.CANVAS, key(KeyCode.A)),
  ADD_BEFORE(Context.CANVAS, key(KeyCode.A, SHIFT_DOWN)),
  CONNECT(Context.CANVAS, key(KeyCode.C)),
  RENAME(Context.CANVAS, key(KeyCode.F2), key(KeyCode.E)),
  EXPLAIN(Context.CANVAS, key(KeyCode.I)),
  MENU(Context.CANVAS, key(KeyCode.CONTEXT_MENU), key(KeyCode.F10, SHIFT_DOWN)),
  DELETE(Context.CANVAS, key(KeyCode.DELETE)),
  NUDGE(Context.CANVAS, arrows(ALT_DOWN, SHIFT_DOWN)),
  OPEN(Context.CANVAS, key(KeyCode.ENTER)),
  UP(Context.CANVAS, key(KeyCode.BACK_SPACE)),
  ZOOM_IN(
      Context.CANVAS,
      key(KeyCode.PLUS, SHIFT_ANY),
      key(KeyCode.EQUALS, SHIFT_ANY),
      key(KeyCode.ADD)),
  ZOOM_OUT(Context.CANVAS, key(KeyCode.MINUS, SHIFT_ANY), key(KeyCode.SUBTRACT)),
  ACTUAL_SIZE(Context.CANVAS, key(KeyCode.DIGIT0), key(KeyCode.NUMPAD0)),
  FIT(Context.CANVAS, key(KeyCode.F), key(KeyCode.DIGIT1), key(KeyCode.NUMPAD1)),
  FIT_CHOSEN(Context.CANVAS, key(KeyCode.DIGIT1, SHIFT_DOWN), key(KeyCode.F, SHIFT_DOWN)),
  DATA(Context.CANVAS, key(KeyCode.V)),
  NEXT_PAGE(Context.CANVAS, key(KeyCode.PAGE_DOWN)),
  PREVIOUS_PAGE(Context.CANVAS, key(KeyCode.PAGE_UP)),
  NEXT_PHASE(Context.CANVAS, key(KeyCode.O, SHIFT_DOWN)),
  PAN(Context.CANVAS, arrows(SHORTCUT_DOWN)),
  PAN_FAR(Context.CANVAS, arrows(SHORTCUT_DOWN, SHIFT_DOWN)),
  PAN_READY(Context.CANVAS, key(KeyCode.SPACE)),

  TARGET(Context.CONNECTING, arrows()),
  CONNECT_DONE(Context.CONNECTING, key(KeyCode.ENTER)),
  CONNECT_CANCEL(Context.CONNECTING, key(KeyCode.ESCAPE));

  /** When a key holds. */
  enum Context {
    CANVAS,
    CONNECTING
  }

  private final Context context;
  private final List<KeyCodeCombination> combinations;

  @SafeVarargs
  CanvasKey(Context context, List<KeyCodeCombination>... combinations) {
    List<KeyCodeCombination> all = new ArrayList<>();
    for (List<KeyCodeCombination> some : combinations) {
      all.addAll(some);
    }
    this.context = context;
    this.combinations = List.copyOf(all);
  }

  Context context() {
    return context;
  }

  List<KeyCodeCombination> combinations() {
    return combinations;
  }

  /** Names its sentence {@code canvas.key.KEY}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it goes by arrows: what is held with them can be changed, the arrows cannot. */
  boolean areArrows() {
    return Direction.of(combinations.getFirst().getCode()).isPresent();
  }

  private static List<KeyCodeCombination> key(KeyCode code, Modifier... modifiers) {
    return List.of(new KeyCodeCombination(code, modifiers));
  }

  private static List<KeyCodeCombination> arrows(Modifier... modifiers) {
    List<KeyCodeCombination> all = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      direction.keys().forEach(code -> all.add(new KeyCodeCombination(code, modifiers)));
    }
    return all;
  }
}

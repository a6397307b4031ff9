// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import tiphys.app.code.CodeEditor;
import tiphys.app.code.CodeWindow;
import tiphys.app.theme.GlyphView;

/**
 * A code editor. Shortcut+Enter takes over; Shortcut+E opens a window of its own for the code; Tab
 * indents, so that Shortcut+Tab and Shift+Tab are what leaves it.
 */
final class CodeControl extends TextControl {
  private static final double LINE_HEIGHT_PX = 17;
  private static final int LEAST_LINES = 4;
  private static final int MOST_LINES = 16;

  private final CodeEditor code;
  private final StackPane box;
  private final Field field;
  private final FieldActions actions;
  private Optional<Stage> window = Optional.empty();

  CodeControl(Function<String, String> take, Field field, FieldActions actions) {
    super(take);
    this.field = field;
    this.actions = actions;
    this.code = new CodeEditor(field.language());
    Button larger = new Button("", new GlyphView("fit", GlyphView.SMALL));
    larger.getStyleClass().addAll("flat", "code-grow");
    larger.setAccessibleText(actions.word("larger", "Shortcut+E"));
    larger.setTooltip(new Tooltip(actions.word("larger", "Shortcut+E")));
    larger.setFocusTraversable(false);
    larger.setOnAction(_ -> enlarge());
    StackPane.setAlignment(larger, Pos.TOP_RIGHT);
    this.box = new StackPane(code, larger);
    box.getStyleClass().add("code-field");
    watch(code.area());
    code.area().addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent event) {
    boolean isTab = event.getCode() == KeyCode.TAB;
    if (event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.ENTER) {
      take();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.E) {
      enlarge();
    } else if (isTab && event.isShiftDown()) {
      code.area().requestFocusTraversal(TraversalDirection.PREVIOUS);
    } else if (isTab && event.isShortcutDown()) {
      code.area().requestFocusTraversal(TraversalDirection.NEXT);
    } else {
      return;
    }
    event.consume();
  }

  /** One window for a field: asked for again, it comes to the front. */
  private void enlarge() {
    if (window.filter(Stage::isShowing).isPresent()) {
      window.get().toFront();
      return;
    }
    CodeEditor large = new CodeEditor(field.language());
    large.setText(code.text());
    String title = field.words().label() + " · " + String.join(".", field.path());
    window =
        Optional.of(
            CodeWindow.open(
                box.getScene().getWindow(),
                title,
                large,
                actions.messages(),
                this::takeFromWindow));
  }

  private String takeFromWindow(String text) {
    write(text);
    return take();
  }

  @Override
  Node node() {
    return box;
  }

  @Override
  Node focusable() {
    return code.area();
  }

  @Override
  String typed() {
    return code.text();
  }

  @Override
  void takeCaret(TextControl other) {
    if (other instanceof CodeControl before && before.code.area().getCaretPosition() != null) {
      code.area().select(before.code.area().getCaretPosition());
    }
  }

  @Override
  void write(String text) {
    code.setText(text);
    size();
  }

  private void size() {
    long lines = code.text().lines().count() + 1;
    double height = Math.clamp(lines, LEAST_LINES, MOST_LINES) * LINE_HEIGHT_PX + 8;
    code.setPrefHeight(height);
    code.setMinHeight(height);
  }
}

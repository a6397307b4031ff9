// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tiphys.app.theme.GlyphView;

/**
 * The line of a row: what the field is called, and its buttons. The buttons are for the mouse; the
 * keyboard has the same on the row itself, so that Tab goes from field to field.
 */
final class RowHead extends HBox {
  private final FieldActions actions;
  private final Label label = new Label();
  private final Label hint = new Label();
  private final Button clear;
  private final MenuButton more = new MenuButton("", new GlyphView("add", GlyphView.SMALL));
  private final Runnable menu;
  private Field field;

  RowHead(Field field, FieldActions actions, FieldControl control, Runnable menu) {
    super(4);
    this.field = field;
    this.actions = actions;
    this.menu = menu;
    this.clear =
        button("close", "clear", "Shortcut+Delete", () -> RowMenu.take(this.field, actions));
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("row-head");
    setUpWords(control);
    setUpMore();
    fill(control);
    if (isHead(field)) {
      setOnMousePressed(_ -> takeKeys());
      setOnKeyPressed(this::press);
    }
  }

  /** Whether the line itself takes the keyboard: it has no control. */
  static boolean isHead(Field field) {
    return field.form() == Field.Form.HEAD || field.form() == Field.Form.ITEM;
  }

  /** Whether something can be done with a head. */
  private static boolean isInUse(Field field) {
    return isHead(field)
        && (field.is(Field.Mark.SET)
            || !field.content().choices().isEmpty()
            || RowMenu.canBeEmpty(field));
  }

  private void takeKeys() {
    if (isInUse(field)) {
      requestFocus();
    }
  }

  static boolean isSet(Field field) {
    return field.is(Field.Mark.SET) && field.form() != Field.Form.SHOWN;
  }

  void show(Field next) {
    field = next;
    setFocusTraversable(isInUse(next));
    setAccessibleRole(isInUse(next) ? AccessibleRole.BUTTON : AccessibleRole.PARENT);
    label.setText(next.words().label());
    String name = next.words().name();
    boolean isSaidTwice = name.equalsIgnoreCase(next.words().label());
    hint.setText(isSaidTwice ? "" : name);
    if (next.is(Field.Mark.LOST)) {
      hint.setText(actions.word("lost"));
    } else if (next.is(Field.Mark.INHERITED)) {
      hint.setText(actions.word("inherited"));
    }
    clear.setVisible(isSet(next) && !RowMenu.isName(next));
    more.setVisible(!RowMenu.addable(next).isEmpty() || RowMenu.canBeEmpty(next));
  }

  private void setUpWords(FieldControl control) {
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add("field-label");
    label.setLabelFor(control.focusable());
    hint.getStyleClass().add("field-hint");
    hint.setMinWidth(0);
    String words = field.words().description();
    if (!words.isEmpty()) {
      label.setTooltip(new Tooltip(words));
    }
  }

  private void setUpMore() {
    more.getStyleClass().addAll("flat", "field-more");
    more.setAccessibleText(actions.word("more"));
    more.setTooltip(new Tooltip(actions.word("more")));
    more.setFocusTraversable(false);
    more.managedProperty().bind(more.visibleProperty());
    more.setOnShowing(_ -> fillMore());
  }

  private void fill(FieldControl control) {
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    Node node = control.node();
    switch (field.form()) {
      case TOGGLE -> getChildren().addAll(node, label, space, hint, clear);
      case ENTRY -> {
        setHgrow(node, Priority.ALWAYS);
        getChildren().addAll(node, clear);
      }
      case ADDITION -> {
        setHgrow(node, Priority.ALWAYS);
        getChildren().add(node);
      }
      case ITEM -> getChildren().addAll(label, space, up(), down(), more, clear);
      default -> getChildren().addAll(label, space, hint, more, clear);
    }
  }

  /** Only when it is asked for: most are never opened. */
  private void fillMore() {
    more.getItems().clear();
    if (RowMenu.canBeEmpty(field)) {
      MenuItem empty = new MenuItem(actions.word("empty"));
      empty.setId("row-empty");
      empty.setOnAction(_ -> RowMenu.writeEmpty(field, actions));
      more.getItems().addAll(empty, new SeparatorMenuItem());
    }
    for (String name : RowMenu.addable(field)) {
      MenuItem item = new MenuItem(name);
      item.setOnAction(_ -> actions.open().accept(Rows.plus(field.removal(), name)));
      more.getItems().add(item);
    }
  }

  /** Keys of a line that takes the keyboard itself. */
  private void press(KeyEvent event) {
    boolean isPlain = !event.isShortcutDown() && !event.isAltDown();
    switch (event.getCode()) {
      case ENTER, SPACE, INSERT, PLUS, ADD -> {
        if (!isPlain) {
          return;
        } else if (more.isVisible()) {
          more.show();
        } else {
          menu.run();
        }
      }
      case DELETE, BACK_SPACE -> {
        if (isPlain) {
          RowMenu.take(field, actions);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private Button up() {
    return button("up", "up", "Shortcut+Up", () -> RowMenu.move(field, actions, -1));
  }

  private Button down() {
    return button("chevron-down", "down", "Shortcut+Down", () -> RowMenu.move(field, actions, 1));
  }

  private Button button(String glyph, String key, String keys, Runnable action) {
    String words = actions.word(key, keys);
    Button button = new Button("", new GlyphView(glyph, GlyphView.SMALL));
    button.getStyleClass().addAll("flat", "field-button");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setFocusTraversable(false);
    button.setOnAction(_ -> action.run());
    return button;
  }
}

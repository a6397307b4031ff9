// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tiphys.app.theme.GlyphView;
import tiphys.model.command.MoveItem;
import tiphys.model.command.SetField;
import tiphys.model.command.UnsetField;
import tiphys.model.problem.Problem;

/**
 * One row of a form: its words, its control, and what can be done with it. What is typed is taken
 * over on Enter or when the field is left; Escape takes it back; a refusal stands below in words,
 * and the text stays to be mended. Shortcut+Delete takes the field away.
 */
final class FieldEditor extends VBox {
  private static final double STEP_PX = 12;

  private final FieldActions actions;
  private final FieldControl control;
  private final Label label = new Label();
  private final Label hint = new Label();
  private final Label refusal = new Label();
  private final HBox head = new HBox(4);
  private final Button clear;
  private final MenuButton more = new MenuButton("", new GlyphView("add", GlyphView.SMALL));
  private Field field;

  FieldEditor(Field field, FieldActions actions) {
    this.field = field;
    this.actions = heard(actions);
    this.control = FieldControl.of(field, this.actions, this::take);
    this.clear =
        button(
            "close",
            "clear",
            () -> this.actions.perform(new UnsetField(actions.owner(), this.field.removal())));
    getStyleClass().addAll("field-editor", "field-" + field.form().name().toLowerCase(Locale.ROOT));
    setPadding(new Insets(0, 0, 0, field.content().depth() * STEP_PX));
    setUpHead();
    refusal.getStyleClass().add("field-refusal");
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.visibleProperty());
    getChildren().addAll(head, refusal);
    if (control.isBelow()) {
      getChildren().add(1, control.node());
    }
    Node focusable = control.focusable();
    focusable.setId("field-" + field.id());
    focusable.setAccessibleText(field.words().label());
    focusable.setAccessibleHelp(field.words().description());
    focusable.focusedProperty().subscribe((_, isFocused) -> focus(isFocused));
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    show(field);
  }

  /** Whatever is done in this row, the reason of a refusal stands below it. */
  private FieldActions heard(FieldActions all) {
    return new FieldActions(
        all.owner(),
        all.messages(),
        command -> {
          Optional<Problem> why = all.apply().apply(command);
          say(why.map(all.messages()::problem).orElse(""));
          return why;
        },
        all.light(),
        all.open());
  }

  /** The control that takes the keyboard. */
  Node focusable() {
    return control.focusable();
  }

  /** Shows another state of the field; what is being typed is left alone. */
  void show(Field next) {
    field = next;
    label.setText(next.words().label());
    String name = next.words().name();
    hint.setText(name.equalsIgnoreCase(next.words().label()) ? "" : name);
    control.show(next);
    boolean isSet = next.is(Field.Mark.SET) && next.form() != Field.Form.SHOWN;
    boolean isName = next.path().equals(List.of("name"));
    clear.setVisible(isSet && !isName);
    mark("changed", next.is(Field.Mark.CHANGED));
    mark("deprecated", next.is(Field.Mark.DEPRECATED));
    mark("unset", !isSet);
    more.setVisible(!next.content().choices().isEmpty() && isExtensible(next));
    say(next.content().problem());
  }

  private static boolean isExtensible(Field field) {
    boolean isItemValue = !field.removal().equals(field.path());
    return field.form() == Field.Form.HEAD || field.form() == Field.Form.ITEM || isItemValue;
  }

  private void setUpHead() {
    head.setAlignment(Pos.CENTER_LEFT);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add("field-label");
    label.setLabelFor(control.focusable());
    hint.getStyleClass().add("field-hint");
    hint.setMinWidth(0);
    String words = field.words().description();
    if (!words.isEmpty()) {
      label.setTooltip(new Tooltip(words));
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    switch (field.form()) {
      case TOGGLE -> head.getChildren().addAll(control.node(), label, space, hint, clear);
      case ENTRY -> {
        HBox.setHgrow(control.node(), Priority.ALWAYS);
        head.getChildren().addAll(control.node(), clear);
      }
      case ADDITION -> {
        HBox.setHgrow(control.node(), Priority.ALWAYS);
        head.getChildren().add(control.node());
      }
      case ITEM -> head.getChildren().addAll(label, space, up(), down(), more, clear);
      default -> head.getChildren().addAll(label, space, hint, more, clear);
    }
    more.getStyleClass().addAll("flat", "field-more");
    more.setAccessibleText(actions.word("more"));
    more.managedProperty().bind(more.visibleProperty());
    more.setOnShowing(_ -> fillMore());
  }

  /** Only when it is asked for: most are never opened. */
  private void fillMore() {
    more.getItems().clear();
    for (String name : field.content().choices()) {
      MenuItem item = new MenuItem(name);
      item.setOnAction(_ -> actions.open().accept(Rows.plus(field.removal(), name)));
      more.getItems().add(item);
    }
  }

  private Button up() {
    return button("up", "up", () -> move(-1));
  }

  private Button down() {
    return button("chevron-down", "down", () -> move(1));
  }

  private void move(int by) {
    if (!field.value().isEmpty()) {
      int to = Integer.parseInt(field.value()) + by;
      actions.perform(new MoveItem(actions.owner(), field.path(), to));
    }
  }

  private Button button(String glyph, String key, Runnable action) {
    Button button = new Button("", new GlyphView(glyph, GlyphView.SMALL));
    button.getStyleClass().addAll("flat", "field-button");
    button.setAccessibleText(actions.word(key));
    button.setTooltip(new Tooltip(actions.word(key)));
    button.setFocusTraversable(false);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void press(KeyEvent event) {
    if (!event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case KeyCode.DELETE -> actions.perform(new UnsetField(actions.owner(), field.removal()));
      case KeyCode.UP -> move(-1);
      case KeyCode.DOWN -> move(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void focus(boolean isFocused) {
    mark("focused", isFocused);
    if (isFocused && field.is(Field.Mark.SET)) {
      actions.light().accept(field.path());
    }
  }

  /** What the control was given. */
  private void take(String typed) {
    actions.perform(new SetField(actions.owner(), field.path(), typed));
  }

  private void say(String why) {
    refusal.setText(why);
    refusal.setVisible(!why.isEmpty());
    mark("refused", !why.isEmpty());
  }

  private void mark(String styleClass, boolean isOn) {
    getStyleClass().remove(styleClass);
    if (isOn) {
      getStyleClass().add(styleClass);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import tiphys.model.command.RenameKey;
import tiphys.model.command.SetField;

/** A row of a table of keys and values; the last is empty and makes another one. */
final class EntryControl extends FieldControl {
  private final TextField key = new TextField();
  private final TextField value = new TextField();
  private final HBox row = new HBox(6, key, value);
  private final FieldActions actions;
  private Field field;

  EntryControl(Field field, FieldActions actions) {
    this.field = field;
    this.actions = actions;
    HBox.setHgrow(key, Priority.ALWAYS);
    HBox.setHgrow(value, Priority.ALWAYS);
    key.setId("key-" + field.id());
    key.setAccessibleText(actions.word("key"));
    key.setPromptText(actions.word("key"));
    value.setPromptText(actions.word("value"));
    key.setOnAction(_ -> value.requestFocus());
    value.setOnAction(_ -> take());
    key.focusedProperty().subscribe((_, isFocused) -> leave(isFocused));
    value.focusedProperty().subscribe((_, isFocused) -> leave(isFocused));
  }

  private boolean isNew() {
    return field.words().label().isEmpty();
  }

  private void leave(boolean isFocused) {
    boolean isWithin = key.isFocused() || value.isFocused();
    if (!isFocused && !(isNew() && isWithin)) {
      take();
    }
  }

  private void take() {
    String name = key.getText().strip();
    if (isNew()) {
      if (!name.isEmpty() && !value.getText().isEmpty()) {
        actions.perform(
            new SetField(actions.owner(), Rows.plus(field.path(), name), value.getText()));
      }
      return;
    }
    if (!name.equals(field.words().label())) {
      actions.perform(new RenameKey(actions.owner(), field.path(), name));
    } else if (!value.getText().equals(field.value())) {
      actions.perform(new SetField(actions.owner(), field.path(), value.getText()));
    }
  }

  @Override
  void takeTyped() {
    take();
  }

  @Override
  Node node() {
    return row;
  }

  @Override
  Node focusable() {
    return value;
  }

  @Override
  Node first() {
    return isNew() ? key : value;
  }

  @Override
  boolean isBelow() {
    return false;
  }

  @Override
  void show(Field next) {
    field = next;
    if (!key.isFocused()) {
      key.setText(next.words().label());
    }
    if (!value.getText().equals(next.value()) && !(isNew() && value.isFocused())) {
      TextControl.write(value, next.value());
    }
  }
}

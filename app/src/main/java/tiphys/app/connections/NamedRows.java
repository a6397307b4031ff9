// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;

/** Controls below each other with their names before them; each row can be left out. */
class NamedRows extends GridPane {
  private final Messages messages;
  private final Map<String, TextInputControl> fields = new LinkedHashMap<>();
  private final Map<String, List<Node>> rows = new LinkedHashMap<>();

  NamedRows(Messages messages) {
    this.messages = messages;
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(names, values);
  }

  final Messages messages() {
    return messages;
  }

  /** A choice; the words of each value are found under its name. */
  final <E extends Enum<E>> ComboBox<E> choice(String key, E[] values) {
    ComboBox<E> choice = new ComboBox<>();
    choice.getItems().setAll(values);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable E value) {
            return value == null ? "" : words(key, value);
          }

          @Override
          public E fromString(String text) {
            throw new UnsupportedOperationException("nothing is written into a choice");
          }
        });
    return choice;
  }

  private <E extends Enum<E>> String words(String key, E value) {
    return messages.text("connections." + key + "-" + value.name().toLowerCase(Locale.ROOT));
  }

  final void line(String key) {
    String hint = "connections." + key + "-hint";
    TextField field = new TextField();
    field.setPromptText(messages.has(hint) ? messages.text(hint) : "");
    row(key, field, field, field);
  }

  /**
   * @param text where it is written; @param whole what stands in the row
   */
  final void row(String key, Control control, TextInputControl text, Node whole) {
    fields.put(key, text);
    row(key, control, whole);
  }

  final void row(String key, Control control, Node whole) {
    Label name = new Label(messages.text("connections." + key));
    name.setLabelFor(control);
    control.setId("connection-" + key);
    control.setAccessibleText(name.getText());
    control.setMaxWidth(Double.MAX_VALUE);
    addRow(getRowCount(), name, whole);
    rows.put(key, List.of(name, whole));
  }

  /** A row without a name. */
  final void remark(String key, Node node) {
    add(node, 1, getRowCount());
    rows.put(key, List.of(node));
  }

  final void show(String key, boolean isShown) {
    for (Node node : rows.getOrDefault(key, List.of())) {
      node.setVisible(isShown);
      node.setManaged(isShown);
    }
  }

  final TextInputControl field(String key) {
    return Objects.requireNonNull(fields.get(key));
  }

  final void set(String key, String text) {
    field(key).setText(text);
  }

  final String written(String key) {
    return Optional.ofNullable(field(key).getText()).orElse("");
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** Every key and every gesture, by where it holds; what is typed narrows it. */
final class ShortcutSheet extends VBox {
  private static final String STYLE =
      Objects.requireNonNull(ShortcutSheet.class.getResource("help.css")).toExternalForm();
  private static final double KEYS_WIDTH = 250;

  private final List<Shortcut> all;
  private final Messages messages;
  private final TextField words = new TextField();
  private final VBox rows = new VBox();

  ShortcutSheet(List<Shortcut> all, Messages messages) {
    this.all = List.copyOf(all);
    this.messages = messages;
    getStyleClass().add("shortcut-sheet");
    getStylesheets().add(STYLE);
    words.setId("shortcut-words");
    words.setPromptText(messages.text("help.shortcuts-search"));
    words.setAccessibleText(messages.text("help.shortcuts-search"));
    words.textProperty().subscribe(this::show);
    rows.getStyleClass().add("shortcut-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setId("shortcut-rows");
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(messages.text("help.shortcuts"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(words, scroll);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** What is typed narrows the sheet at once. */
  @Override
  public void requestFocus() {
    words.requestFocus();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      getScene().getWindow().hide();
      event.consume();
    }
  }

  private void show(String wanted) {
    rows.getChildren().clear();
    String group = "";
    for (Shortcut shortcut : all) {
      if (shortcut.matches(wanted)) {
        if (!shortcut.group().equals(group)) {
          group = shortcut.group();
          Label title = new Label(group);
          title.getStyleClass().add("help-h3");
          rows.getChildren().add(title);
        }
        rows.getChildren().add(row(shortcut));
      }
    }
    if (rows.getChildren().isEmpty()) {
      rows.getChildren().add(new Label(messages.text("help.nothing")));
    }
  }

  private static HBox row(Shortcut shortcut) {
    Label keys = new Label(shortcut.keys());
    keys.getStyleClass().add("shortcut-keys");
    keys.setWrapText(true);
    HBox place = new HBox(keys);
    place.setMinWidth(KEYS_WIDTH);
    place.setMaxWidth(KEYS_WIDTH);
    Label does = new Label(shortcut.does());
    does.setWrapText(true);
    HBox.setHgrow(does, Priority.ALWAYS);
    HBox row = new HBox(place, does);
    row.getStyleClass().add("shortcut-row");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }
}

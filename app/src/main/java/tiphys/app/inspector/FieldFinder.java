// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.FieldWords;
import tiphys.app.message.Messages;

/** "Find a field…": what is typed is looked for, and what is chosen comes into the form. */
final class FieldFinder extends VBox {
  private static final int MOST = 40;
  private static final int SEEN = 7;
  private static final double ROW_PX = 40;

  private final TextField query = new TextField();
  private final ListView<FieldIndex.Found> list = new ListView<>();
  private final Supplier<FieldIndex> index;
  private final Consumer<List<String>> choose;
  private @Nullable FieldIndex made;

  FieldFinder(Messages messages, Supplier<FieldIndex> index, Consumer<List<String>> choose) {
    this.index = index;
    this.choose = choose;
    getStyleClass().add("field-finder");
    query.setId("inspector-find");
    query.setPromptText(messages.text("inspector.find"));
    query.setAccessibleText(messages.text("inspector.find"));
    list.setId("inspector-found");
    list.setFixedCellSize(ROW_PX);
    list.managedProperty().bind(list.visibleProperty());
    list.setVisible(false);
    list.setCellFactory(_ -> new FoundCell(new FieldWords(messages)));
    list.setOnMouseClicked(_ -> take());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    query.textProperty().subscribe((_, typed) -> find(typed));
    getChildren().addAll(query, list);
  }

  @Override
  public void requestFocus() {
    query.requestFocus();
  }

  /** What can be found may be more or less from now on. */
  void forget() {
    made = null;
  }

  private void find(String typed) {
    FieldIndex all = made == null ? index.get() : made;
    made = all;
    list.getItems().setAll(all.find(typed, MOST));
    list.setVisible(!list.getItems().isEmpty());
    list.setPrefHeight(Math.min(SEEN, list.getItems().size()) * ROW_PX + 2);
    list.getSelectionModel().selectFirst();
  }

  private void press(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case KeyCode.ENTER -> take();
      case KeyCode.DOWN -> list.getSelectionModel().selectNext();
      case KeyCode.UP -> list.getSelectionModel().selectPrevious();
      case KeyCode.ESCAPE -> {
        if (query.getText().isEmpty()) {
          return;
        }
        query.clear();
      }
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - SEEN + 1));
    event.consume();
  }

  private void take() {
    FieldIndex.Found found = list.getSelectionModel().getSelectedItem();
    if (found != null) {
      query.clear();
      choose.accept(found.path());
    }
  }

  private static final class FoundCell extends ListCell<FieldIndex.Found> {
    private final FieldWords words;
    private final Label label = new Label();
    private final Label description = new Label();
    private final VBox lines = new VBox(label, description);

    FoundCell(FieldWords words) {
      this.words = words;
      description.getStyleClass().add("field-hint");
      lines.setMinWidth(0);
      lines.setPrefWidth(1);
    }

    @Override
    protected void updateItem(FieldIndex.@Nullable Found found, boolean empty) {
      super.updateItem(found, empty);
      if (empty || found == null) {
        setGraphic(null);
        return;
      }
      label.setText(words.label(found.field()) + " · " + String.join(".", found.path()));
      description.setText(words.description(found.field()).orElse(""));
      setGraphic(lines);
    }
  }
}

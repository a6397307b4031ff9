// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;

/** Finds an action or a task by a part of its name, over the window. */
final class CommandPalette extends StackPane {
  private static final double WIDTH = 560;

  private final Supplier<List<Findable>> everything;
  private final Supplier<Runnable> keeping;
  private final TextField words = new TextField();
  private final ListView<Findable> results = new ListView<>();
  private List<Findable> all = List.of();
  private @Nullable Node focusedBefore;
  private Runnable back = () -> {};

  /**
   * @param keeping keeps what the window shows; what it gives brings that back, after a look at
   *     what was found
   */
  CommandPalette(
      Supplier<List<Findable>> everything, Supplier<Runnable> keeping, Messages messages) {
    this.everything = everything;
    this.keeping = keeping;
    getStyleClass().add("command-palette-layer");
    words.setId("command-words");
    words.setPromptText(messages.text("window.palette.prompt"));
    words.setAccessibleText(messages.text("window.palette.prompt"));
    results.setId("command-results");
    results.setFocusTraversable(false);
    results.setPrefHeight(360);
    results.setCellFactory(_ -> new FindableCell());
    results.setPlaceholder(new Label(messages.text("window.palette.nothing")));
    results.setOnMouseClicked(_ -> perform());
    results.getSelectionModel().selectedItemProperty().subscribe(this::look);
    words.textProperty().subscribe((_, _) -> search());
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    VBox card = new VBox(words, results);
    card.getStyleClass().add("command-palette");
    card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    StackPane.setAlignment(card, Pos.TOP_CENTER);
    getChildren().add(card);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            giveUp();
          }
        });
    setVisible(false);
  }

  void show() {
    focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
    all = new ArrayList<>(everything.get());
    back = keeping.get();
    words.clear();
    search();
    setVisible(true);
    words.requestFocus();
  }

  private void hide() {
    setVisible(false);
    if (focusedBefore != null) {
      focusedBefore.requestFocus();
      focusedBefore = null;
    }
  }

  private void giveUp() {
    hide();
    back.run();
  }

  /** What is found is looked at only while words are there: the first of all was not asked for. */
  private void look(@Nullable Findable found) {
    if (found != null && isVisible() && !words.getText().isBlank()) {
      found.look().run();
    }
  }

  private void search() {
    results.getItems().setAll(Findable.search(all, words.getText()));
    results.getSelectionModel().selectFirst();
    results.scrollTo(0);
  }

  private void steer(KeyEvent event) {
    int at = results.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> choose(at + 1);
      case UP -> choose(at - 1);
      case PAGE_DOWN -> choose(Math.min(at + 10, results.getItems().size() - 1));
      case PAGE_UP -> choose(Math.max(at - 10, 0));
      case ENTER -> perform();
      case ESCAPE -> giveUp();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int index) {
    int size = results.getItems().size();
    if (size > 0) {
      int at = Math.floorMod(index, size);
      results.getSelectionModel().select(at);
      results.scrollTo(Math.max(0, at - 5));
    }
  }

  private void perform() {
    Findable chosen = results.getSelectionModel().getSelectedItem();
    hide();
    if (chosen != null) {
      chosen.run().run();
    }
  }

  private static final class FindableCell extends ListCell<Findable> {
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Label keys = new Label();
    private final HBox row;

    FindableCell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      hint.getStyleClass().add("panel-subtitle");
      keys.getStyleClass().add("key-cap");
      row = new HBox(8, title, hint, space, keys);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Findable item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setGraphic(null);
      } else {
        title.setText(item.title());
        hint.setText(item.hint());
        keys.setText(item.keys());
        keys.setVisible(!item.keys().isEmpty());
        setGraphic(row);
      }
    }
  }
}

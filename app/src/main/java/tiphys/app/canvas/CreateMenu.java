// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** A list to choose from what a new task runs; what is typed narrows it. */
final class CreateMenu extends VBox {
  static final double WIDTH = 260;
  static final double HEIGHT = 330;
  private static final double ROW = 32;

  private final Messages messages;
  private final TextField search = new TextField();
  private final ListView<CreateChoice> list = new ListView<>();
  private FilteredList<CreateChoice> choices =
      new FilteredList<>(FXCollections.observableArrayList());
  private final Runnable closed;
  private Consumer<CreateChoice> chosen = _ -> {};

  /** Hidden at first. @param closed gives the focus back */
  CreateMenu(Messages messages, Runnable closed) {
    this.messages = messages;
    this.closed = closed;
    getStyleClass().addAll("canvas-float", "create-menu");
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    Label title = new Label(messages.text("canvas.create.find"));
    title.getStyleClass().add("create-title");
    search.setAccessibleText(title.getText());
    search.textProperty().subscribe(this::narrow);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    search.focusedProperty().subscribe(this::leaveWithFocus);
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Row());
    list.setPlaceholder(new Label(messages.text("canvas.create.none")));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, search, list);
    addEventHandler(ScrollEvent.SCROLL, ScrollEvent::consume);
    setVisible(false);
  }

  void open(List<CreateChoice> all, Consumer<CreateChoice> whenChosen) {
    choices = new FilteredList<>(FXCollections.observableArrayList(all));
    chosen = whenChosen;
    list.setItems(choices);
    search.clear();
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    setVisible(true);
    search.requestFocus();
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      chosen = _ -> {};
      closed.run();
    }
  }

  private void narrow(String words) {
    choices.setPredicate(choice -> choice.matches(words, messages));
    list.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> choose();
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    event.consume();
  }

  /** A click on the list takes the focus for a moment; only leaving both closes. */
  private void leaveWithFocus(boolean isFocused) {
    if (!isFocused && isVisible() && !list.isHover()) {
      close();
    }
  }

  private void choose() {
    CreateChoice choice = list.getSelectionModel().getSelectedItem();
    Consumer<CreateChoice> take = chosen;
    if (choice != null) {
      close();
      take.accept(choice);
    }
  }

  private final class Row extends ListCell<CreateChoice> {
    Row() {
      setOnMouseClicked(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
              choose();
            }
          });
    }

    @Override
    protected void updateItem(CreateChoice choice, boolean isEmpty) {
      super.updateItem(choice, isEmpty);
      setText(null);
      setGraphic(isEmpty || choice == null ? null : row(choice));
    }

    private HBox row(CreateChoice choice) {
      Label title = new Label(choice.title(messages));
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Label what = new Label(choice.origin(messages));
      what.getStyleClass().add("create-what");
      String glyph = choice.glyph();
      HBox row =
          new HBox(
              new GlyphView(glyph, GlyphView.MEDIUM).styled("kind-" + glyph), title, gap, what);
      row.setSpacing(9);
      row.setAlignment(Pos.CENTER_LEFT);
      return row;
    }
  }
}

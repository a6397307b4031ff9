// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.help.HelpHistory.Place;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** The help: a list of pages that what is typed narrows, and the page that is read. */
final class HelpWindow extends BorderPane {
  static final String STYLE =
      Objects.requireNonNull(HelpWindow.class.getResource("help.css")).toExternalForm();
  private static final KeyCombination BACK = KeyCombination.valueOf("Alt+LEFT");
  private static final KeyCombination ON = KeyCombination.valueOf("Alt+RIGHT");
  private static final KeyCombination SEARCH = KeyCombination.valueOf("Shortcut+F");

  private final HelpBook book;
  private final Messages messages;
  private final HelpHistory history;
  private final PageView view;
  private final TextField words = new TextField();
  private final ListView<HelpPage> list = new ListView<>();
  private boolean isArriving;

  HelpWindow(HelpBook book, BlockNodes.Examples examples, Messages messages) {
    this.book = book;
    this.messages = messages;
    this.view = new PageView(this::follow, examples);
    this.history = new HelpHistory(new Place(HelpBook.START, ""));
    getStyleClass().add("help-window");
    getStylesheets().add(STYLE);
    setLeft(navigation());
    setCenter(view);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    history.now().subscribe(this::arrive);
  }

  /**
   * Shows a page; the first one where there is none of that name.
   *
   * @param place the key of a page; behind a hash, a heading of it as links name it
   */
  void open(String place) {
    int hash = place.indexOf('#');
    String page = hash < 0 ? place : place.substring(0, hash);
    String anchor = hash < 0 ? "" : place.substring(hash + 1);
    history.go(
        book.page(page)
            .map(found -> new Place(found.key(), anchor))
            .orElse(new Place(HelpBook.START, "")));
    view.requestFocus();
  }

  private VBox navigation() {
    Button back = button("back", "undo", BACK);
    back.disableProperty().bind(history.canGoBack().not());
    back.setOnAction(_ -> history.back());
    Button on = button("on", "redo", ON);
    on.disableProperty().bind(history.canGoOn().not());
    on.setOnAction(_ -> history.on());
    words.setId("help-words");
    words.setPromptText(messages.text("help.search"));
    words.setAccessibleText(messages.text("help.search"));
    words.textProperty().subscribe((_, _) -> search());
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox tools = new HBox(back, on, words);
    tools.getStyleClass().add("help-tools");
    tools.setAlignment(Pos.CENTER_LEFT);
    list.setId("help-pages");
    list.getItems().setAll(book.pages());
    list.setCellFactory(_ -> new PageCell());
    list.setAccessibleText(messages.text("help.pages"));
    list.setPlaceholder(new Label(messages.text("help.nothing")));
    list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox column = new VBox(tools, list);
    column.getStyleClass().add("help-navigation");
    return column;
  }

  private Button button(String key, String glyph, KeyCombination keys) {
    String name = messages.text("help." + key);
    Button button = new Button();
    button.setId("help-" + key);
    button.setGraphic(new GlyphView(glyph, GlyphView.MEDIUM));
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name + "   " + keys.getDisplayText()));
    button.getStyleClass().add("flat");
    return button;
  }

  private void key(KeyEvent event) {
    if (BACK.match(event)) {
      history.back();
    } else if (ON.match(event)) {
      history.on();
    } else if (SEARCH.match(event)) {
      words.requestFocus();
      words.selectAll();
    } else if (event.getCode() == KeyCode.DOWN && words.equals(event.getTarget())) {
      list.requestFocus();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      escape();
    } else {
      return;
    }
    event.consume();
  }

  /** What was searched for goes first, then the window. */
  private void escape() {
    if (!words.getText().isEmpty()) {
      words.clear();
    } else if (getScene() != null && getScene().getWindow() != null) {
      getScene().getWindow().hide();
    }
  }

  private void search() {
    isArriving = true;
    list.getItems().setAll(words.getText().isBlank() ? book.pages() : book.search(words.getText()));
    isArriving = false;
    boolean isStillThere =
        list.getItems().stream().anyMatch(page -> page.key().equals(history.now().get().page()));
    if (isStillThere) {
      arrive(history.now().get());
    } else if (!list.getItems().isEmpty()) {
      history.go(new Place(list.getItems().getFirst().key(), ""));
    }
  }

  private void choose(@Nullable HelpPage page) {
    if (page != null && !isArriving) {
      history.go(new Place(page.key(), ""));
    }
  }

  private void follow(String link) {
    Place.of(link, history.now().get().page())
        .filter(place -> book.page(place.page()).isPresent())
        .ifPresent(history::go);
  }

  private void arrive(Place place) {
    HelpPage page = book.page(place.page()).orElseThrow();
    view.show(page);
    isArriving = true;
    list.getSelectionModel().select(page);
    isArriving = false;
    view.mark(words.getText());
    if (!place.anchor().isEmpty()) {
      view.scrollTo(place.anchor());
    }
  }

  private static final class PageCell extends ListCell<HelpPage> {
    @Override
    protected void updateItem(@Nullable HelpPage page, boolean isEmpty) {
      super.updateItem(page, isEmpty);
      setText(page == null || isEmpty ? null : page.title());
    }
  }
}

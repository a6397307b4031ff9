// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.keys.KeyBindings;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** Gives actions of the window other keys. */
final class KeysView extends VBox {
  private final Supplier<List<ActionGroup>> groups;
  private final KeyBindings keys;
  private final Messages messages;
  private final TextField words = new TextField();
  private final ListView<Row> rows = new ListView<>();
  private final Label said = new Label();

  /** Keys that belong to another action already, and were pressed once. */
  private Optional<KeyCombination> taken = Optional.empty();

  private boolean isListening;

  /**
   * @param keys as people read them
   */
  private record Row(String action, String label, String menu, String keys, boolean isChanged) {}

  KeysView(Supplier<List<ActionGroup>> groups, KeyBindings keys, Messages messages) {
    this.groups = groups;
    this.keys = keys;
    this.messages = messages;
    setId("keys-view");
    getStyleClass().add("keys-view");
    words.setPromptText(messages.text("window.keys.find"));
    words.setAccessibleText(messages.text("window.keys.find"));
    words.textProperty().subscribe((_, _) -> show());
    rows.setId("keys-rows");
    rows.setCellFactory(_ -> new RowCell());
    rows.getSelectionModel().selectedItemProperty().subscribe((_, _) -> stopListening());
    VBox.setVgrow(rows, Priority.ALWAYS);
    said.setId("keys-said");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(words, rows, said, buttons());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    show();
    rows.getSelectionModel().selectFirst();
    say("window.keys.how");
  }

  private HBox buttons() {
    Button change = button("change", this::listen);
    change.setDefaultButton(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons =
        new HBox(
            8,
            change,
            button("none", () -> chosen().ifPresent(row -> give(row, Optional.empty()))),
            button(
                "reset",
                () ->
                    chosen()
                        .ifPresent(
                            row -> {
                              keys.reset(row.action());
                              show();
                            })),
            space,
            button(
                "reset-all",
                () -> {
                  all().stream().map(Row::action).filter(keys::isChanged).forEach(keys::reset);
                  show();
                }));
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("window.keys." + key));
    button.setId("keys-" + key);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Optional<Row> chosen() {
    return Optional.ofNullable(rows.getSelectionModel().getSelectedItem());
  }

  private void listen() {
    chosen()
        .ifPresent(
            row -> {
              isListening = true;
              taken = Optional.empty();
              say("window.keys.press", row.label());
              rows.requestFocus();
            });
  }

  private void stopListening() {
    if (isListening) {
      isListening = false;
      say("window.keys.how");
    }
  }

  private void pressed(KeyEvent event) {
    if (!isListening || event.getCode().isModifierKey()) {
      return;
    }
    event.consume();
    if (event.getCode() == KeyCode.ESCAPE) {
      stopListening();
      return;
    }
    KeyCombination pressed = combination(event);
    Row row = chosen().orElseThrow();
    if (!event.isShortcutDown() && !event.isAltDown() && !event.getCode().isFunctionKey()) {
      say("window.keys.plain", pressed.getDisplayText());
      return;
    }
    Optional<Row> other =
        all().stream()
            .filter(one -> !one.action().equals(row.action()))
            .filter(one -> one.keys().equals(pressed.getDisplayText()))
            .findFirst();
    if (other.isPresent() && taken.filter(pressed::equals).isEmpty()) {
      taken = Optional.of(pressed);
      say("window.keys.taken", pressed.getDisplayText(), other.get().label());
      return;
    }
    other.ifPresent(one -> keys.choose(one.action(), Optional.empty()));
    give(row, Optional.of(pressed));
  }

  private static KeyCombination combination(KeyEvent event) {
    List<KeyCombination.Modifier> held = new ArrayList<>();
    if (event.isShortcutDown()) {
      held.add(KeyCombination.SHORTCUT_DOWN);
    }
    if (event.isAltDown()) {
      held.add(KeyCombination.ALT_DOWN);
    }
    if (event.isShiftDown()) {
      held.add(KeyCombination.SHIFT_DOWN);
    }
    return new KeyCodeCombination(event.getCode(), held.toArray(new KeyCombination.Modifier[0]));
  }

  private void give(Row row, Optional<KeyCombination> wanted) {
    isListening = false;
    keys.choose(row.action(), wanted);
    show();
    say(
        wanted.isPresent() ? "window.keys.given" : "window.keys.without",
        row.label(),
        wanted.map(KeyCombination::getDisplayText).orElse(""));
  }

  private void say(String key, String... arguments) {
    said.setText(messages.text(key, (Object[]) arguments));
  }

  /** All of them anew, with the same one chosen. */
  private void show() {
    Optional<String> before = chosen().map(Row::action);
    List<Row> shown =
        all().stream()
            .filter(
                row ->
                    Shortcut.hasAll(
                        row.label() + " " + row.menu() + " " + row.keys(), words.getText()))
            .toList();
    rows.getItems().setAll(shown);
    shown.stream()
        .filter(row -> before.filter(row.action()::equals).isPresent())
        .findFirst()
        .ifPresentOrElse(
            row -> rows.getSelectionModel().select(row),
            () -> rows.getSelectionModel().selectFirst());
  }

  private List<Row> all() {
    List<Row> all = new ArrayList<>();
    for (ActionGroup group : groups.get()) {
      String menu = messages.text("window.menu." + group.key());
      for (Action action : Actions.all(List.of(group))) {
        all.add(
            new Row(
                action.key(),
                action.label().getValue(),
                menu,
                action.shortcut().map(KeyCombination::getDisplayText).orElse(""),
                keys.isChanged(action.key())));
      }
    }
    return all;
  }

  private static final class RowCell extends ListCell<Row> {
    private final Label label = new Label();
    private final Label menu = new Label();
    private final Label given = new Label();
    private final HBox line;

    RowCell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      menu.getStyleClass().add("panel-subtitle");
      given.getStyleClass().add("key-cap");
      line = new HBox(8, label, menu, space, given);
      line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        label.setText(row.label());
        menu.setText(row.menu() + (row.isChanged() ? " · ✎" : ""));
        given.setText(row.keys());
        given.setVisible(!row.keys().isEmpty());
        setGraphic(line);
        setAccessibleText(row.label() + ", " + row.keys());
      }
    }
  }
}

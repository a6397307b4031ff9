// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import tiphys.app.keys.Bindable;
import tiphys.app.keys.KeyBindings;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** Gives what keys do other keys: in the window, on the canvas, in the source. */
final class KeysView extends VBox {
  private final List<Bindable> all;
  private final KeyBindings keys;
  private final Messages messages;
  private final TextField words = new TextField();
  private final ListView<Bindable> rows = new ListView<>();
  private final Label said = new Label();

  /** Keys that belong to something else already, and were pressed once. */
  private Optional<KeyCombination> taken = Optional.empty();

  private boolean isListening;

  KeysView(List<Bindable> all, KeyBindings keys, Messages messages) {
    this.all = List.copyOf(all);
    this.keys = keys;
    this.messages = messages;
    setId("keys-view");
    getStyleClass().add("keys-view");
    words.setPromptText(messages.text("window.keys.find"));
    words.setAccessibleText(messages.text("window.keys.find"));
    words.textProperty().subscribe((_, _) -> show());
    rows.setId("keys-rows");
    rows.setAccessibleText(messages.text("window.action.change-keys"));
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
            button("none", () -> chosen().ifPresent(row -> give(row, List.of()))),
            button(
                "reset",
                () ->
                    chosen()
                        .ifPresent(
                            row -> {
                              keys.reset(row.name());
                              show();
                            })),
            space,
            button(
                "reset-all",
                () -> {
                  all.stream().map(Bindable::name).filter(keys::isChanged).forEach(keys::reset);
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

  private Optional<Bindable> chosen() {
    return Optional.ofNullable(rows.getSelectionModel().getSelectedItem());
  }

  private void listen() {
    chosen()
        .ifPresent(
            row -> {
              isListening = true;
              taken = Optional.empty();
              say(row.areArrows() ? "window.keys.press-arrow" : "window.keys.press", row.label());
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
    Bindable row = chosen().orElseThrow();
    if (row.place() == Bindable.Place.WINDOW && Bindable.areTyped(pressed)) {
      say("window.keys.plain", pressed.getDisplayText());
    } else if (row.place() == Bindable.Place.SOURCE && writes(event, pressed)) {
      say("window.keys.plain", pressed.getDisplayText());
    } else if (row.areArrows() && !event.getCode().isArrowKey()) {
      say("window.keys.press-arrow", row.label());
    } else {
      take(row, pressed);
    }
  }

  /** In a text every key without Ctrl or Alt is needed, but Tab. */
  private static boolean writes(KeyEvent event, KeyCombination pressed) {
    return Bindable.areTyped(pressed) && event.getCode() != KeyCode.TAB;
  }

  /** Keys of something else are taken from it when they are pressed twice. */
  private void take(Bindable row, KeyCombination pressed) {
    Set<String> claimed = claimed(row, pressed);
    List<Bindable> others =
        all.stream()
            .filter(one -> !one.name().equals(row.name()) && one.place().meets(row.place()))
            .filter(
                one -> now(one).stream().anyMatch(key -> claimed.contains(key.getDisplayText())))
            .toList();
    if (!others.isEmpty() && taken.filter(pressed::equals).isEmpty()) {
      taken = Optional.of(pressed);
      say(
          "window.keys.taken",
          pressed.getDisplayText(),
          others.stream().map(Bindable::label).collect(Collectors.joining(", ")));
      return;
    }
    for (Bindable other : others) {
      keys.choose(
          other.name(),
          now(other).stream().filter(key -> !claimed.contains(key.getDisplayText())).toList());
    }
    give(row, List.of(pressed));
  }

  /** As people read them: what is written in two ways is the same key. */
  private static Set<String> claimed(Bindable row, KeyCombination pressed) {
    if (!row.areArrows() || !(pressed instanceof KeyCodeCombination held)) {
      return Set.of(pressed.getDisplayText());
    }
    return row.usual().stream()
        .map(KeyCodeCombination.class::cast)
        .map(
            usual ->
                new KeyCodeCombination(
                    usual.getCode(),
                    held.getShift(),
                    held.getControl(),
                    held.getAlt(),
                    held.getMeta(),
                    held.getShortcut()))
        .map(KeyCombination::getDisplayText)
        .collect(Collectors.toSet());
  }

  private List<KeyCombination> now(Bindable one) {
    return keys.of(one.name(), one.usual());
  }

  private String text(Bindable one) {
    return now(one).stream()
        .filter(key -> !(key instanceof KeyCodeCombination it && it.getCode().isKeypadKey()))
        .map(KeyCombination::getDisplayText)
        .distinct()
        .collect(Collectors.joining("  "));
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

  private void give(Bindable row, List<KeyCombination> wanted) {
    isListening = false;
    keys.choose(row.name(), wanted);
    show();
    say(
        wanted.isEmpty() ? "window.keys.without" : "window.keys.given",
        row.label(),
        wanted.isEmpty() ? "" : wanted.getFirst().getDisplayText());
  }

  private void say(String key, String... arguments) {
    said.setText(messages.text(key, (Object[]) arguments));
  }

  /** All of them anew, with the same one chosen. */
  private void show() {
    Optional<String> before = chosen().map(Bindable::name);
    List<Bindable> shown =
        all.stream()
            .filter(
                row ->
                    Shortcut.hasAll(
                        row.label() + " " + row.group() + " " + text(row), words.getText()))
            .toList();
    rows.getItems().setAll(shown);
    shown.stream()
        .filter(row -> before.filter(row.name()::equals).isPresent())
        .findFirst()
        .ifPresentOrElse(
            row -> rows.getSelectionModel().select(row),
            () -> rows.getSelectionModel().selectFirst());
  }

  private final class RowCell extends ListCell<Bindable> {
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
    protected void updateItem(@Nullable Bindable row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        label.setText(row.label());
        String text = text(row);
        menu.setText(row.group() + (keys.isChanged(row.name()) ? " · ✎" : ""));
        given.setText(text);
        given.setVisible(!text.isEmpty());
        setGraphic(line);
        setAccessibleText(row.label() + ", " + text);
      }
    }
  }
}

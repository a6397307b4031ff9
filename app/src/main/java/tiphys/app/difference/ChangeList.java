// SPDX-License-Identifier: Apache-2.0
package tiphys.app.difference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;
import tiphys.model.difference.Change;
import tiphys.model.difference.FileDifference.Entry;

/** What differs, a thing a line, with a sign that needs no colour. */
final class ChangeList extends ListView<Entry> {
  private final Messages messages;

  ChangeList(Messages messages) {
    this.messages = messages;
    setId("changes");
    getStyleClass().add("change-list");
    setAccessibleText(messages.text("difference.changes"));
    setCellFactory(_ -> new EntryCell());
    Label same = new Label(messages.text("difference.same"));
    same.getStyleClass().add("panel-empty");
    setPlaceholder(same);
  }

  /** Shows these instead, with the same one chosen where it is still there. */
  void show(List<Entry> entries) {
    Optional<String> before = chosen().map(Entry::name);
    getItems().setAll(entries);
    select(entry -> before.filter(entry.name()::equals).isPresent());
    if (chosen().isEmpty()) {
      getSelectionModel().selectFirst();
    }
  }

  Optional<Entry> chosen() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem());
  }

  /** Chooses the first that is meant; leaves the choice where there is none. */
  void select(Predicate<Entry> isMeant) {
    getItems().stream()
        .filter(isMeant)
        .findFirst()
        .ifPresent(
            entry -> {
              getSelectionModel().select(entry);
              scrollTo(entry);
            });
  }

  /** Chooses the next one, around the ends. @param step 1 or -1 */
  void step(int step) {
    int size = getItems().size();
    if (size > 0) {
      int next = Math.floorMod(getSelectionModel().getSelectedIndex() + step, size);
      getSelectionModel().select(next);
      scrollTo(Math.max(0, next - 3));
    }
  }

  static String sign(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "~";
    };
  }

  static String key(Change change) {
    return change.name().toLowerCase(Locale.ROOT);
  }

  private final class EntryCell extends ListCell<Entry> {
    private final Label sign = new Label();
    private final Label name = new Label();
    private final Label hint = new Label();
    private final HBox row = new HBox(8, sign, name, hint);

    EntryCell() {
      row.setAlignment(Pos.CENTER_LEFT);
      hint.getStyleClass().add("panel-subtitle");
      sign.setMinWidth(14);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean isEmpty) {
      super.updateItem(entry, isEmpty);
      if (entry == null || isEmpty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      sign.setText(sign(entry.change()));
      sign.getStyleClass().setAll("label", "change-sign", "change-" + key(entry.change()));
      name.setText(entry.name());
      hint.setText(hint(entry));
      setGraphic(row);
      setAccessibleText(
          (messages.text("difference." + key(entry.change()))
                  + " "
                  + name.getText()
                  + " "
                  + hint.getText())
              .strip());
    }

    private String hint(Entry entry) {
      if (!entry.earlier().isEmpty()) {
        return messages.text("difference.was", entry.earlier());
      }
      return entry.fields().isEmpty()
          ? ""
          : messages.text("difference.fields", entry.fields().size());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** A connection in the list: how it does, its name, where it leads. */
final class ConnectionCell extends ListCell<ConnectionState> {
  private final Messages messages;

  ConnectionCell(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected void updateItem(@Nullable ConnectionState state, boolean isEmpty) {
    super.updateItem(state, isEmpty);
    setText(null);
    setGraphic(state == null || isEmpty ? null : card(state));
    setAccessibleText(state == null || isEmpty ? null : spoken(state));
  }

  private HBox card(ConnectionState state) {
    Label name = new Label(state.name());
    name.getStyleClass().add("connection-name");
    Label place = new Label(state.place());
    place.getStyleClass().add("field-hint");
    VBox words = new VBox(1, name, place);
    if (state.isUnverified()) {
      Label open = new Label(messages.text("connections.light-unverified"));
      open.getStyleClass().add("connection-warning");
      words.getChildren().add(open);
    }
    String phase = state.light().phase();
    HBox card = new HBox(8, new GlyphView(phase, 13).styled("phase-" + phase), words);
    card.setAlignment(Pos.CENTER_LEFT);
    return card;
  }

  private String spoken(ConnectionState state) {
    return messages.text(
        "connections.light-of",
        state.name(),
        messages.text("connections.light-" + state.light().key()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;

/** The connections that there are, with the buttons below them. */
final class ConnectionList extends VBox {
  private final ListView<ConnectionState> list = new ListView<>();

  /**
   * @param choose hears of the one that the user chooses, and of each news of it
   */
  ConnectionList(Messages messages, Consumer<ConnectionState> choose, Button... buttons) {
    super(8);
    list.setId("connections-list");
    list.setAccessibleText(messages.text("connections.list"));
    list.setCellFactory(_ -> new ConnectionCell(messages));
    Label nothing = new Label(messages.text("connections.none"));
    nothing.getStyleClass().add("panel-empty");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe((_, state) -> Optional.ofNullable(state).ifPresent(choose));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(list, new HBox(6, buttons));
    getStyleClass().add("connections-left");
  }

  /** Shows these; the one of the name stays chosen. */
  void show(List<ConnectionState> states, Optional<String> chosen) {
    list.getItems().setAll(states);
    chosen
        .flatMap(name -> states.stream().filter(each -> each.name().equals(name)).findFirst())
        .ifPresent(list.getSelectionModel()::select);
  }

  void chooseNone() {
    list.getSelectionModel().clearSelection();
  }
}

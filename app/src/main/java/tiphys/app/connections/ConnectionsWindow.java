// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import tiphys.app.message.Messages;
import tiphys.app.theme.Theme;

/** The window of the connections; one for each window of the program. */
public final class ConnectionsWindow {
  private final Stage owner;
  private final Theme theme;
  private final ConnectionDesk desk;
  private Optional<Stage> shown = Optional.empty();

  public ConnectionsWindow(Stage owner, Theme theme, ConnectionDesk desk) {
    this.owner = owner;
    this.theme = theme;
    this.desk = desk;
  }

  /** Opens it, or brings it to the front. */
  public void show(Messages messages) {
    desk.reload();
    Stage stage = shown.filter(Stage::isShowing).orElseGet(() -> made(messages));
    shown = Optional.of(stage);
    stage.show();
    stage.toFront();
  }

  private Stage made(Messages messages) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle(messages.text("connections.title"));
    ConnectionsView view = new ConnectionsView(desk, questions(stage, messages), messages);
    Scene scene = new Scene(view, 860, 600);
    theme.dress(scene);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> closeOn(event, stage));
    stage.setScene(scene);
    stage.setMinWidth(640);
    stage.setMinHeight(420);
    stage.setOnHidden(_ -> view.cancelTrial());
    return stage;
  }

  private static void closeOn(KeyEvent event, Stage stage) {
    if (event.getCode() == KeyCode.ESCAPE) {
      stage.close();
    }
  }

  private ConnectionsView.Questions questions(Stage stage, Messages messages) {
    return new ConnectionsView.Questions() {
      @Override
      public Optional<Path> chooseFile() {
        return Optional.ofNullable(new FileChooser().showOpenDialog(stage)).map(File::toPath);
      }

      @Override
      public boolean mayRemove(String name) {
        ButtonType remove =
            new ButtonType(messages.text("connections.remove"), ButtonBar.ButtonData.YES);
        ButtonType cancel =
            new ButtonType(
                messages.text("window.dialog.cancel-button"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert =
            new Alert(
                Alert.AlertType.CONFIRMATION,
                messages.text("connections.remove-more"),
                remove,
                cancel);
        alert.initOwner(stage);
        alert.setTitle(messages.text("connections.title"));
        alert.setHeaderText(messages.text("connections.remove-question", name));
        theme.dress(alert.getDialogPane().getScene());
        return alert.showAndWait().filter(remove::equals).isPresent();
      }
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import tiphys.app.message.Messages;
import tiphys.app.theme.SideWindow;
import tiphys.app.theme.Theme;

/** The window of the connections; one for each window of the program. */
public final class ConnectionsWindow {
  private static final Dimension2D SIZE = new Dimension2D(860, 600);
  private static final Dimension2D LEAST = new Dimension2D(640, 420);

  private final SideWindow window;
  private final Theme theme;
  private final ConnectionDesk desk;
  private final Consumer<Messages> explain;

  /**
   * @param explain shows what is to know of connections that do not work
   */
  public ConnectionsWindow(
      Stage owner, Theme theme, ConnectionDesk desk, Consumer<Messages> explain) {
    this.explain = explain;
    this.window = new SideWindow(owner, theme);
    this.theme = theme;
    this.desk = desk;
  }

  /** Opens it, or brings it to the front. */
  public void show(Messages messages) {
    desk.reload();
    window.show(messages.text("connections.title"), SIZE, LEAST, stage -> content(stage, messages));
  }

  private ConnectionsView content(Stage stage, Messages messages) {
    ConnectionsView view = new ConnectionsView(desk, questions(stage, messages), messages);
    stage.setOnHidden(_ -> view.cancelTrial());
    return view;
  }

  private ConnectionsView.Questions questions(Stage stage, Messages messages) {
    return new ConnectionsView.Questions() {
      @Override
      public Optional<Path> chooseFile() {
        return Optional.ofNullable(new FileChooser().showOpenDialog(stage)).map(File::toPath);
      }

      @Override
      public void explain() {
        explain.accept(messages);
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

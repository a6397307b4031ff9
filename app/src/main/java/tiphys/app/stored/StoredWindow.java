// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.app.theme.Theme;

/** The window of what clusters keep; one for each window of the program. */
public final class StoredWindow {
  private final Stage owner;
  private final Theme theme;
  private final Background remote;
  private Optional<Stage> shown = Optional.empty();

  /**
   * @param remote for work that waits for clusters
   */
  public StoredWindow(Stage owner, Theme theme, Background remote) {
    this.owner = owner;
    this.theme = theme;
    this.remote = remote;
  }

  /** Opens it, or brings it to the front. */
  public void show(Surroundings surroundings, Messages messages) {
    Stage stage = shown.filter(Stage::isShowing).orElseGet(() -> made(surroundings, messages));
    shown = Optional.of(stage);
    stage.show();
    stage.toFront();
  }

  private Stage made(Surroundings surroundings, Messages messages) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle(messages.text("stored.title"));
    StoredList list = new StoredList(surroundings, remote, messages);
    StoredChanges changes =
        new StoredChanges(list, surroundings, new StoredDialogs(stage, theme, messages), remote);
    Scene scene = new Scene(new StoredView(list, changes, surroundings, messages), 900, 520);
    theme.dress(scene);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    stage.setMinWidth(640);
    stage.setMinHeight(360);
    return stage;
  }
}

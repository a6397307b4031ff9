// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** A window beside one of the program: there is at most one, and Escape closes it. */
public final class SideWindow {
  private final Stage owner;
  private final Theme theme;
  private Optional<Stage> shown = Optional.empty();

  public SideWindow(Stage owner, Theme theme) {
    this.owner = owner;
    this.theme = theme;
    // not every desktop closes what belongs to a window with it
    owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> close());
  }

  /**
   * Opens it, or brings it to the front with what it shows already.
   *
   * @param size of its content when it opens
   * @param least how small it can be made
   */
  public void show(
      String title, Dimension2D size, Dimension2D least, Function<Stage, Parent> content) {
    Stage stage = shown.filter(Stage::isShowing).orElseGet(() -> made(title, size, least, content));
    shown = Optional.of(stage);
    stage.show();
    stage.toFront();
  }

  /** Opens it, or shows this instead in the one that is there, which stays where it was put. */
  public void showAnew(
      String title, Dimension2D size, Dimension2D least, Function<Stage, Parent> content) {
    Optional<Stage> open = shown.filter(Stage::isShowing);
    open.ifPresent(
        stage -> {
          stage.setTitle(title);
          stage.getScene().setRoot(content.apply(stage));
        });
    show(title, size, least, content);
  }

  public void close() {
    shown.ifPresent(Stage::close);
  }

  private Stage made(
      String title, Dimension2D size, Dimension2D least, Function<Stage, Parent> content) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle(title);
    Scene scene = new Scene(content.apply(stage), size.getWidth(), size.getHeight());
    theme.dress(scene);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    stage.setMinWidth(least.getWidth());
    stage.setMinHeight(least.getHeight());
    return stage;
  }
}

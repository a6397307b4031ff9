// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import tiphys.app.files.OpenFile;
import tiphys.app.files.OpenFiles;
import tiphys.app.window.TiphysWindow;

/**
 * The windows of the program, and the tabs that go from one to another. A file goes with its undo,
 * its selection and its run; only its views are made anew.
 */
final class Windows {
  private static final double BESIDE = 40;

  private final ObservableList<One> open = FXCollections.observableArrayList();
  private final ObservableValue<Boolean> areSeveral = Bindings.size(open).greaterThan(1).asObject();

  /**
   * A window.
   *
   * @param origin the one that its tab was taken out of; absent for one that was opened as such
   */
  record One(Stage stage, TiphysWindow window, FileRuns runs, Optional<One> origin) {
    private OpenFiles files() {
      return window.desk().files();
    }

    private boolean contains(Point2D onScreen) {
      return stage.isShowing()
          && new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
              .contains(onScreen);
    }
  }

  /** From now on until it is closed. One for a tab that was taken out ends with its last file. */
  void add(One one) {
    open.add(one);
    one.stage().addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> open.remove(one));
    if (one.origin().isPresent()) {
      one.files().list().addListener((ListChangeListener<OpenFile>) _ -> endIfEmpty(one));
    }
  }

  /** The one on a stage, while it is open. */
  Optional<One> on(Stage stage) {
    return open.stream().filter(one -> one.stage().equals(stage)).findFirst();
  }

  private static void endIfEmpty(One one) {
    Platform.runLater(
        () -> {
          if (one.files().list().isEmpty()) {
            one.stage().close();
          }
        });
  }

  /** Whether a tab can go to another window. */
  ObservableValue<Boolean> areSeveral() {
    return areSeveral;
  }

  /** Gives a file a window of its own. @param made makes one for a tab of the first */
  void detach(OpenFile file, One from, BiFunction<Stage, One, One> made) {
    Stage stage = new Stage();
    stage.setX(from.stage().getX() + BESIDE);
    stage.setY(from.stage().getY() + BESIDE);
    move(file, from, made.apply(stage, from));
  }

  /** Lets go of a tab somewhere on the screen: over another window it goes there. */
  void drop(OpenFile file, One from, Point2D at, BiFunction<Stage, One, One> made) {
    Optional<One> under =
        open.stream().filter(one -> !one.equals(from) && one.contains(at)).findFirst();
    if (under.isPresent()) {
      move(file, from, under.get());
    } else if (!from.contains(at) && from.files().list().size() > 1) {
      Stage stage = new Stage();
      stage.setX(at.getX() - BESIDE);
      stage.setY(at.getY() - BESIDE);
      move(file, from, made.apply(stage, from));
    }
  }

  /** To the window that it was taken out of; to the first other one where that is closed. */
  void bringBack(OpenFile file, One from) {
    from.origin()
        .filter(open::contains)
        .or(() -> open.stream().filter(one -> !one.equals(from)).findFirst())
        .ifPresent(to -> move(file, from, to));
  }

  private static void move(OpenFile file, One from, One to) {
    to.runs().take(file, from.runs());
    from.files().close(file);
    to.files().add(file);
    to.window().show();
    to.stage().toFront();
  }
}

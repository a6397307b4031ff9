// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;

/** What takes a while, over the foot of the canvas, with a button to wait no longer. */
final class WaitingBar extends HBox {
  private static final double WIDTH = 120;

  private final Messages messages;
  private final ObservableList<Background.Work> goingOn;
  private final ListChangeListener<Background.Work> listener = _ -> show();

  WaitingBar(ObservableList<Background.Work> goingOn, Messages messages) {
    this.goingOn = goingOn;
    this.messages = messages;
    getStyleClass().add("waiting-bar");
    setId("waiting");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    // the background lives longer than the contents of a window
    goingOn.addListener(new WeakListChangeListener<>(listener));
    show();
  }

  private void show() {
    setVisible(!goingOn.isEmpty());
    getChildren().clear();
    if (goingOn.isEmpty()) {
      return;
    }
    Background.Work newest = goingOn.getLast();
    Label sentence =
        new Label(messages.text(newest.what().key(), newest.what().arguments().toArray()));
    ProgressBar progress = new ProgressBar();
    progress.setPrefWidth(WIDTH);
    Button stop = new Button(messages.text("window.waiting.stop"));
    stop.setId("stop-waiting");
    stop.setOnAction(_ -> newest.giveUp());
    setAccessibleText(sentence.getText());
    getChildren().addAll(sentence, progress, stop);
  }
}

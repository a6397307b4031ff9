// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** How far the run is, where the next takes place, and the buttons to run and to stop. */
public final class RunBar extends HBox {
  private final RunControl control;
  private final Messages messages;
  private final Button state = new Button();
  private final Tooltip said = new Tooltip();
  private final Timeline seconds =
      new Timeline(new KeyFrame(Duration.seconds(1), _ -> showState()));

  public RunBar(RunControl control, RunControl.Means means, Messages messages) {
    this.control = control;
    this.messages = messages;
    getStyleClass().add("run-bar");
    setAlignment(Pos.CENTER_RIGHT);
    getStylesheets().add(RunPanel.STYLE);
    seconds.setCycleCount(Animation.INDEFINITE);
    setUpState();
    DestinationMenu where = new DestinationMenu(control, means, messages);
    getChildren().addAll(state, stop(), new ActsMenu(control, messages), where, run());
    control.progress().subscribe(_ -> showState());
    control.note().subscribe(_ -> showState());
    control.isRunning().subscribe(this::keepTime);
    control
        .whereAsked()
        .subscribe(
            (_, _) -> {
              where.requestFocus();
              where.show();
            });
  }

  private void setUpState() {
    state.setId("run-state");
    state.getStyleClass().add("run-state");
    state.setTooltip(said);
    state.setOnAction(_ -> control.showDetails());
    state.managedProperty().bind(state.visibleProperty());
  }

  private Button stop() {
    Button stop = new Button(messages.text("runs.stop"), new GlyphView("stop", 12));
    stop.setId("stop-button");
    stop.visibleProperty().bind(control.isRunning());
    stop.managedProperty().bind(stop.visibleProperty());
    stop.setOnAction(_ -> control.stop());
    return stop;
  }

  private Button run() {
    Button run = new Button(messages.text("runs.run"), new GlyphView("run", 12));
    run.setId("run-button");
    run.getStyleClass().addAll("accent", "run-button");
    run.disableProperty().bind(control.isRunning());
    run.setOnAction(_ -> control.start());
    return run;
  }

  private void keepTime(boolean isRunning) {
    if (isRunning) {
      seconds.play();
    } else {
      seconds.stop();
    }
    showState();
  }

  private void showState() {
    RunProgress now = control.progress().get();
    boolean isOld = control.note().get().isBad();
    String glyph = isOld ? "warning" : now.stage().phase();
    state.setVisible(now.stage() != RunProgress.Stage.NONE);
    state.getStyleClass().setAll("button", "run-state", "phase-" + now.stage().phase());
    state.setGraphic(
        new GlyphView(glyph, 14)
            .styled(isOld ? "severity-warning" : "phase-" + now.stage().phase()));
    said.setText(now.message().isEmpty() ? messages.text("runs.show-details") : now.message());
    String stage = messages.text("runs.stage-" + now.stage().key());
    String words = isOld ? messages.text("runs.not-live", stage) : stage;
    state.setText(
        now.name().isEmpty()
            ? words
            : messages.text(
                "runs.state",
                words,
                now.time(Instant.now()),
                Long.toString(now.finished()),
                Long.toString(now.all()),
                now.name()));
  }
}

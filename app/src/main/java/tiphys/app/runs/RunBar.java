// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.app.theme.WhileShown;
import tiphys.exporter.local.ContainerClient;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.ThisComputer;

/** How far the run is, how steps are executed, and the buttons to run and to stop. */
public final class RunBar extends HBox {
  private final RunControl control;
  private final RunChoices choices;
  private final Messages messages;
  private final Background.Newest asking;
  private final Button state = new Button();
  private final MenuButton engine = new MenuButton();
  private final Map<EngineChoice, RadioMenuItem> engines = new EnumMap<>(EngineChoice.class);
  private final Timeline seconds =
      new Timeline(new KeyFrame(Duration.seconds(1), _ -> showState()));

  public RunBar(RunControl control, RunChoices choices, Background background, Messages messages) {
    this.control = control;
    this.choices = choices;
    this.messages = messages;
    this.asking = background.newest();
    getStyleClass().add("run-bar");
    setAlignment(Pos.CENTER_RIGHT);
    getStylesheets().add(RunPanel.STYLE);
    seconds.setCycleCount(Animation.INDEFINITE);
    setUpState();
    setUpEngines();
    getChildren().addAll(state, stop(), engine, run());
    control.progress().subscribe(_ -> showState());
    control.isRunning().subscribe(this::keepTime);
  }

  private void setUpState() {
    state.setId("run-state");
    state.getStyleClass().add("run-state");
    state.setTooltip(new Tooltip(messages.text("runs.show-details")));
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

  private void setUpEngines() {
    engine.setId("run-engine");
    engine.setGraphic(new GlyphView("computer", 14));
    ToggleGroup group = new ToggleGroup();
    for (EngineChoice choice : EngineChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(name("runs.engine-", choice));
      item.setToggleGroup(group);
      item.setOnAction(_ -> choices.engine().set(choice));
      engines.put(choice, item);
      engine.getItems().add(item);
    }
    MenuItem withArguments = new MenuItem(messages.text("runs.run-with"));
    withArguments.disableProperty().bind(control.isRunning());
    withArguments.setOnAction(_ -> control.startWithArguments());
    engine.getItems().addAll(new SeparatorMenuItem(), withArguments);
    engine.setOnShowing(_ -> asking.run(ThisComputer::containerClient, this::showClient));
    WhileShown.of(choices.engine(), this).subscribe(this::showEngine);
  }

  private void showEngine(EngineChoice chosen) {
    RadioMenuItem item = engines.get(chosen);
    if (item != null) {
      item.setSelected(true);
    }
    engine.setText(name("runs.on-", chosen));
    engine.setAccessibleText(messages.text("runs.where", name("runs.engine-", chosen)));
  }

  /** Containers can be chosen only where something makes them. */
  private void showClient(Optional<ContainerClient> client) {
    RadioMenuItem item = engines.get(EngineChoice.CONTAINER);
    if (item != null) {
      item.setDisable(client.isEmpty());
      item.setText(
          client
              .map(found -> messages.text("runs.containers-of", found.name()))
              .orElseGet(() -> messages.text("runs.no-containers")));
    }
  }

  private String name(String beginning, EngineChoice choice) {
    return messages.text(beginning + RunChoices.key(choice));
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
    state.setVisible(now.stage() != RunProgress.Stage.NONE);
    state.getStyleClass().setAll("button", "run-state", "phase-" + now.stage().phase());
    state.setGraphic(new GlyphView(now.stage().phase(), 14).styled("phase-" + now.stage().phase()));
    String words = messages.text("runs.stage-" + now.stage().key());
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

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import javafx.scene.control.Button;
import tiphys.app.message.Messages;

/** Starts a run, and stops the one that goes on. */
public final class RunButton extends Button {
  public RunButton(RunControl runs, Messages messages) {
    setId("run-button");
    getStyleClass().add("accent");
    textProperty().bind(runs.isRunning().map(on -> messages.text(on ? "runs.stop" : "runs.run")));
    setOnAction(
        _ -> {
          if (runs.isRunning().get()) {
            runs.stop();
          } else {
            runs.start();
          }
        });
  }
}

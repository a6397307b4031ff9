// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.Optional;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.app.runs.SubmitWish.Answer;
import tiphys.app.runs.SubmitWish.DryRun;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/**
 * Asks the cluster before the dialog closes: what it refuses is said in the form, and everything
 * that was written is still there.
 */
final class SubmitDialog extends VBox {
  private final DryRun dryRun;
  private final Background.Newest asking;
  private final SubmitForm form;
  private final ScrollPane scroll;
  private final HBox waiting;
  private Optional<Answer> accepted = Optional.empty();

  SubmitDialog(SubmitWish wish, DryRun dryRun, Background remote, Messages messages) {
    super(8);
    this.dryRun = dryRun;
    this.asking = remote.newest();
    this.form = new SubmitForm(wish, messages);
    this.scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportWidth(560);
    scroll.setPrefViewportHeight(Math.min(520, 270.0 + 84 * wish.parameters().size()));
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(16, 16);
    Label asked = new Label(messages.text("runs.submit-asking", wish.connection()));
    asked.getStyleClass().add("field-hint");
    Button stop = new Button(messages.text("runs.submit-stop"));
    stop.setId("submit-stop");
    stop.getStyleClass().add("small");
    stop.setOnAction(_ -> stopAsking());
    waiting = new HBox(8, turning, asked, stop);
    waiting.setId("submit-waiting");
    waiting.setAlignment(Pos.CENTER_LEFT);
    waiting.setVisible(false);
    getChildren().addAll(scroll, waiting);
  }

  SubmitForm form() {
    return form;
  }

  /** Takes over the button that submits: it closes the dialog when the cluster has agreed. */
  void drive(Dialog<ButtonType> dialog, ButtonType submit) {
    Button button = (Button) dialog.getDialogPane().lookupButton(submit);
    button.setId("submit-button");
    button.disableProperty().bind(waiting.visibleProperty().or(form.isIncomplete()));
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          if (accepted.isEmpty()) {
            event.consume();
            form.answer().ifPresentOrElse(answer -> ask(answer, button), this::showRefused);
          }
        });
    dialog.setOnHidden(_ -> asking.drop());
  }

  /** What the cluster agreed to. */
  Optional<Answer> accepted() {
    return accepted;
  }

  private void ask(Answer answer, Button button) {
    form.setDisable(true);
    waiting.setVisible(true);
    asking.run(() -> refusal(answer), why -> answered(answer, why, button));
  }

  /** The form is as it was left, to be asked about again. */
  private void stopAsking() {
    asking.drop();
    form.setDisable(false);
    waiting.setVisible(false);
  }

  private Optional<Problem> refusal(Answer answer) {
    Outcome<?> said = dryRun.of(answer);
    return said.refusal();
  }

  private void answered(Answer answer, Optional<Problem> why, Button button) {
    form.setDisable(false);
    waiting.setVisible(false);
    if (why.isPresent()) {
      form.refuse(why.get());
      showRefused();
    } else {
      accepted = Optional.of(answer);
      button.fire();
    }
  }

  /** Brings the first field that was refused into sight, with the sentence that is new there. */
  private void showRefused() {
    form.refused()
        .ifPresent(
            node -> {
              node.requestFocus();
              Platform.runLater(() -> bringIntoSight(node));
            });
  }

  private void bringIntoSight(Node node) {
    applyCss();
    layout();
    double y = form.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMaxY();
    double sight = scroll.getViewportBounds().getHeight();
    double room = form.getHeight() - sight;
    scroll.setVvalue(room <= 0 ? 0 : Math.clamp((y - sight / 2) / room, 0, 1));
  }
}

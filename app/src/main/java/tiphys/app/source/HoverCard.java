// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;
import tiphys.app.message.Messages;
import tiphys.model.fix.Fix;

/**
 * What is said of the place under the pointer, and what mends it. It stays while the pointer is on
 * its way to it or on it, so that a fix can be clicked.
 */
final class HoverCard extends Popup {
  private static final double WIDTH_PX = 420;

  /** How long a hand takes from the text to the card. */
  private static final Duration WAY = Duration.millis(350);

  private final VBox box = new VBox();
  private final PauseTransition leaving = new PauseTransition(WAY);
  private final Messages messages;
  private final Consumer<Fix> mend;

  /** Hidden at first. @param mend does what a fix offers */
  HoverCard(Messages messages, Consumer<Fix> mend) {
    this.messages = messages;
    this.mend = mend;
    box.getStyleClass().addAll("hover-card", "popup-card");
    box.getStylesheets()
        .add(Objects.requireNonNull(HoverCard.class.getResource("source.css")).toExternalForm());
    box.setMaxWidth(WIDTH_PX);
    box.hoverProperty()
        .subscribe(
            (_, isOn) -> {
              if (isOn) {
                leaving.stop();
              } else {
                leave();
              }
            });
    leaving.setOnFinished(_ -> hide());
    getContent().add(box);
  }

  /** Shows sentences, a paragraph each, and fixes below them. */
  void show(Node owner, double screenX, double screenY, List<String> sentences, List<Fix> fixes) {
    leaving.stop();
    box.getChildren().clear();
    for (String sentence : sentences) {
      Label label = new Label(sentence);
      label.setWrapText(true);
      label.setMaxWidth(WIDTH_PX);
      box.getChildren().add(label);
    }
    for (Fix fix : fixes) {
      Hyperlink link = new Hyperlink(messages.fix(fix));
      link.setWrapText(true);
      link.setOnAction(
          _ -> {
            hide();
            mend.accept(fix);
          });
      box.getChildren().add(link);
    }
    show(owner, screenX, screenY);
  }

  /** Goes away unless the pointer comes to it. */
  void leave() {
    if (isShowing() && !box.isHover()) {
      leaving.playFromStart();
    }
  }
}

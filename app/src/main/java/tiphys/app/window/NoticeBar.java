// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.problem.Severity;

/** The newest notice, over the top of the canvas. Good news leave by themselves. */
final class NoticeBar extends HBox {
  private static final Duration GOOD_NEWS = Duration.seconds(6);

  private final Messages messages;
  private final PauseTransition leaving = new PauseTransition(GOOD_NEWS);

  NoticeBar(ObjectProperty<Optional<Notice>> notice, Messages messages) {
    this.messages = messages;
    getStyleClass().add("notice-bar");
    setId("notice");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    leaving.setOnFinished(_ -> notice.set(Optional.empty()));
    notice.subscribe(newest -> show(newest, () -> notice.set(Optional.empty())));
  }

  private void show(Optional<Notice> newest, Runnable dismiss) {
    leaving.stop();
    setVisible(newest.isPresent());
    getChildren().clear();
    newest.ifPresent(
        notice -> {
          String kind =
              notice.severity().map(Severity::name).orElse("done").toLowerCase(Locale.ROOT);
          GlyphView glyph =
              new GlyphView(kind.equals("done") ? "check" : "warning", GlyphView.MEDIUM);
          glyph.getStyleClass().add(kind.equals("done") ? "phase-succeeded" : "severity-" + kind);
          Label sentence = new Label(notice.sentence(messages));
          sentence.setWrapText(true);
          sentence.setMaxWidth(620);
          HBox.setHgrow(sentence, Priority.ALWAYS);
          Button close = new Button();
          close.setGraphic(new GlyphView("close", 12));
          close.getStyleClass().add("tab-close");
          close.setAccessibleText(messages.text("window.notice.close"));
          close.setOnAction(_ -> dismiss.run());
          getChildren().addAll(glyph, sentence, close);
          setAccessibleText(sentence.getText());
          if (notice.severity().isEmpty()) {
            leaving.playFromStart();
          }
        });
  }
}

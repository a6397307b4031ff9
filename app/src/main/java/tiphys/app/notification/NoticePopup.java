// SPDX-License-Identifier: Apache-2.0
package tiphys.app.notification;

import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import tiphys.app.theme.GlyphView;
import tiphys.app.theme.Theme;

/**
 * A notice in the corner of the screen, for desktops that show none. It takes no keys from whoever
 * is writing elsewhere, and goes by itself.
 */
final class NoticePopup {
  private static final Duration SHOWN = Duration.seconds(12);
  private static final double MARGIN = 24;
  private static final String STYLE =
      Objects.requireNonNull(NoticePopup.class.getResource("notification.css")).toExternalForm();

  private final Popup popup = new Popup();

  NoticePopup(String glyph, String title, String text, Theme theme) {
    Label head = new Label(title, new GlyphView(glyph, 16).styled("phase-" + glyph));
    head.getStyleClass().add("notice-head");
    Label body = new Label(text);
    body.setWrapText(true);
    VBox words = new VBox(4, head, body);
    HBox box = new HBox(words);
    box.setId("desktop-notice");
    box.getStyleClass().add("desktop-notice");
    box.getStylesheets().add(STYLE);
    box.setAccessibleText(title + " " + text);
    theme.dress(popup.getScene());
    popup.getContent().add(box);
  }

  void show(Stage window) {
    popup
        .getContent()
        .getFirst()
        .setOnMouseClicked(
            _ -> {
              popup.hide();
              window.setIconified(false);
              window.toFront();
              window.requestFocus();
            });
    Rectangle2D screen = screenOf(window).getVisualBounds();
    popup.show(window, screen.getMaxX(), screen.getMaxY());
    popup.setX(screen.getMaxX() - popup.getWidth() - MARGIN);
    popup.setY(screen.getMaxY() - popup.getHeight() - MARGIN);
    PauseTransition end = new PauseTransition(SHOWN);
    end.setOnFinished(_ -> popup.hide());
    popup.setOnHidden(_ -> end.stop());
    end.play();
  }

  private static Screen screenOf(Stage window) {
    return Screen.getScreensForRectangle(
            window.getX(), window.getY(), window.getWidth(), window.getHeight())
        .stream()
        .findFirst()
        .orElseGet(Screen::getPrimary);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import tiphys.app.theme.GlyphView;

/** The small buttons that float over the canvas; they never take the focus from it. */
final class Buttons {
  private Buttons() {}

  /** A glyph, with a sentence for the pointer that rests on it and for who cannot see it. */
  static Button glyph(String glyph, String sentence, Runnable action) {
    Button button = new Button();
    button.setGraphic(new GlyphView(glyph, GlyphView.MEDIUM));
    button.getStyleClass().add("canvas-button");
    button.setTooltip(new Tooltip(sentence));
    button.setAccessibleText(sentence);
    button.setFocusTraversable(false);
    button.setOnAction(_ -> action.run());
    return button;
  }

  static Button words(String words, Runnable action) {
    Button button = new Button(words);
    button.getStyleClass().add("canvas-button");
    button.setFocusTraversable(false);
    button.setOnAction(_ -> action.run());
    return button;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import tiphys.icons.Glyph;
import tiphys.icons.Glyphs;

/** A glyph of the program as a node; its colour is the CSS token {@code -tiphys-glyph}. */
public final class GlyphView extends Region {
  public static final double SMALL = 14;
  public static final double MEDIUM = 16;
  public static final double LARGE = 20;

  /** By the name in {@link Glyphs}, {@code size} pixels wide and high. */
  public GlyphView(String name, double size) {
    Glyph glyph = Glyphs.of(name);
    SVGPath path = new SVGPath();
    path.setContent(glyph.path());
    path.getStyleClass().add(glyph.stroked() ? "glyph-line" : "glyph-shape");
    path.getTransforms().add(new Scale(size / Glyph.SIZE, size / Glyph.SIZE));
    path.setManaged(false);
    getStyleClass().add("glyph");
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
    getChildren().add(path);
  }

  /** With one more style class, for example {@code kind-dag} for that kind's colour. */
  public GlyphView styled(String styleClass) {
    getStyleClass().add(styleClass);
    return this;
  }
}

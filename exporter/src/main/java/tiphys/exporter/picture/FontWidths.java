// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.EnumMap;
import java.util.Map;

/** Measures with Java2D, which needs no screen. */
final class FontWidths implements TextWidths {
  private static final FontRenderContext CONTEXT =
      new FontRenderContext(new AffineTransform(), true, true);

  private final Map<FontRole, Font> fonts = new EnumMap<>(FontRole.class);

  FontWidths() {
    for (FontRole role : FontRole.values()) {
      int style = role.isBold() ? Font.BOLD : Font.PLAIN;
      fonts.put(role, new Font(Font.SANS_SERIF, style, 1).deriveFont((float) role.size()));
    }
  }

  Font font(FontRole role) {
    return fonts.getOrDefault(role, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
  }

  @Override
  public double of(String text, FontRole role) {
    return font(role).getStringBounds(text, CONTEXT).getWidth();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import tiphys.exporter.picture.FontRole;
import tiphys.exporter.picture.TextWidths;

/** The window's font for each role, and how wide texts are in it. */
final class CanvasFonts implements TextWidths {
  private final Map<FontRole, Font> fonts = new EnumMap<>(FontRole.class);
  private final Text ruler = new Text();

  CanvasFonts() {
    String family = Font.getDefault().getFamily();
    for (FontRole role : FontRole.values()) {
      FontWeight weight = role.isBold() ? FontWeight.BOLD : FontWeight.NORMAL;
      fonts.put(role, Font.font(family, weight, role.size()));
    }
  }

  Font font(FontRole role) {
    return fonts.getOrDefault(role, Font.getDefault());
  }

  @Override
  public double of(String text, FontRole role) {
    ruler.setFont(font(role));
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlyphsTest {
  private static final Pattern PATH = Pattern.compile("M[MmLlHhVvCcAaSszZ0-9. -]+");

  @Test
  void everyGlyphIsAPathThatBeginsSomewhere() {
    assertTrue(Glyphs.names().size() > 80);
    for (String name : Glyphs.names()) {
      assertEquals(name, Glyphs.of(name).name());
      assertTrue(PATH.matcher(Glyphs.of(name).path()).matches(), name);
    }
  }

  @Test
  void everyGlyphStaysInItsBox() {
    for (String name : Glyphs.names()) {
      Outline.of(Glyphs.of(name)).draw(0, 0, Glyph.SIZE, insideBox(name));
    }
  }

  @Test
  void anUnknownNameIsAMistakeOfTheProgram() {
    assertThrows(IllegalArgumentException.class, () -> Glyphs.of("no such glyph"));
  }

  private static Outline.Sink insideBox(String name) {
    return new Outline.Sink() {
      @Override
      public void moveTo(double x, double y) {
        assertTrue(Math.min(x, y) >= 1 && Math.max(x, y) <= Glyph.SIZE - 1, name);
      }

      @Override
      public void lineTo(double x, double y) {
        moveTo(x, y);
      }

      @Override
      public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
        moveTo(x, y);
      }

      @Override
      public void close() {}
    };
  }
}

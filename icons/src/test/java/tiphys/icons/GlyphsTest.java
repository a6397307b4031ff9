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
  void anUnknownNameIsAMistakeOfTheProgram() {
    assertThrows(IllegalArgumentException.class, () -> Glyphs.of("no such glyph"));
  }
}

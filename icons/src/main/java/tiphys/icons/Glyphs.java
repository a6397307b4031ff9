// SPDX-License-Identifier: Apache-2.0
package tiphys.icons;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The program's own glyphs, by name: kinds of template, phases, behaviours, tools. */
public final class Glyphs {
  private static final Map<String, Glyph> ALL = read();

  private Glyphs() {}

  /**
   * A kind in Argo's words ({@code containerSet}), a phase in lower case ({@code succeeded}), a
   * behaviour in kebab case ({@code exit-handler}) or a tool ({@code zoom-in}).
   *
   * @throws IllegalArgumentException where there is no glyph of that name
   */
  public static Glyph of(String name) {
    Glyph glyph = ALL.get(name);
    if (glyph == null) {
      throw new IllegalArgumentException("no glyph named " + name);
    }
    return glyph;
  }

  /** In the order of the file that they stand in. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  private static Map<String, Glyph> read() {
    Map<String, Glyph> glyphs = new LinkedHashMap<>();
    InputStream file = Objects.requireNonNull(Glyphs.class.getResourceAsStream("glyphs.txt"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split(" ", 3);
          glyphs.put(parts[0], new Glyph(parts[0], parts[2], parts[1].equals("stroke")));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return Collections.unmodifiableMap(glyphs);
  }
}

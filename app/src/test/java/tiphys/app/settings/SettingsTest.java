// SPDX-License-Identifier: Apache-2.0
package tiphys.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.theme.ThemeChoice;

class SettingsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aChoiceIsThereAgainAtTheNextStart() {
    Settings first = Settings.in(folder.resolve("not/yet/there"));
    first.theme().set(ThemeChoice.DARK);
    first.language().set(Optional.of(Language.JAPANESE));
    first.put("window.width", "1400");

    Settings second = Settings.in(folder.resolve("not/yet/there"));

    assertEquals(ThemeChoice.DARK, second.theme().get());
    assertEquals(Optional.of(Language.JAPANESE), second.language().get());
    assertEquals(Optional.of("1400"), second.value("window.width"));
    assertEquals("成功", second.messages().text("phase.succeeded"));
  }

  @Test
  void aDamagedFileGivesTheDefaults() throws IOException {
    Files.writeString(folder.resolve("settings.properties"), "theme=\\u00zz\nnonsense");

    Settings settings = Settings.in(folder);

    assertEquals(ThemeChoice.SYSTEM, settings.theme().get());
    assertEquals(Optional.empty(), settings.language().get());
  }

  @Test
  void anEmptyValueForgetsTheKey() {
    Settings settings = Settings.in(folder);
    settings.put("a", "1");

    settings.put("a", "");

    assertEquals(Optional.empty(), Settings.in(folder).value("a"));
  }

  @Test
  void everySystemHasItsOwnPlace() {
    Path home = Path.of("/home/ann");

    assertEquals(home.resolve(".config/tiphys"), ConfigFolder.of("linux", home, Map.of()));
    assertEquals(
        Path.of("/etc/x/tiphys"),
        ConfigFolder.of("linux", home, Map.of("XDG_CONFIG_HOME", "/etc/x")));
    assertEquals(
        home.resolve(".config/tiphys"),
        ConfigFolder.of("linux", home, Map.of("XDG_CONFIG_HOME", "relative")));
    assertEquals(
        home.resolve("Library/Application Support/Tiphys"),
        ConfigFolder.of("mac os x", home, Map.of()));
  }
}

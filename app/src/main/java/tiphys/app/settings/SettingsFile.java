// SPDX-License-Identifier: Apache-2.0
package tiphys.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings as they are kept, for who has no window. */
public final class SettingsFile {
  static final String NAME = "settings.properties";

  private SettingsFile() {}

  /** What a folder keeps, by key. A damaged file is as good as none: the next choice mends it. */
  public static Map<String, String> read(Path folder) {
    Path file = folder.resolve(NAME);
    Properties read = new Properties();
    try {
      if (Files.isRegularFile(file)) {
        read.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException _) {
      read.clear();
    }
    return read.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, read::getProperty, (a, _) -> a, TreeMap::new));
  }
}

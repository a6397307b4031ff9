// SPDX-License-Identifier: Apache-2.0
package tiphys.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this computer keeps a program's settings. */
public final class ConfigFolder {
  /** A system property that names another folder: for tests, and for a copy on a stick. */
  public static final String OVERRIDE = "tiphys.config";

  private ConfigFolder() {}

  /** The folder for the user who runs the program. It need not exist yet. */
  public static Path ofUser() {
    String override = System.getProperty(OVERRIDE, "");
    if (!override.isEmpty()) {
      return Path.of(override);
    }
    return of(
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  static Path of(String system, Path home, Map<String, String> environment) {
    if (system.startsWith("windows")) {
      return set(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Tiphys");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Application Support/Tiphys");
    }
    return set(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("tiphys");
  }

  /** XDG: a relative path in the variable is to be ignored. */
  private static Path set(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
  }
}

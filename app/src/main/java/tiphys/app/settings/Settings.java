// SPDX-License-Identifier: Apache-2.0
package tiphys.app.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import tiphys.app.keys.KeyBindings;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.theme.ThemeChoice;

/**
 * The user's settings. Every change is written at once; a folder that cannot be read or written
 * costs the memory of the choice, never the program. Belongs to the window's thread.
 */
public final class Settings {
  private static final String THEME = "theme";
  private static final String LANGUAGE = "language";
  private static final String DATA = "canvas.data";
  private static final String DISTINCT = "colours.distinct";
  private static final String MOTION = "motion.glide";
  private static final String NEWS = "run.news";
  private static final String RUN_IN_PICTURES = "pictures.run";
  private static final String SAVES = "files.save-by-itself";

  private final Path folder;
  private final Path file;
  private final Map<String, String> values;
  private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
  private final ObjectProperty<Optional<Language>> language =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty showsData;
  private final BooleanProperty moves;
  private final BooleanProperty distinctColours;
  private final BooleanProperty tellsOfRuns;
  private final BooleanProperty savesByItself;
  private final BooleanProperty showsRunInPictures;
  private final KeyBindings keys = new KeyBindings(this::value, this::put);

  private Settings(Path folder, Map<String, String> values) {
    this.folder = folder;
    this.file = folder.resolve(SettingsFile.NAME);
    this.values = values;
    value(THEME).flatMap(ThemeChoice::ofKey).ifPresent(theme::set);
    language.set(value(LANGUAGE).flatMap(Language::ofCode));
    this.showsData = flag(DATA, false);
    this.moves = flag(MOTION, true);
    this.distinctColours = flag(DISTINCT, false);
    this.tellsOfRuns = flag(NEWS, true);
    this.savesByItself = flag(SAVES, false);
    this.showsRunInPictures = flag(RUN_IN_PICTURES, true);
    theme.subscribe((_, chosen) -> put(THEME, chosen.key()));
    language.subscribe((_, chosen) -> put(LANGUAGE, chosen.map(Language::code).orElse("")));
  }

  /** A choice of yes or no. @param usual what holds until somebody chooses otherwise */
  private BooleanProperty flag(String key, boolean usual) {
    BooleanProperty flag = new SimpleBooleanProperty(usual != value(key).isPresent());
    flag.subscribe((_, chosen) -> put(key, chosen == usual ? "" : "other"));
    return flag;
  }

  /** The settings kept in a folder; the defaults where there are none. */
  public static Settings in(Path folder) {
    return new Settings(folder, SettingsFile.read(folder));
  }

  /** Where they are kept, and what else is the user's own. */
  public Path folder() {
    return folder;
  }

  public ObjectProperty<ThemeChoice> theme() {
    return theme;
  }

  /** The language that the user chose; empty to follow the computer. */
  public ObjectProperty<Optional<Language>> language() {
    return language;
  }

  /** Whether phases have colours that people who confuse red and green can tell apart. */
  public BooleanProperty distinctColours() {
    return distinctColours;
  }

  /** The keys that were given to actions. */
  public KeyBindings keys() {
    return keys;
  }

  /** Whether files are saved when the user turns to another program. */
  public BooleanProperty savesByItself() {
    return savesByItself;
  }

  /** Whether pictures have the colours of the run that is shown. */
  public BooleanProperty showsRunInPictures() {
    return showsRunInPictures;
  }

  /** Whether the canvas shows which task reads what of which. */
  public BooleanProperty showsData() {
    return showsData;
  }

  /** Whether cards glide to where a layout puts them, unless the computer is set to be still. */
  public BooleanProperty moves() {
    return moves;
  }

  /** Whether the desktop tells what becomes of runs while the user looks elsewhere. */
  public BooleanProperty tellsOfRuns() {
    return tellsOfRuns;
  }

  /** The sentences in the language that holds now. */
  public Messages messages() {
    return Messages.in(language.get().orElseGet(Language::ofSystem));
  }

  /** What a feature left here under a key of its own, for example {@code window.width}. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  /** Keeps a value under a key; an empty one forgets it. */
  public void put(String key, String value) {
    String before = value.isEmpty() ? values.remove(key) : values.put(key, value);
    if (!value.equals(before)) {
      write();
    }
  }

  private void write() {
    Properties written = new Properties();
    written.putAll(values);
    try {
      Files.createDirectories(file.getParent());
      Path next = Files.createTempFile(file.getParent(), SettingsFile.NAME, ".part");
      StringWriter text = new StringWriter();
      written.store(text, null);
      Files.writeString(next, text.toString());
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // the choice holds until the program ends; there is nothing the user could do about it here
      return;
    }
  }
}

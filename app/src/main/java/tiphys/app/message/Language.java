// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that Tiphys speaks. */
public enum Language {
  ENGLISH(Locale.ENGLISH, "English", ""),
  JAPANESE(Locale.JAPANESE, "日本語", "_ja");

  private final Locale locale;
  private final String ownName;
  private final String suffix;

  Language(Locale locale, String ownName, String suffix) {
    this.locale = locale;
    this.ownName = ownName;
    this.suffix = suffix;
  }

  public Locale locale() {
    return locale;
  }

  /** What the language calls itself; the same in every language. */
  public String ownName() {
    return ownName;
  }

  /** The two letters of ISO 639, for example {@code ja}. */
  public String code() {
    return locale.getLanguage();
  }

  String suffix() {
    return suffix;
  }

  /** The language of a code such as {@code ja} or {@code ja-JP}. */
  public static Optional<Language> ofCode(String code) {
    String wanted = Locale.forLanguageTag(code.replace('_', '-')).getLanguage();
    for (Language language : values()) {
      if (language.code().equals(wanted)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The language of this computer; English where Tiphys does not speak it. */
  public static Language ofSystem() {
    return of(Locale.getDefault(Locale.Category.DISPLAY), System.getenv());
  }

  /**
   * Java knows only languages that the system has data for, and takes English for all others. So
   * the first of the variables that are set is asked too, in the order of POSIX.1-2017, 8.2.
   */
  static Language of(Locale ofJava, Map<String, String> environment) {
    Language known = ofCode(ofJava.getLanguage()).orElse(ENGLISH);
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(_ -> known == ENGLISH)
        .flatMap(value -> ofCode(value.replaceAll("[.@].*", "")))
        .orElse(known);
  }
}

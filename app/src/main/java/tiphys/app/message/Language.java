// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.util.Locale;
import java.util.Optional;

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
    return ofCode(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(ENGLISH);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The sentences of one feature in one language; what is missing is taken from English. */
final class Bundle {
  private final Properties sentences;

  private Bundle(Properties sentences) {
    this.sentences = sentences;
  }

  static Bundle read(String name, Language language) {
    Properties sentences = new Properties();
    load(sentences, name + Language.ENGLISH.suffix() + ".properties");
    if (language != Language.ENGLISH) {
      load(sentences, name + language.suffix() + ".properties");
    }
    return new Bundle(sentences);
  }

  Optional<String> sentence(String key) {
    return Optional.ofNullable(sentences.getProperty(key));
  }

  private static void load(Properties into, String file) {
    try (InputStream in = Bundle.class.getResourceAsStream(file)) {
      if (in != null) {
        into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("bundle " + file + " cannot be read", broken);
    }
  }
}

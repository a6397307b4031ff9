// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One bundle file as it lies in the source tree, duplicates included. */
record BundleFile(String bundle, Language language, Properties sentences, List<String> twice) {
  static final Path FOLDER = Path.of("src/main/resources/tiphys/app/message");

  static List<BundleFile> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<BundleFile> all = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".properties")).sorted().toList()) {
        all.add(read(file));
      }
      return all;
    }
  }

  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    sentences.stringPropertyNames().forEach(key -> keys.add(bundle + "." + key));
    return keys;
  }

  String sentence(String key) {
    return sentences.getProperty(key.substring(bundle.length() + 1), "");
  }

  private static BundleFile read(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".properties", "");
    boolean isJapanese = name.endsWith(Language.JAPANESE.suffix());
    Language language = isJapanese ? Language.JAPANESE : Language.ENGLISH;
    String bundle = isJapanese ? name.substring(0, name.length() - 3) : name;
    Seen sentences = new Seen();
    sentences.load(new StringReader(Files.readString(file)));
    return new BundleFile(bundle, language, sentences, sentences.twice);
  }

  /** Properties that notice a key that is set again. */
  private static final class Seen extends Properties {
    private static final long serialVersionUID = 1L;
    private final transient List<String> twice = new ArrayList<>();

    @Override
    public synchronized Object put(Object key, Object value) {
      Object before = super.put(key, value);
      if (before != null) {
        twice.add(String.valueOf(key));
      }
      return value;
    }
  }
}

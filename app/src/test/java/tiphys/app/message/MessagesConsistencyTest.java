// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessagesConsistencyTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
  private static List<BundleFile> files = List.of();
  private static Map<Language, Map<String, String>> sentences = Map.of();
  private static UsedKeys used = new UsedKeys(Set.of(), Set.of());

  @BeforeAll
  static void readSources() throws IOException {
    files = BundleFile.all();
    sentences = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      sentences.put(language, new TreeMap<>());
    }
    for (BundleFile file : files) {
      Map<String, String> known = sentences.getOrDefault(file.language(), Map.of());
      file.keys().forEach(key -> known.put(key, file.sentence(key)));
    }
    used = UsedKeys.ofSources(files.stream().map(BundleFile::bundle).collect(Collectors.toSet()));
    used.addFields(of(Language.ENGLISH).keySet());
  }

  @Test
  void everyKeyThatIsUsedHasASentenceInBothLanguages() {
    StringBuilder toPaste = new StringBuilder();
    for (Language language : Language.values()) {
      Set<String> missing = new TreeSet<>(used.keys());
      // a key of one language is missing in the other even where nothing is known to use it
      sentences.values().forEach(known -> missing.addAll(known.keySet()));
      missing.removeAll(of(language).keySet());
      for (String key : missing) {
        toPaste.append(
            String.format("%n%s: %s=", fileOf(key, language), key.substring(key.indexOf('.') + 1)));
      }
    }

    assertTrue(toPaste.isEmpty(), () -> "sentences are missing; to paste:" + toPaste);
  }

  @Test
  void noSentenceIsLeftOver() {
    Set<String> unused = new TreeSet<>();
    sentences.values().forEach(known -> unused.addAll(known.keySet()));
    unused.removeIf(used::covers);

    assertTrue(unused.isEmpty(), () -> "nothing uses these keys: " + unused);
  }

  @Test
  void noKeyStandsTwiceInAFile() {
    List<String> twice =
        files.stream().flatMap(f -> f.twice().stream().map(key -> f.bundle() + "." + key)).toList();

    assertTrue(twice.isEmpty(), () -> "keys stand twice: " + twice);
  }

  @Test
  void bothLanguagesNameTheSameArguments() {
    List<String> differing = new ArrayList<>();
    of(Language.ENGLISH)
        .forEach(
            (key, english) -> {
              String japanese = of(Language.JAPANESE).getOrDefault(key, english);
              if (!argumentsOf(english).equals(argumentsOf(japanese))) {
                differing.add(key);
              }
            });

    assertTrue(differing.isEmpty(), () -> "arguments differ between the languages: " + differing);
  }

  @Test
  void everySentenceIsAFormatThatKeepsItsApostrophes() {
    List<String> broken = new ArrayList<>();
    sentences.forEach(
        (language, known) ->
            known.forEach(
                (key, sentence) -> {
                  if (!isSound(sentence)) {
                    broken.add(fileOf(key, language) + ": " + key + "=" + sentence);
                  }
                }));

    assertTrue(
        broken.isEmpty(),
        () -> "no message format, or a single apostrophe (write it ''): " + broken);
  }

  private static boolean isSound(String sentence) {
    try {
      new MessageFormat(sentence);
    } catch (IllegalArgumentException _) {
      return false;
    }
    // quoted braces, '{', are the one other use of an apostrophe
    return !sentence.replace("''", "").replaceAll("'[{}]+'", "").contains("'");
  }

  private static Map<String, String> of(Language language) {
    return sentences.getOrDefault(language, Map.of());
  }

  private static String fileOf(String key, Language language) {
    return key.substring(0, key.indexOf('.')) + language.suffix() + ".properties";
  }

  private static Set<String> argumentsOf(String sentence) {
    return ARGUMENT
        .matcher(sentence)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

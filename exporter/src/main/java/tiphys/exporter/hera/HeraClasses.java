// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What Hera can say, read from {@code hera.classes}: its models with their fields, and of its
 * hand-written classes which attribute becomes which key. Read once, when first asked for.
 */
final class HeraClasses {
  private static final String FILE = "hera.classes";

  private final Map<String, Map<String, Field>> models = new HashMap<>();
  private final Map<String, Sugar> sugar = new HashMap<>();
  private final Map<String, Map<String, String>> kinds = new HashMap<>();

  /** A field of a model: its key in a manifest, its attribute in Python. */
  record Field(String key, String attribute, HeraType type, boolean isRequired) {}

  /**
   * A hand-written class.
   *
   * @param attributes by {@code Model.key}
   * @param required attributes that must be given
   */
  record Sugar(String name, Map<String, String> attributes, Set<String> required) {
    Optional<String> attribute(String model, String key) {
      return Optional.ofNullable(attributes.get(model + "." + key));
    }
  }

  private static final class Holder {
    private static final HeraClasses INSTALLED = new HeraClasses();
  }

  static HeraClasses get() {
    return Holder.INSTALLED;
  }

  private HeraClasses() {
    String[] heading = {"", ""};
    for (String line : lines()) {
      String[] words = line.strip().split(" ");
      if (!line.startsWith(" ")) {
        heading = words;
      } else {
        take(heading[0], heading[1], words);
      }
    }
  }

  private void take(String section, String name, String[] words) {
    boolean required = words[words.length - 1].equals("required");
    switch (section) {
      case "model" ->
          models
              .computeIfAbsent(name, _ -> new LinkedHashMap<>())
              .put(words[0], new Field(words[0], words[1], type(words[2]), required));
      case "sugar" -> {
        Sugar found =
            sugar.computeIfAbsent(name, _ -> new Sugar(name, new HashMap<>(), new HashSet<>()));
        found.attributes().put(words[0], words[1]);
        if (required) {
          found.required().add(words[1]);
        }
      }
      default -> kinds.computeIfAbsent(name, _ -> new HashMap<>()).put(words[0], words[1]);
    }
  }

  private static String[] lines() {
    try (InputStream file = HeraClasses.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8)
          .split("\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(FILE, broken);
    }
  }

  private static HeraType type(String written) {
    String inner = written.substring(1, written.length() - 1);
    return switch (written.charAt(0)) {
      case '[' -> new HeraType.ListOf(type(inner));
      case '{' -> new HeraType.MapOf(type(inner));
      default ->
          Character.isUpperCase(written.charAt(0))
              ? new HeraType.Model(written)
              : HeraType.Scalar.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    };
  }

  /** A field of a model by its key in a manifest. */
  Optional<Field> field(String model, String key) {
    return Optional.ofNullable(models.getOrDefault(model, Map.of()).get(key));
  }

  Collection<Field> fields(String model) {
    return models.getOrDefault(model, Map.of()).values();
  }

  Sugar sugar(String name) {
    return Objects.requireNonNull(sugar.get(name), name);
  }

  /** The names of all hand-written classes. */
  Set<String> sugarNames() {
    return sugar.keySet();
  }

  /** The attribute of the class of a kind that becomes what stands at a path. */
  Optional<String> attribute(String kind, String path) {
    return Optional.ofNullable(kinds.getOrDefault(kind, Map.of()).get(path));
  }

  /** Whether a path leads to something that the class of a kind has flat. */
  boolean isAbove(String kind, String path) {
    return kinds.getOrDefault(kind, Map.of()).keySet().stream()
        .anyMatch(each -> each.startsWith(path + "."));
  }

  boolean isKind(String kind) {
    return kinds.containsKey(kind);
  }
}

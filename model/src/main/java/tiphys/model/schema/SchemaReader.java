// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads {@code argo.schema}: a definition at the beginning of a line, {@code NAME argo|kubernetes
 * [like=OTHER]}, its fields below it, {@code NAME TYPE [FACT[=VALUE]]…}. A type is a word of {@link
 * FieldType.Plain}, {@code [TYPE]} for a list, {@code {TYPE}} for a map, {@code (A|B)} for a
 * choice, or a definition's name.
 */
final class SchemaReader {
  private static final String FILE = "argo.schema";
  private static final Map<String, FieldType.Plain> PLAIN = plainTypes();

  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<String, FieldType> types = new HashMap<>();
  private String[] heading = {};
  private Map<String, SchemaField> fields = new LinkedHashMap<>();

  private SchemaReader() {}

  static Map<String, Definition> read() {
    SchemaReader reader = new SchemaReader();
    String text = text();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      reader.take(text.substring(at, end));
      at = end + 1;
    }
    reader.end();
    return reader.definitions;
  }

  private static String text() {
    try (InputStream file = SchemaReader.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(FILE, broken);
    }
  }

  private void take(String line) {
    if (line.isEmpty() || line.charAt(0) == '#') {
      return;
    }
    if (line.charAt(0) != ' ') {
      end();
      heading = line.split(" ");
      return;
    }
    String[] words = line.substring(1).split(" ");
    FieldType type = types.get(words[1]);
    if (type == null) {
      type = type(words[1]);
      types.put(words[1], type);
    }
    fields.put(words[0], new SchemaField(heading[0], words[0], type, facts(words)));
  }

  private void end() {
    if (heading.length > 0) {
      Optional<String> like =
          heading.length > 2 ? Optional.of(heading[2].substring(5)) : Optional.empty();
      Definition.Origin origin = Definition.Origin.valueOf(heading[1].toUpperCase(Locale.ROOT));
      definitions.put(heading[0], new Definition(heading[0], origin, like, fields));
      fields = new LinkedHashMap<>();
    }
  }

  private static Map<String, String> facts(String[] words) {
    Map<String, String> facts = new HashMap<>();
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      facts.put(
          equals < 0 ? words[i] : words[i].substring(0, equals),
          equals < 0 ? "" : words[i].substring(equals + 1));
    }
    return facts;
  }

  private static FieldType type(String written) {
    String inner = written.length() > 1 ? written.substring(1, written.length() - 1) : "";
    return switch (written.charAt(0)) {
      case '[' -> new FieldType.ListOf(type(inner));
      case '{' -> new FieldType.MapOf(type(inner));
      case '(' -> new FieldType.Choice(Arrays.asList(inner.split("\\|", -1)));
      default -> PLAIN.containsKey(written) ? PLAIN.get(written) : new FieldType.ObjectOf(written);
    };
  }

  private static Map<String, FieldType.Plain> plainTypes() {
    Map<String, FieldType.Plain> plain = new HashMap<>();
    for (FieldType.Plain type : FieldType.Plain.values()) {
      plain.put(type.name().toLowerCase(Locale.ROOT).replace('_', '-'), type);
    }
    return plain;
  }
}

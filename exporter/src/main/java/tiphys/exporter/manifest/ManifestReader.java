// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/**
 * Turns a YAML value into the JSON value that Argo sees: aliases and merge keys are resolved,
 * scalars have the types of YAML 1.1.
 */
public final class ManifestReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String MERGE_KEY = "<<";

  private final Map<String, JsonNode> anchored = new HashMap<>();

  private ManifestReader() {}

  /** The value at a place. An alias that names no anchor before it is read as null. */
  public static JsonNode toJson(YamlPlace place) {
    return new ManifestReader().read(place);
  }

  private JsonNode read(YamlPlace place) {
    JsonNode value =
        switch (place.node()) {
          case YamlMapping _ -> mapping(place);
          case YamlSequence _ -> sequence(place);
          case YamlScalar scalar -> scalar(scalar);
          case YamlAlias alias -> anchored.getOrDefault(alias.name(), JSON.nullNode()).deepCopy();
        };
    place.node().anchor().ifPresent(name -> anchored.put(name, value));
    return value;
  }

  private JsonNode sequence(YamlPlace place) {
    ArrayNode items = JSON.arrayNode(place.size());
    for (YamlPlace item : place.items()) {
      items.add(read(item));
    }
    return items;
  }

  /** Keys of the mapping itself win over merged ones, wherever the merge stands. */
  private JsonNode mapping(YamlPlace place) {
    ObjectNode own = JSON.objectNode();
    ObjectNode merged = JSON.objectNode();
    for (YamlPlace.Entry entry : place.entries()) {
      JsonNode value = read(entry.value());
      if (isMerge(entry)) {
        merge(merged, value);
      } else {
        own.set(entry.name(), value);
      }
    }
    merge(own, merged);
    return own;
  }

  private static boolean isMerge(YamlPlace.Entry entry) {
    return entry.key().node() instanceof YamlScalar key
        && key.type() == ScalarType.MERGE
        && key.value().equals(MERGE_KEY);
  }

  private static void merge(ObjectNode into, JsonNode from) {
    if (from.isArray()) {
      from.forEach(each -> merge(into, each));
    }
    from.properties().forEach(entry -> into.putIfAbsent(entry.getKey(), entry.getValue()));
  }

  private static JsonNode scalar(YamlScalar scalar) {
    String text = scalar.value();
    return switch (scalar.type()) {
      case NULL -> JSON.nullNode();
      case BOOLEAN -> JSON.booleanNode(ScalarType.truthOf(text));
      case INTEGER -> integer(ScalarType.integerOf(text));
      case FLOAT -> floating(text.replace("_", ""));
      case STRING, TIMESTAMP, MERGE -> JSON.textNode(text);
    };
  }

  private static JsonNode integer(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? JSON.numberNode(value.longValue())
        : JSON.numberNode(value);
  }

  /** JSON has no infinity and no NaN; they stay text. */
  private static JsonNode floating(String text) {
    if (ScalarType.ofPlain(text) == ScalarType.INTEGER) {
      return JSON.numberNode(ScalarType.integerOf(text).doubleValue());
    }
    return text.toLowerCase(Locale.ROOT).matches("[-+]?\\.(inf|nan)")
        ? JSON.textNode(text)
        : JSON.numberNode(new BigDecimal(text).doubleValue());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;

/** JSON values as the texts that Argo makes of them. */
public final class JsonText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonText() {}

  /** What a tag puts in place of a value: texts raw, nothing for null, anything else as JSON. */
  public static String plain(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.isNull() ? "" : compact(value);
  }

  /** On one line, without blanks, keys in alphabetical order as Go writes maps. */
  public static String compact(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(sorted(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON text read; absent where the text is none. */
  public static Optional<JsonNode> parse(String text) {
    try {
      JsonNode value = MAPPER.readTree(text);
      return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Whole numbers lose their decimals, as they do in Go. */
  private static JsonNode sorted(JsonNode value) {
    if (value instanceof ArrayNode items) {
      ArrayNode copy = MAPPER.createArrayNode();
      items.forEach(item -> copy.add(sorted(item)));
      return copy;
    }
    if (value instanceof ObjectNode object) {
      TreeMap<String, JsonNode> entries = new TreeMap<>();
      object.properties().forEach(entry -> entries.put(entry.getKey(), sorted(entry.getValue())));
      ObjectNode copy = MAPPER.createObjectNode();
      entries.forEach(copy::set);
      return copy;
    }
    if (value.isFloatingPointNumber() && isWhole(value.doubleValue())) {
      return MAPPER
          .getNodeFactory()
          .numberNode(BigDecimal.valueOf(value.doubleValue()).toBigInteger());
    }
    return value;
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e21;
  }
}

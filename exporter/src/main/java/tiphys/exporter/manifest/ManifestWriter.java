// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlTree;

/** Writes a resource as JSON or as YAML. */
public final class ManifestWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final YAMLMapper YAML =
      YAMLMapper.builder(YAMLFactory.builder().stringQuotingChecker(new TypesOfArgo()).build())
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  /**
   * What comes first, at whatever depth; what is not named comes between the two, unmoved. The
   * order is the one that most of Argo's own examples have.
   */
  private static final List<String> FIRST =
      List.of(
          "apiVersion",
          "kind",
          "metadata",
          "entrypoint",
          "name",
          "generateName",
          "namespace",
          "depends",
          "template",
          "templateRef",
          "inputs",
          "image",
          "dependencies",
          "workingDir",
          "command");

  private static final List<String> LAST =
      List.of(
          "arguments",
          "hooks",
          "withItems",
          "withParam",
          "withSequence",
          "when",
          "source",
          "outputs",
          "spec",
          "templates",
          "status");

  private ManifestWriter() {}

  /** Quotes a text that Argo's reader would take for something else, a time of day for example. */
  private static final class TypesOfArgo extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value) || ScalarType.ofPlain(value) != ScalarType.STRING;
    }
  }

  /**
   * The documents of a file as indented JSON with the keys in the order that they have, one value
   * after the other, each with a line break at its end.
   */
  public static String json(YamlTree file) {
    StringBuilder json = new StringBuilder();
    file.documents()
        .forEach(document -> json.append(json(ManifestReader.toJson(document.place()))));
    return json.toString();
  }

  /** The documents of a file as YAML with the keys in the order of Argo's own examples. */
  public static String yaml(YamlTree file) {
    return file.documents().stream()
        .map(document -> yaml(ManifestReader.toJson(document.place())))
        .collect(Collectors.joining("---\n"));
  }

  /** Indented JSON with the keys in the order that they have, and a line break at the end. */
  public static String json(JsonNode resource) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(resource) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** YAML with the keys in the order of Argo's own examples. */
  public static String yaml(JsonNode resource) {
    try {
      return YAML.writeValueAsString(ordered(resource));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode ordered(JsonNode value) {
    if (value instanceof ArrayNode items) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(items.size());
      items.forEach(item -> copy.add(ordered(item)));
      return copy;
    }
    if (value instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
      entries.sort(Comparator.comparingInt(entry -> rank(entry.getKey())));
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      entries.forEach(entry -> copy.set(entry.getKey(), ordered(entry.getValue())));
      return copy;
    }
    return value;
  }

  private static int rank(String key) {
    int first = FIRST.indexOf(key);
    if (first >= 0) {
      return first - FIRST.size();
    }
    return LAST.indexOf(key) + 1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** By Jackson's tree, set up to write as people do: no quotes and no marker without need. */
final class JacksonsTrip implements RoundTrip {
  private final ObjectMapper mapper =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .build());

  @Override
  public String name() {
    return "Jackson";
  }

  @Override
  public Optional<String> unchanged(String text) {
    try {
      return Optional.of(written(read(text)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> changed(String text, ImageChange change) {
    try {
      List<JsonNode> documents = read(text);
      return documents.stream().anyMatch(document -> set(document, change))
          ? Optional.of(written(documents))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private List<JsonNode> read(String text) throws IOException {
    try (MappingIterator<JsonNode> documents = mapper.readerFor(JsonNode.class).readValues(text)) {
      return documents.readAll();
    }
  }

  private String written(List<JsonNode> documents) throws IOException {
    if (documents.size() == 1) {
      return mapper.writeValueAsString(documents.getFirst());
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode document : documents) {
      text.append("---\n").append(mapper.writeValueAsString(document));
    }
    return text.toString();
  }

  private static boolean set(JsonNode node, ImageChange change) {
    if (change.template().equals(node.path("name").textValue())
        && node.path(change.field()) instanceof ObjectNode body
        && body.has("image")) {
      body.put("image", change.image());
      return true;
    }
    return node.valueStream().anyMatch(value -> set(value, change));
  }
}

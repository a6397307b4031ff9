// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** What is exported of every example of Argo, read by others than the program itself. */
class ExportExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void jsonOfEveryExampleHasTheValuesOfItsYaml() throws IOException {
    for (Path file : examples()) {
      assertEquals(values(Files.readString(file)), jsonValues(export(file, "json")), "" + file);
    }
  }

  @Test
  void yamlOfEveryExampleIsTheFileToTheByte() throws IOException {
    for (Path file : examples()) {
      assertArrayEquals(Files.readAllBytes(file), export(file, "yaml"), "" + file);
    }
  }

  @Test
  void everyExampleWrittenAnewHasTheValuesThatItHad() throws IOException {
    for (Path file : examples()) {
      String text = Files.readString(file);
      String anew = ManifestWriter.yaml(YamlTree.parse(SourceText.of(text)));
      assertEquals(values(text), values(anew), "" + file);
    }
  }

  /** As another reader has them, which knows anchors and merge keys. */
  private static List<JsonNode> values(String yaml) {
    Yaml reader = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<JsonNode> values = new ArrayList<>();
    reader.loadAll(yaml).forEach(each -> values.add(numbered(JSON.valueToTree(each))));
    return values;
  }

  private static List<JsonNode> jsonValues(byte[] json) throws IOException {
    try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(json)) {
      return values.readAll().stream().map(ExportExamplesTest::numbered).toList();
    }
  }

  /** Whole numbers are equal however wide the reader made them. */
  private static JsonNode numbered(JsonNode value) {
    try {
      return JSON.readTree(value.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] export(Path file, String form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status =
        new CommandLine(stream, stream, Messages.in(Language.ENGLISH))
            .execute(List.of("export", file.toString(), "--to", form));
    assertEquals(0, status, file + ": " + out.toString(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      List<Path> found =
          files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
      assertTrue(found.size() > 100, found.size() + " examples");
      return found;
    }
  }
}

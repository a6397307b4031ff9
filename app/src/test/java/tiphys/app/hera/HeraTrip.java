// SPDX-License-Identifier: Apache-2.0
package tiphys.app.hera;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tiphys.exporter.hera.HeraCode;
import tiphys.exporter.hera.HeraExport;
import tiphys.exporter.hera.HeraNote;
import tiphys.exporter.hera.HeraStyle;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/**
 * A file as Python, and what real Hera makes of that.
 *
 * @param differences of the manifest; none where it is equal
 * @param anchors what Hera's own generator makes of each document
 * @param reformatted lines that the formatter black would write otherwise
 */
public record HeraTrip(
    String name,
    String yaml,
    HeraCode code,
    long nanoseconds,
    List<String> differences,
    List<String> anchors,
    List<String> reformatted) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Files by name, all of them in one process of Python. */
  public static List<HeraTrip> of(Map<String, String> files) {
    return of(files, HeraStyle.PLAIN);
  }

  /** The same in a style; what a style may lose counts as equal. */
  static List<HeraTrip> of(Map<String, String> files, HeraStyle style) {
    List<HeraTrip> exported = new ArrayList<>();
    List<String> jobs = new ArrayList<>();
    files.forEach(
        (name, yaml) -> {
          YamlTree tree = YamlTree.parse(SourceText.of(yaml));
          long start = System.nanoTime();
          HeraCode code = HeraExport.of(tree, style);
          long time = System.nanoTime() - start;
          exported.add(new HeraTrip(name, yaml, code, time, List.of(), List.of(), List.of()));
          jobs.add(write(job(name, tree, code).put("functions", style.functions())));
        });
    List<String> results = RealHera.run("hera_check.py", jobs);
    List<HeraTrip> trips = new ArrayList<>();
    for (int i = 0; i < exported.size(); i++) {
      JsonNode result = read(results.get(i));
      HeraTrip trip = exported.get(i);
      trips.add(
          new HeraTrip(
              trip.name(),
              trip.yaml(),
              trip.code(),
              trip.nanoseconds(),
              texts(result.path("differences")),
              texts(result.path("anchors")),
              texts(result.path("reformatted"))));
    }
    return trips;
  }

  public boolean isEqual() {
    return differences.isEmpty();
  }

  private static ObjectNode job(String name, YamlTree tree, HeraCode code) {
    ObjectNode job = JSON.createObjectNode();
    job.put("name", name).put("code", code.text());
    ArrayNode documents = job.putArray("documents");
    tree.documents().forEach(each -> documents.add(ManifestReader.toJson(each.place())));
    ArrayNode notes = job.putArray("notes");
    for (HeraNote note : code.notes()) {
      notes
          .addObject()
          .put("kind", note.kind().name())
          .put("document", note.document())
          .put("path", note.path())
          .put("detail", note.detail());
    }
    return job;
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static String write(JsonNode job) {
    try {
      return JSON.writeValueAsString(job);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

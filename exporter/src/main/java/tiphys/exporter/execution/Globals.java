// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tiphys.exporter.manifest.JsonText;

/** The values that every template of a workflow may use. */
final class Globals {
  private static final Map<String, String> TIME_PATTERNS =
      Map.ofEntries(
          Map.entry("Y", "yyyy"),
          Map.entry("y", "yy"),
          Map.entry("m", "MM"),
          Map.entry("d", "dd"),
          Map.entry("H", "HH"),
          Map.entry("I", "hh"),
          Map.entry("M", "mm"),
          Map.entry("S", "ss"),
          Map.entry("p", "a"),
          Map.entry("j", "DDD"),
          Map.entry("A", "EEEE"),
          Map.entry("a", "EEE"),
          Map.entry("B", "MMMM"),
          Map.entry("b", "MMM"),
          Map.entry("F", "yyyy-MM-dd"),
          Map.entry("T", "HH:mm:ss"));

  private Globals() {}

  static Values of(WorkflowSource source, Instant now) {
    Values values = new Values();
    JsonNode metadata = source.resource().path("metadata");
    values
        .put("workflow.name", source.name())
        .put("workflow.namespace", metadata.path("namespace").asText("default"))
        .put("workflow.uid", UUID.randomUUID().toString())
        .put("workflow.mainEntrypoint", source.spec().path("entrypoint").asText(""))
        .put(
            "workflow.serviceAccountName",
            source.spec().path("serviceAccountName").asText("default"))
        .put("workflow.status", "Running")
        .put("workflow.duration", "0");
    if (source.spec().has("priority")) {
      values.put("workflow.priority", JsonText.plain(source.spec().path("priority")));
    }
    addTime(values, now);
    addParameters(values, source.spec());
    addMetadata(values, "labels", metadata.path("labels"), source.spec());
    addMetadata(values, "annotations", metadata.path("annotations"), source.spec());
    return values;
  }

  private static void addTime(Values values, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    String tag = "workflow.creationTimestamp";
    values
        .put(tag, second.toString())
        .put(tag + ".RFC3339", second.toString())
        .put(tag + ".s", Long.toString(second.getEpochSecond()));
    TIME_PATTERNS.forEach(
        (letter, pattern) ->
            values.put(
                tag + "." + letter,
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                    .format(second.atOffset(ZoneOffset.UTC))));
  }

  private static void addParameters(Values values, JsonNode spec) {
    JsonNode parameters = spec.path("arguments").path("parameters");
    for (JsonNode parameter : parameters) {
      values.put(
          "workflow.parameters." + parameter.path("name").asText(""),
          JsonText.plain(parameter.path("value")));
    }
    for (JsonNode artifact : spec.path("arguments").path("artifacts")) {
      values.putArtifact("workflow.artifacts." + artifact.path("name").asText(""), artifact);
    }
    if (!parameters.isEmpty()) {
      values.put("workflow.parameters", JsonText.compact(parameters));
      values.put("workflow.parameters.json", JsonText.compact(parameters));
    }
  }

  private static void addMetadata(Values values, String kind, JsonNode own, JsonNode spec) {
    String tag = "workflow." + kind;
    values.put(tag, JsonText.compact(own)).put(tag + ".json", JsonText.compact(own));
    own.properties()
        .forEach(entry -> values.put(tag + "." + entry.getKey(), JsonText.plain(entry.getValue())));
    spec.path("workflowMetadata")
        .path(kind)
        .properties()
        .forEach(entry -> values.put(tag + "." + entry.getKey(), JsonText.plain(entry.getValue())));
  }
}

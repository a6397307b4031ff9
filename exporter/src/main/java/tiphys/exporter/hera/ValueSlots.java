// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.manifest.JsonText;
import tiphys.exporter.python.PyValue;

/** Parameters and artifacts, as declared and as passed. */
final class ValueSlots {
  /** What {@code Parameter} keeps where it is used as an input. */
  static final Set<String> INPUT =
      Set.of("name", "description", "default", "enum", "value", "valueFrom");

  static final Set<String> OUTPUT =
      Set.of("name", "globalName", "description", "value", "valueFrom");

  static final Set<String> ARGUMENT =
      Set.of("name", "globalName", "description", "enum", "value", "valueFrom");

  private static final Map<String, String> LOCATIONS =
      Map.of(
          "s3", "S3Artifact",
          "gcs", "GCSArtifact",
          "azure", "AzureArtifact",
          "oss", "OSSArtifact",
          "git", "GitArtifact",
          "http", "HTTPArtifact",
          "hdfs", "HDFSArtifact",
          "raw", "RawArtifact",
          "artifactory", "ArtifactoryArtifact",
          "plugin", "PluginArtifact");

  private static final Map<String, String> ARCHIVES =
      Map.of(
          "none", "NoneArchiveStrategy",
          "zip", "ZipArchiveStrategy",
          "tar", "TarArchiveStrategy");

  private final Draft draft;
  private final ModelCalls models;
  private final Slots slots;

  ValueSlots(Draft draft, ModelCalls models, Slots slots) {
    this.draft = draft;
    this.models = models;
    this.slots = slots;
  }

  /** Inputs or outputs; each item that its class would not keep whole is a model. */
  Optional<PyValue> declared(String model, Set<String> kept, Place place) {
    if (!isListed(place)) {
      draft.fellBack(place);
      return Optional.of(models.write(new HeraType.Model(model), place));
    }
    List<PyValue> items = new ArrayList<>();
    for (Place parameter : place.field("parameters").items()) {
      items.add(slots.orModel(parameter(kept, parameter), "Parameter", parameter));
    }
    place.field("artifacts").items().forEach(artifact -> items.add(artifact(artifact)));
    return Optional.of(new PyValue.Items(items));
  }

  /** What is passed: a dictionary where it is names and values only. */
  Optional<PyValue> arguments(Set<String> kept, Place place) {
    if (isListed(place)) {
      Optional<PyValue> dictionary = dictionary(place);
      Optional<PyValue> found = dictionary.isPresent() ? dictionary : passed(kept, place);
      if (found.isPresent()) {
        return found;
      }
    }
    draft.fellBack(place);
    return Optional.of(models.write(new HeraType.Model("Arguments"), place));
  }

  private Optional<PyValue> dictionary(Place place) {
    Map<String, PyValue> entries = new LinkedHashMap<>();
    for (Place parameter : place.field("parameters").items()) {
      JsonNode value = parameter.value().path("value");
      String name = parameter.field("name").text();
      boolean isPlain = parameter.value().size() == 2 && value.isValueNode() && !value.isNull();
      if (!isPlain || name.isEmpty() || entries.containsKey(name)) {
        return Optional.empty();
      }
      entries.put(name, new PyValue.Text(JsonText.plain(value)));
    }
    return place.field("artifacts").isThere()
        ? Optional.empty()
        : Optional.of(new PyValue.Entries(entries));
  }

  private Optional<PyValue> passed(Set<String> kept, Place place) {
    return draft.attempt(
        () -> {
          List<PyValue> items = new ArrayList<>();
          for (Place parameter : place.field("parameters").items()) {
            parameter(kept, parameter).ifPresent(items::add);
          }
          boolean isWhole = items.size() == place.field("parameters").value().size();
          place.field("artifacts").items().forEach(artifact -> items.add(artifact(artifact)));
          return isWhole ? Optional.of(new PyValue.Items(items)) : Optional.empty();
        });
  }

  /** Whether there are only lists of objects with names, and at least one. */
  private static boolean isListed(Place place) {
    Set<String> keys = new HashSet<>();
    place.entries().forEach(entry -> keys.add(entry.key()));
    boolean isListed = !keys.isEmpty() && Set.of("parameters", "artifacts").containsAll(keys);
    for (Place.Entry entry : place.entries()) {
      isListed &= entry.place().value().isArray() && !entry.place().value().isEmpty();
      for (Place item : entry.place().items()) {
        isListed &= !item.field("name").text().isEmpty();
      }
    }
    return isListed;
  }

  private Optional<PyValue.Call> parameter(Set<String> kept, Place place) {
    if (place.field("value").isThere() && place.field("valueFrom").isThere()) {
      return Optional.empty();
    }
    return draft.attempt(
        () -> {
          List<PyValue.Keyword> keywords = new ArrayList<>();
          for (Place.Entry entry : place.entries()) {
            Optional<HeraClasses.Field> field = HeraClasses.get().field("Parameter", entry.key());
            if (field.isEmpty()) {
              draft.lost(entry.place());
            } else if (kept.contains(entry.key())
                && ModelCalls.fits(field.get().type(), entry.place().value())) {
              PyValue value = models.write(field.get().type(), entry.place());
              keywords.add(new PyValue.Keyword(field.get().attribute(), value));
            } else {
              return Optional.empty();
            }
          }
          return Optional.of(new PyValue.Call("Parameter", keywords));
        });
  }

  PyValue artifact(Place place) {
    return slots.orModel(
        draft.attempt(
            () -> {
              List<String> locations =
                  LOCATIONS.keySet().stream().filter(key -> place.field(key).isThere()).toList();
              if (locations.size() > 1 || place.field("name").text().isEmpty()) {
                return Optional.empty();
              }
              if (locations.isEmpty()) {
                return slots.sugar("Artifact").with("Artifact", place, Set.of()).call();
              }
              String key = locations.getFirst();
              String name = LOCATIONS.getOrDefault(key, key);
              return slots
                  .sugar(name)
                  .with("Artifact", place, Set.of(key))
                  .with(name, place.field(key), Set.of())
                  .call();
            }),
        "Artifact",
        place);
  }

  /** How an artifact is packed. */
  PyValue archive(Place place) {
    List<Place.Entry> entries = place.entries();
    Place how = entries.size() == 1 ? entries.getFirst().place() : place;
    String name = entries.size() == 1 ? ARCHIVES.getOrDefault(entries.getFirst().key(), "") : "";
    if (!name.isEmpty() && how.isEmptyObject()) {
      return new PyValue.Call(name, List.of());
    }
    JsonNode level = how.value().path("compressionLevel");
    if (name.startsWith("Tar") && how.value().size() == 1 && level.isIntegralNumber()) {
      PyValue.Keyword keyword = new PyValue.Keyword("compression_level", ModelCalls.plain(level));
      return new PyValue.Call(name, List.of(keyword));
    }
    return models.write(new HeraType.Model("ArchiveStrategy"), place);
  }
}

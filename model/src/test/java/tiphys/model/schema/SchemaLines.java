// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tiphys.model.yaml.YamlPlace;

/**
 * Makes {@code argo.schema} of Argo's files: only facts, no sentence. A field is required if the
 * API server refuses an object without it wherever it knows the definition; Argo's JSON schema
 * decides only for what the API server leaves open.
 */
final class SchemaLines {
  static final Path FILE = Path.of("src/main/resources/tiphys/model/schema/argo.schema");

  /** Definitions of schema.json that stand for a plain type. */
  private static final Map<String, String> PLAIN =
      Map.of(
          "Time", "time",
          "FieldsV1", "any",
          "Plugin", "any",
          "Item", "any",
          "Amount", "number",
          "IntOrString", "int-or-text",
          "Quantity", "quantity");

  private final ArgoFiles files;
  private final KnownFacts known = new KnownFacts();

  private SchemaLines(ArgoFiles files) {
    this.files = files;
  }

  /** Writes the file anew; run from the folder of the module. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(FILE, of(ArgoFiles.read()));
  }

  static String of(ArgoFiles files) {
    SchemaLines lines = new SchemaLines(files);
    StringBuilder all = new StringBuilder("# Made by SchemaLines of the test sources.\n");
    files
        .reachable()
        .forEach(
            (name, fullName) -> {
              if (!PLAIN.containsKey(name)) {
                all.append(lines.definition(name, fullName));
              }
            });
    return all.toString();
  }

  private String definition(String name, String fullName) {
    Map<String, String> fields = new TreeMap<>();
    YamlPlace definition = files.definition(fullName);
    for (YamlPlace.Entry entry : ArgoFiles.properties(definition)) {
      fields.put(entry.name(), field(name, fullName, entry));
    }
    known
        .removed(name)
        .forEach((field, type) -> fields.put(field, line(name, field, type, new TreeMap<>())));
    return known.heading(name, ArgoFiles.isArgo(fullName))
        + "\n"
        + fields.values().stream().map(line -> " " + line + "\n").collect(Collectors.joining());
  }

  private String field(String name, String fullName, YamlPlace.Entry entry) {
    List<YamlPlace> crds = files.occurrences(fullName);
    List<YamlPlace> said =
        crds.stream().flatMap(crd -> crd.get("properties", entry.name()).stream()).toList();
    Map<String, String> facts = new TreeMap<>();
    boolean isRequired =
        crds.isEmpty()
            ? lists(files.definition(fullName), entry.name())
            : crds.stream().allMatch(crd -> lists(crd, entry.name()));
    if (isRequired) {
      facts.put("required", "");
    }
    String sentence =
        ArgoFiles.text(entry.value().get("description"))
            + ArgoFiles.text(entry.value().get("title"));
    if (sentence.matches("(?s).*(\\bDEPRECATED|[Dd]eprecated).*")) {
      facts.put("deprecated", "");
    }
    Optional<YamlPlace> first = said.stream().findFirst();
    first.ifPresent(crd -> addBounds(crd, facts));
    String keys = keys(entry.value());
    if (!keys.isEmpty()) {
      facts.put("key", keys);
    }
    return line(name, entry.name(), type(entry.value(), first), facts);
  }

  private String line(String definition, String field, String type, Map<String, String> facts) {
    known.add(definition, field, facts);
    StringBuilder line = new StringBuilder(field);
    line.append(' ').append(known.type(definition, field, type));
    facts.forEach(
        (fact, value) -> line.append(' ').append(fact).append(value.isEmpty() ? "" : "=" + value));
    return line.toString();
  }

  private static boolean lists(YamlPlace schema, String field) {
    return schema.get("required").map(YamlPlace::items).orElse(List.of()).stream()
        .anyMatch(item -> item.text().equals(Optional.of(field)));
  }

  private static void addBounds(YamlPlace crd, Map<String, String> facts) {
    Map<String, String> bounds = new LinkedHashMap<>();
    bounds.put("default", ArgoFiles.text(crd.get("default")));
    bounds.put("min", ArgoFiles.text(crd.get("minimum")));
    bounds.put("max", ArgoFiles.text(crd.get("maximum")));
    bounds.forEach(
        (fact, value) -> {
          if (!value.isEmpty()) {
            facts.put(fact, value);
          }
        });
  }

  /** The field that merging goes by first, then the others that tell items apart. */
  private static String keys(YamlPlace said) {
    String merge = ArgoFiles.text(said.get("x-kubernetes-patch-merge-key"));
    String all =
        said.get("x-kubernetes-list-map-keys").map(YamlPlace::items).orElse(List.of()).stream()
            .flatMap(key -> key.text().stream())
            .collect(Collectors.joining(","));
    return all.isEmpty() ? merge : all;
  }

  private String type(YamlPlace said, Optional<YamlPlace> crd) {
    Optional<YamlPlace> ref = said.get("$ref");
    if (ref.isPresent()) {
      String target = ArgoFiles.reference(ref.get());
      YamlPlace definition = files.definition(target);
      return definition.get("items").isPresent()
          ? type(definition, Optional.empty())
          : PLAIN.getOrDefault(ArgoFiles.shortName(target), ArgoFiles.shortName(target));
    }
    Optional<YamlPlace> words = crd.flatMap(found -> found.get("enum"));
    if (words.isPresent()) {
      return words.get().items().stream()
          .map(word -> word.text().orElse(""))
          .collect(Collectors.joining("|", "(", ")"));
    }
    return switch (ArgoFiles.text(said.get("type"))) {
      case "array" -> "[" + part(said, crd, "items") + "]";
      case "object" ->
          said.get("additionalProperties").isPresent()
              ? "{" + part(said, crd, "additionalProperties") + "}"
              : "any";
      case "integer" -> "integer";
      case "number" -> "number";
      case "boolean" -> "truth";
      default -> "text";
    };
  }

  private String part(YamlPlace said, Optional<YamlPlace> crd, String part) {
    return type(said.get(part).orElseThrow(), crd.flatMap(found -> found.get(part)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/**
 * Argo's JSON schema, and at every definition the places of the custom resource definitions that
 * stand for it: those have no names, so both are walked side by side.
 */
final class ArgoFiles {
  static final Path FOLDER = Path.of("..", "..", "shared", "argo");
  private static final String ARGO = "io.argoproj.workflow.v1alpha1.";

  /** Those of the templates say of their spec what that of the workflow says. */
  private static final List<String> CRDS =
      List.of("workflows", "cronworkflows", "workfloweventbindings");

  private final Map<String, YamlPlace> definitions = new HashMap<>();
  private final Map<String, List<YamlPlace>> occurrences = new HashMap<>();
  private final TreeMap<String, String> reachable = new TreeMap<>();

  private ArgoFiles() {}

  static ArgoFiles read() {
    ArgoFiles files = new ArgoFiles();
    place(FOLDER.resolve("schema.json"))
        .get("definitions")
        .orElseThrow()
        .entries()
        .forEach(entry -> files.definitions.put(entry.name(), entry.value()));
    Schema.KINDS.forEach(kind -> files.reach(ARGO + kind));
    for (String crd : CRDS) {
      YamlPlace spec =
          place(FOLDER.resolve("crds/argoproj.io_" + crd + ".yaml")).get("spec").orElseThrow();
      String kind = text(spec.get("names", "kind"));
      YamlPlace version = spec.get("versions").orElseThrow().item(0);
      files.walk(version.get("schema", "openAPIV3Schema").orElseThrow(), ARGO + kind);
    }
    return files;
  }

  /** The full names of what can be written, by short name, in order. */
  Map<String, String> reachable() {
    return reachable;
  }

  static boolean isArgo(String fullName) {
    return fullName.startsWith(ARGO);
  }

  YamlPlace definition(String fullName) {
    return Objects.requireNonNull(definitions.get(fullName), fullName);
  }

  /**
   * Where the custom resource definitions say what a definition is; none for what they leave open.
   */
  List<YamlPlace> occurrences(String fullName) {
    return occurrences.getOrDefault(fullName, List.of());
  }

  static String shortName(String fullName) {
    String last = fullName.substring(fullName.lastIndexOf('.') + 1);
    boolean isTwice = last.equals("HTTPHeader") && !isArgo(fullName);
    return isTwice ? "HTTPGetHeader" : last;
  }

  /** The status of an object is the cluster's, not the writer's. */
  static boolean isStatus(YamlPlace definition, String field) {
    return field.equals("status") && definition.get("properties", "kind").isPresent()
        || field.equals("status") && definition.get("properties", "spec").isPresent();
  }

  static List<YamlPlace.Entry> properties(YamlPlace definition) {
    return definition.get("properties").map(YamlPlace::entries).orElse(List.of()).stream()
        .filter(entry -> !isStatus(definition, entry.name()))
        .toList();
  }

  private void reach(String fullName) {
    if (reachable.containsValue(fullName)) {
      return;
    }
    YamlPlace definition = definition(fullName);
    if (definition.get("properties").isPresent() || isEmptyObject(definition)) {
      reachable.put(shortName(fullName), fullName);
    }
    references(definition, new HashSet<>()).forEach(this::reach);
  }

  static boolean isEmptyObject(YamlPlace definition) {
    return text(definition.get("type")).equals("object");
  }

  private static Set<String> references(YamlPlace place, Set<String> found) {
    for (YamlPlace.Entry entry : place.entries()) {
      if (entry.name().equals("$ref")) {
        found.add(reference(entry.value()));
      } else if (!isStatus(place.parent().orElse(place), entry.name())) {
        references(entry.value(), found);
      }
    }
    return found;
  }

  static String reference(YamlPlace ref) {
    return text(Optional.of(ref)).replace("#/definitions/", "");
  }

  private void walk(YamlPlace crd, String fullName) {
    occurrences.computeIfAbsent(fullName, _ -> new ArrayList<>()).add(crd);
    Optional<YamlPlace> said = crd.get("properties");
    for (YamlPlace.Entry entry : properties(definition(fullName))) {
      said.flatMap(properties -> properties.get(entry.name()))
          .ifPresent(found -> walkValue(found, entry.value()));
    }
  }

  private void walkValue(YamlPlace crd, YamlPlace said) {
    Optional<YamlPlace> ref = said.get("$ref");
    if (ref.isPresent()) {
      String target = reference(ref.get());
      if (definition(target).get("properties").isPresent()) {
        walk(crd, target);
      } else if (definition(target).get("items").isPresent()) {
        walkValue(crd, definition(target));
      }
      return;
    }
    both(crd, said, "items");
    both(crd, said, "additionalProperties");
  }

  private void both(YamlPlace crd, YamlPlace said, String part) {
    if (crd.get(part).isPresent() && said.get(part).isPresent()) {
      walkValue(crd.get(part).get(), said.get(part).get());
    }
  }

  static String text(Optional<YamlPlace> place) {
    return place.flatMap(YamlPlace::text).orElse("");
  }

  private static YamlPlace place(Path file) {
    try {
      return YamlTree.parse(SourceText.of(Files.readString(file))).documents().getFirst().place();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

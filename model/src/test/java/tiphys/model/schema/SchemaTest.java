// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tiphys.model.given.Corpus;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

final class SchemaTest {
  private static final Schema SCHEMA = Schema.argo();

  @Test
  void theSchemaSaysWhatArgosFilesSay() throws IOException {
    assumeTrue(Files.isDirectory(ArgoFiles.FOLDER), "Argo's files are not here");

    assertEquals(SchemaLines.of(ArgoFiles.read()), Files.readString(SchemaLines.FILE));
  }

  @Test
  void everyKindAndEveryTypeOfAFieldIsADefinition() {
    Set<String> missing = new HashSet<>();
    for (Definition definition : SCHEMA.definitions()) {
      definition.all().forEach(field -> collectMissing(field.type(), missing));
      definition.like().filter(like -> SCHEMA.definition(like).isEmpty()).ifPresent(missing::add);
    }
    Schema.KINDS.stream().filter(kind -> SCHEMA.definition(kind).isEmpty()).forEach(missing::add);

    assertEquals(Set.of(), missing);
  }

  @Test
  void aPathLeadsThroughListsMapsAndAnInlineTemplate() {
    FieldType workflow = new FieldType.ObjectOf("Workflow");

    assertEquals(
        Optional.of(FieldType.Plain.QUANTITY),
        SCHEMA.at(
            workflow,
            List.of("spec", "templates", "a", "container", "resources", "limits", "memory")));
    assertEquals(
        Optional.of(FieldType.Plain.CODE),
        SCHEMA.at(
            workflow,
            List.of("spec", "templates", "0", "steps", "0", "0", "inline", "script", "source")));
    assertEquals(Optional.empty(), SCHEMA.at(workflow, List.of("spec", "entrypont")));
  }

  @Test
  void aFieldTellsItsChoicesItsDefaultAndItsStanding() {
    SchemaField policy = field("RetryStrategy", "retryPolicy");
    SchemaField schedule = field("CronWorkflowSpec", "schedule");

    assertEquals(
        new FieldType.Choice(List.of("Always", "OnFailure", "OnError", "OnTransientError")),
        policy.type());
    assertEquals(Optional.of("OnFailure"), policy.defaultValue());
    assertEquals(Optional.of("4.0"), schedule.removedIn());
    assertEquals(Optional.of("schedules"), schedule.instead());
    assertTrue(field("DAGTask", "onExit").isDeprecated());
    assertTrue(field("DAGTask", "name").isRequired());
    assertEquals(List.of("mountPath"), field("Container", "volumeMounts").itemKeys());
    assertEquals(1, field("WorkflowSpec", "parallelism").least().orElse(0));
  }

  @Test
  void everyFieldOfEveryRealManifestIsKnown() {
    List<String> unknown = new ArrayList<>();
    for (var file : Corpus.files()) {
      for (var document : YamlTree.parse(SourceText.of(Corpus.text(file))).documents()) {
        String kind = document.place().get("kind").flatMap(YamlPlace::text).orElse("");
        if (Schema.KINDS.contains(kind)) {
          collectUnknown(document.place(), new FieldType.ObjectOf(kind), kind, unknown);
        }
      }
    }

    // the one field that Argo's own examples have and Argo does not know
    assertEquals(List.of("Workflow.spec.templates.memoize.cache.configMap.key"), unknown);
  }

  private static void collectUnknown(
      YamlPlace place, FieldType type, String path, List<String> unknown) {
    if (type.equals(FieldType.Plain.ANY)) {
      return;
    }
    for (YamlPlace.Entry entry : place.entries()) {
      Optional<FieldType> below = SCHEMA.below(type, entry.name());
      String at = path + "." + entry.name();
      if (below.isEmpty() && !entry.name().equals("status") && !entry.name().equals("<<")) {
        unknown.add(at);
      }
      below.ifPresent(found -> collectUnknown(entry.value(), found, at, unknown));
    }
    for (YamlPlace item : place.items()) {
      SCHEMA.below(type, "0").ifPresent(found -> collectUnknown(item, found, path, unknown));
    }
  }

  private static void collectMissing(FieldType type, Set<String> missing) {
    switch (type) {
      case FieldType.ListOf(FieldType item) -> collectMissing(item, missing);
      case FieldType.MapOf(FieldType value) -> collectMissing(value, missing);
      case FieldType.ObjectOf(String name) -> {
        if (SCHEMA.definition(name).isEmpty()) {
          missing.add(name);
        }
      }
      case FieldType.Plain _, FieldType.Choice _ -> {}
    }
  }

  private static SchemaField field(String definition, String name) {
    return SCHEMA.definition(definition).flatMap(found -> found.field(name)).orElseThrow();
  }
}

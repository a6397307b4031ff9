// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tiphys.model.given.Corpus;
import tiphys.model.schema.Schema;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** A new field stands where people write it. */
class KeyOrderTest {
  private static final Set<String> KNOWN =
      Schema.argo().definitions().stream()
          .flatMap(definition -> definition.fields().keySet().stream())
          .collect(Collectors.toSet());

  /** Most are single files; no order has all of image, command, volumeMounts and workingDir. */
  private static final List<String> OTHERWISE =
      List.of(
          "container activeDeadlineSeconds 1:0",
          "container metadata 1:0",
          "env args 2:1",
          "env command 4:2",
          "readinessProbe env 1:0",
          "readinessProbe volumeMounts 1:0",
          "readinessProbe workingDir 1:0",
          "source volumeMounts 1:0",
          "templates dnsConfig 1:0",
          "volumeMounts args 8:7",
          "volumeMounts env 2:1",
          "volumeMounts workingDir 9:0",
          "workflowMetadata entrypoint 1:0");

  @Test
  void of_two_fields_the_one_stands_first_that_does_in_most_of_argos_examples() {
    Map<String, Map<String, Integer>> counted = counted();
    Assumptions.assumeFalse(counted.isEmpty(), "the shared examples are not here");
    List<String> turned = new ArrayList<>();
    counted.forEach(
        (first, others) ->
            others.forEach(
                (second, times) -> {
                  int back = counted.getOrDefault(second, Map.of()).getOrDefault(first, 0);
                  if (times > back && KeyOrder.rank(first) >= KeyOrder.rank(second)) {
                    turned.add(first + " " + second + " " + times + ":" + back);
                  }
                }));
    assertEquals(String.join("\n", OTHERWISE), String.join("\n", turned));
  }

  /** How often a field stands in front of another in the same mapping. */
  private static Map<String, Map<String, Integer>> counted() {
    Map<String, Map<String, Integer>> counted = new TreeMap<>();
    Corpus.files().stream()
        .filter(file -> file.toString().contains("examples"))
        .map(file -> YamlTree.parse(SourceText.of(Corpus.text(file))))
        .flatMap(tree -> tree.documents().stream())
        .forEach(document -> count(document.place(), counted));
    return counted;
  }

  private static void count(YamlPlace place, Map<String, Map<String, Integer>> counted) {
    List<String> keys =
        place.entries().stream().map(YamlPlace.Entry::name).filter(KNOWN::contains).toList();
    for (int i = 0; i < keys.size(); i++) {
      for (String later : keys.subList(i + 1, keys.size())) {
        counted.computeIfAbsent(keys.get(i), _ -> new TreeMap<>()).merge(later, 1, Integer::sum);
      }
    }
    place.entries().forEach(entry -> count(entry.value(), counted));
    place.items().forEach(item -> count(item, counted));
  }

  @ParameterizedTest
  @CsvSource({
    "name image command args, volumeMounts, name image command args volumeMounts",
    "name image command args, resources, name image command args resources",
    "image command args resources, volumeMounts, image command args volumeMounts resources",
    "image command args, readinessProbe, image command args readinessProbe",
    "image command args, workingDir, image workingDir command args",
    "image command source, env, image command env source",
    "name container, inputs, name inputs container",
    "name inputs container, memoize, name inputs memoize container",
    "name inputs steps, failFast, name inputs failFast steps",
    "name inputs container outputs, nodeSelector, name inputs nodeSelector container outputs",
    "name retryStrategy container, daemon, name retryStrategy daemon container",
    "name container outputs, tolerations, name tolerations container outputs",
    "entrypoint templates, synchronization, entrypoint synchronization templates",
    "entrypoint arguments templates, metrics, entrypoint arguments metrics templates",
    "entrypoint templates, serviceAccountName, entrypoint serviceAccountName templates",
    "entrypoint templates, anythingElse, entrypoint anythingElse templates",
    "schedules workflowSpec, timezone, schedules timezone workflowSpec",
    "schedules timezone workflowSpec, concurrencyPolicy, "
        + "schedules timezone concurrencyPolicy workflowSpec",
    "name path, s3, name path s3",
    "name path s3, archive, name path s3 archive",
    "name path s3, mode, name path mode s3",
    "name path, globalName, name path globalName",
    "name template, depends, name depends template",
    // what is there stays as it is, and the new one stands right with the most
    "template name, depends, template name depends",
    "args command image, env, args command env image",
    "app tier, name, app tier name",
  })
  void a_new_field_stands_where_people_write_it(String there, String key, String then) {
    YamlTree tree = YamlTree.parse(SourceText.of(there.replaceAll("(\\S+) ?", "$1: x\n")));

    assertEquals(then, keys(put(tree, tree.documents().getFirst().place(), key)));
  }

  @Test
  void fields_that_come_together_stand_in_their_order_too() {
    YamlTree tree = YamlTree.parse(SourceText.of("name: a\ntemplate: b\n"));
    DocumentWriter writer = new DocumentWriter(tree);
    for (String key : List.of("when", "arguments", "depends", "inline")) {
      writer.put(tree.documents().getFirst().place(), key, YamlValue.text("x"));
    }

    assertEquals("name depends template inline arguments when", keys(edited(tree, writer)));
  }

  @Test
  void the_nearest_task_shows_where_its_file_has_a_field() {
    YamlTree tree =
        YamlTree.parse(
            SourceText.of("- {name: a, template: t, depends: b}\n- {name: b, template: t}\n"));

    YamlTree after = put(tree, tree.documents().getFirst().place().item(1), "depends");

    assertEquals("name template depends", keys(after.documents().getFirst().place().item(1)));
  }

  @Test
  void a_mapping_that_somebody_sorted_stays_sorted() {
    YamlTree tree = YamlTree.parse(SourceText.of("args: x\ncommand: x\nimage: x\nname: x\n"));

    assertEquals(
        "args command env image name", keys(put(tree, tree.documents().getFirst().place(), "env")));
  }

  private static YamlTree put(YamlTree tree, YamlPlace place, String key) {
    DocumentWriter writer = new DocumentWriter(tree);
    writer.put(place, key, YamlValue.text("x"));
    return edited(tree, writer);
  }

  private static YamlTree edited(YamlTree tree, DocumentWriter writer) {
    return tree.edited(writer.edits().result().orElseThrow());
  }

  private static String keys(YamlTree tree) {
    return keys(tree.documents().getFirst().place());
  }

  private static String keys(YamlPlace place) {
    return place.entries().stream().map(YamlPlace.Entry::name).collect(Collectors.joining(" "));
  }
}

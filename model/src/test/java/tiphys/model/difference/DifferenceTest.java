// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

final class DifferenceTest {
  private static final String BEFORE =
      """
      kind: Workflow
      metadata: {name: hello}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                - {name: build, template: echo}
                - {name: check, template: echo, depends: build}
                - {name: old, template: echo, depends: check}
          - name: echo
            container: {image: "alpine:3.20"}
      """;

  private static final String AFTER =
      """
      # Comments, order and style do not count.
      metadata: {name: hello}
      kind: Workflow
      spec:
        entrypoint: "main"
        templates:
          - name: echo
            container:
              image: alpine:3.23
          - name: main
            dag:
              tasks:
                - {name: build, template: echo}
                - {name: deploy, template: ship, depends: check.Succeeded}
                - name: check
                  template: echo
                  depends: build.Failed
      """;

  @Test
  void whatIsTheSameInOtherWordsDoesNotDiffer() {
    String flow = BEFORE.replace("\"alpine:3.20\"", "'alpine:3.20'");

    assertEquals(List.of(), told(BEFORE, flow));
  }

  @Test
  void tasksAndTemplatesAreKnownByTheirNamesAndTheirFieldsAreNamed() {
    assertEquals(
        List.of(
            "CHANGED echo: container.image alpine:3.20 -> alpine:3.23",
            "ADDED main/deploy",
            "CHANGED main/check: depends build -> build.Failed",
            "REMOVED main/old"),
        told(BEFORE, AFTER));
  }

  @Test
  void theOnlyResourceOfBothIsTheSameWhateverItsName() {
    assertEquals(
        List.of("CHANGED Workflow bye: metadata.name hello -> bye"),
        told(BEFORE, BEFORE.replace("hello", "bye")));
  }

  @Test
  void bothVersionsAreOneGraph() {
    ScopeDifference drawn = drawn(BEFORE, AFTER);

    assertEquals(4, drawn.graph().nodes().size());
    assertEquals(
        Map.of(
            new NodeId("deploy"), Change.ADDED,
            new NodeId("old"), Change.REMOVED,
            new NodeId("build"), Change.CHANGED,
            new NodeId("check"), Change.CHANGED),
        drawn.nodes());
    assertEquals(
        Map.of(
            edge("build", "check", "Failed"),
            Change.CHANGED,
            edge("check", "deploy", "Succeeded"),
            Change.ADDED,
            edge("check", "old", ""),
            Change.REMOVED),
        drawn.edges());
    assertTrue(drawn.arrangement().boxOf(new NodeId("old")).isPresent());
  }

  @Test
  void aRenamedTaskIsTheSameOneAndWhoeverNamesItHasNotChanged() {
    String after =
        BEFORE
            .replace("name: build", "name: compile")
            .replace("depends: build", "depends: compile");

    assertEquals(List.of("CHANGED main/compile (was main/build)"), told(BEFORE, after));
    ScopeDifference drawn = drawn(BEFORE, after);
    assertEquals(Map.of(new NodeId("compile"), Change.CHANGED), drawn.nodes());
    assertEquals(Map.of(new NodeId("compile"), "build"), drawn.earlierNames());
    assertEquals(Map.of(), drawn.edges());
  }

  @Test
  void whatElseWasChangedInARenamedTaskIsTold() {
    String after =
        BEFORE.replace("name: old, template: echo", "name: last, template: echo, when: '1 == 1'");

    assertEquals(
        List.of("CHANGED main/last (was main/old): when none -> 1 == 1"), told(BEFORE, after));
  }

  @Test
  void twoTasksOfOneTemplateAreToldApartByWhatStandsAroundThem() {
    String after =
        BEFORE
            .replace("name: check", "name: test")
            .replace("depends: check", "depends: test")
            .replace("name: old", "name: finish");

    assertEquals(
        List.of("CHANGED main/test (was main/check)", "CHANGED main/finish (was main/old)"),
        told(BEFORE, after));
  }

  @Test
  void aRenamedTemplateIsTheSameOneForAllThatCallIt() {
    assertEquals(List.of("CHANGED say (was echo)"), told(BEFORE, BEFORE.replace("echo", "say")));
    assertEquals(List.of("CHANGED flow (was main)"), told(BEFORE, BEFORE.replace("main", "flow")));
  }

  @Test
  void anotherTaskInThePlaceOfOneIsNoRename() {
    String after = BEFORE.replace("name: old, template: echo", "name: deploy, template: ship");

    assertEquals(List.of("ADDED main/deploy", "REMOVED main/old"), told(BEFORE, after));
  }

  @Test
  void templatesOfOneNameInTwoResourcesAreNotMistakenForEachOther() {
    String other = BEFORE.replace("name: hello", "name: other").replace("build", "make");
    FileDifference whole =
        between(BEFORE + "---\n" + other, BEFORE + "---\n" + other.replace("old", "new"));

    assertEquals(
        List.of("CHANGED main/new (was main/old)"),
        whole.entries().stream().map(DifferenceTest::told).toList());
    assertEquals(Map.of(), ScopeDifference.of(whole, whole.insides().getFirst()).nodes());
    assertEquals(
        Map.of(new NodeId("new"), Change.CHANGED),
        ScopeDifference.of(whole, whole.entries().getFirst().inside().orElseThrow()).nodes());
  }

  private static List<String> told(String before, String after) {
    return between(before, after).entries().stream().map(DifferenceTest::told).toList();
  }

  private static String told(FileDifference.Entry entry) {
    String earlier = entry.earlier().isEmpty() ? "" : " (was " + entry.earlier() + ")";
    String fields =
        entry.fields().stream()
            .map(
                field ->
                    field.path()
                        + " "
                        + field.before().orElse("none")
                        + " -> "
                        + field.after().orElse("none"))
            .collect(Collectors.joining(", "));
    return entry.change() + " " + entry.name() + earlier + (fields.isEmpty() ? "" : ": " + fields);
  }

  private static ScopeDifference drawn(String before, String after) {
    FileDifference whole = between(before, after);
    return ScopeDifference.of(
        whole, whole.inside(Scopes.first(whole.after().workflow(), 0)).orElseThrow());
  }

  private static FlowEdge edge(String from, String to, String condition) {
    return new FlowEdge(new NodeId(from), new NodeId(to), condition);
  }

  private static FileDifference between(String before, String after) {
    return FileDifference.between(state(before), state(after));
  }

  private static DiagramState state(String text) {
    return DiagramState.of(SourceText.of(text), Positions.NONE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                - {name: deploy, template: echo, depends: check.Succeeded}
                - name: check
                  template: echo
                  depends: build.Failed
      """;

  @Test
  void whatIsTheSameInOtherWordsDoesNotDiffer() {
    String flow = BEFORE.replace("\"alpine:3.20\"", "'alpine:3.20'");

    assertEquals(List.of(), between(BEFORE, flow).entries());
  }

  @Test
  void tasksAndTemplatesAreKnownByTheirNamesAndTheirFieldsAreNamed() {
    assertEquals(
        List.of(
            changed("echo", "container.image", "alpine:3.20", "alpine:3.23"),
            new FileDifference.Entry(Change.ADDED, "main/deploy", List.of()),
            changed("main/check", "depends", "build", "build.Failed"),
            new FileDifference.Entry(Change.REMOVED, "main/old", List.of())),
        between(BEFORE, AFTER).entries());
  }

  @Test
  void theOnlyResourceOfBothIsTheSameWhateverItsName() {
    assertEquals(
        List.of(changed("Workflow bye", "metadata.name", "hello", "bye")),
        between(BEFORE, BEFORE.replace("hello", "bye")).entries());
  }

  @Test
  void bothVersionsAreOneGraph() {
    DiagramState before = state(BEFORE);
    DiagramState after = state(AFTER);

    ScopeDifference drawn =
        ScopeDifference.of(
            before,
            after,
            Scopes.first(after.workflow(), 0),
            FileDifference.between(before, after));

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

  private static FileDifference.Entry changed(String name, String path, String was, String is) {
    return new FileDifference.Entry(
        Change.CHANGED, name, List.of(new FieldChange(path, Optional.of(was), Optional.of(is))));
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

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.run.NodeStatus.Values;

/** Two runs of one workflow stand beside each other, step by step. */
final class RunComparisonTest {
  private static final Instant BEGIN = Instant.parse("2026-11-25T00:00:00Z");

  @Test
  void stepsBelongTogetherWhoseNamesAreTheSameBehindThatOfTheRun() {
    RunComparison compared =
        RunComparison.of(
            run("a-1", node("a-1", "build", NodePhase.SUCCEEDED, "", 5)),
            run("a-2", node("a-2", "build", NodePhase.SUCCEEDED, "", 7)));
    assertEquals(List.of("", "build"), names(compared));
    RunComparison.Row build = compared.rows().getLast();
    assertEquals(1, build.depth());
    assertEquals("a-1.build", build.left().orElseThrow().name());
    assertEquals("a-2.build", build.right().orElseThrow().name());
    assertFalse(build.isDifferent(), "time alone makes no difference");
    assertEquals(Optional.of(Duration.ofSeconds(2)), build.longer());
  }

  @Test
  void anotherPhaseOrAnotherMessageIsADifference() {
    RunComparison compared =
        RunComparison.of(
            run(
                "a",
                node("a", "phase", NodePhase.FAILED, "", 1),
                node("a", "message", NodePhase.FAILED, "exit code 1", 1),
                node("a", "same", NodePhase.FAILED, "exit code 2", 1)),
            run(
                "b",
                node("b", "phase", NodePhase.ERROR, "", 1),
                node("b", "message", NodePhase.FAILED, "exit code 2", 1),
                node("b", "same", NodePhase.FAILED, "exit code 2", 1)));
    assertEquals(List.of("phase", "message"), different(compared));
  }

  @Test
  void whatOnlyOneOfThemHasStandsWhereItHasIt() {
    RunComparison compared =
        RunComparison.of(
            run("a", ended("a", "first"), ended("a", "old"), ended("a", "last")),
            run("b", ended("b", "first"), ended("b", "new"), ended("b", "last")));
    assertEquals(List.of("", "first", "new", "old", "last"), names(compared));
    assertEquals(List.of("new", "old"), different(compared));
    assertTrue(compared.rows().get(2).left().isEmpty());
    assertTrue(compared.rows().get(3).right().isEmpty());
  }

  @Test
  void whatHasNotEndedHasNoTimeToCompare() {
    NodeStatus going =
        new NodeStatus(
            "b.build",
            "b.build",
            "build",
            "Pod",
            "t",
            NodePhase.RUNNING,
            "b",
            "",
            Optional.of(BEGIN),
            Optional.empty(),
            List.of(),
            Values.NONE,
            Values.NONE,
            false,
            false);
    RunComparison compared = RunComparison.of(run("a", ended("a", "build")), run("b", going));
    assertEquals(Optional.empty(), compared.rows().getLast().longer());
  }

  private static List<String> names(RunComparison compared) {
    return compared.rows().stream().map(RunComparison.Row::name).toList();
  }

  private static List<String> different(RunComparison compared) {
    return compared.rows().stream()
        .filter(RunComparison.Row::isDifferent)
        .map(RunComparison.Row::name)
        .toList();
  }

  private static RunSnapshot run(String name, NodeStatus... inside) {
    Map<String, NodeStatus> nodes = new LinkedHashMap<>();
    NodeStatus root = named(name, name, "", NodePhase.SUCCEEDED, "", 10);
    nodes.put(root.id(), root);
    for (NodeStatus node : inside) {
      nodes.put(node.id(), node);
    }
    return new RunSnapshot(
        name, Optional.of(NodePhase.SUCCEEDED), "", Optional.empty(), Optional.empty(), nodes);
  }

  private static NodeStatus ended(String run, String name) {
    return node(run, name, NodePhase.SUCCEEDED, "", 1);
  }

  private static NodeStatus node(
      String run, String name, NodePhase phase, String message, int seconds) {
    return named(run + "." + name, name, run, phase, message, seconds);
  }

  private static NodeStatus named(
      String full, String shown, String boundary, NodePhase phase, String message, int seconds) {
    return new NodeStatus(
        full,
        full,
        shown,
        boundary.isEmpty() ? "DAG" : "Pod",
        "t",
        phase,
        boundary,
        message,
        Optional.of(BEGIN),
        Optional.of(BEGIN.plusSeconds(seconds)),
        List.of(),
        Values.NONE,
        Values.NONE,
        false,
        false);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

final class ThisComputerTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");

  private static final String HEAD =
      """
      kind: Workflow
      metadata: {name: wf}
      spec:
        entrypoint: main
        templates:
        - name: sh
          inputs: {parameters: [{name: do}]}
          container: {image: busybox, command: [sh, -c], args: ["{{inputs.parameters.do}}"]}
        - name: main
          dag:
            tasks:
      """;

  @TempDir Path folder;

  @Test
  void theDiamondPrintsItsFourLetters() throws Exception {
    ActiveRun run = start(Files.readString(EXAMPLES.resolve("dag-diamond.yaml")));
    RunSnapshot end = run.await();
    Map<String, String> printed = new TreeMap<>();
    for (NodeStatus node : end.nodes().values()) {
      if (node.type().equals("Pod")) {
        printed.put(node.displayName(), Files.readString(run.log(node.id()).orElseThrow()).strip());
      }
    }
    assertEquals(NodePhase.SUCCEEDED, end.phase().orElseThrow(), end.message());
    assertEquals(Map.of("A", "A", "B", "B", "C", "C", "D", "D"), printed);
  }

  @Test
  void theMapReduceComesToTwenty() throws Exception {
    ActiveRun run = start(Files.readString(EXAMPLES.resolve("map-reduce.yaml")));
    RunSnapshot end = run.await();
    assertEquals(NodePhase.SUCCEEDED, end.phase().orElseThrow(), end::toString);
    try (Stream<Path> kept = Files.walk(run.artifacts())) {
      Path total = kept.filter(file -> file.endsWith("total.json")).findFirst().orElseThrow();
      assertTrue(text(total).contains("{\"total\": 20}"), () -> total.toString());
    }
  }

  @Test
  void aStepThatFailsSaysItsExitCodeAndLastLinesAndWhatWaitsForItIsOmitted() throws Exception {
    RunSnapshot end =
        start(HEAD + task("A", "", "echo before; echo why >&2; exit 3") + task("B", "A", "true"))
            .await();
    assertEquals(NodePhase.FAILED, end.phase().orElseThrow());
    NodeStatus a = node(end, "wf.A");
    assertEquals(NodePhase.FAILED, a.phase());
    assertTrue(a.message().contains("exit code 3") && a.message().contains("why"), a.message());
    assertEquals(NodePhase.OMITTED, node(end, "wf.B").phase());
  }

  @Test
  void stepsThatDoNotWaitForEachOtherRunAtTheSameTime() throws Exception {
    String meet =
        "touch %1$s/%2$s; for i in $(seq 100); do [ -e %1$s/%3$s ] && exit 0; sleep 0.1; done; exit 1";
    Path shared = Files.createDirectory(folder.resolve("meet"));
    RunSnapshot end =
        start(
                HEAD
                    + task("A", "", meet.formatted(shared, "a", "b"))
                    + task("B", "", meet.formatted(shared, "b", "a")))
            .await();
    assertEquals(NodePhase.SUCCEEDED, end.phase().orElseThrow(), end::toString);
  }

  @Test
  void aCancelledRunLeavesNoProcessBehind() throws Exception {
    Path started = folder.resolve("started");
    String mark = "tiphys-" + Long.toHexString(System.nanoTime());
    ActiveRun run =
        start(
            HEAD + task("A", "", "touch " + started + "; sh -c 'sleep 600; : " + mark + "'; true"));
    while (!Files.exists(started)) {
      Thread.sleep(20);
    }
    run.cancel();
    assertEquals(NodePhase.FAILED, run.await().phase().orElseThrow());
    for (int i = 0; i < 250 && isRunning(mark); i++) {
      Thread.sleep(20);
    }
    assertTrue(!isRunning(mark), "a process is left");
  }

  @Test
  void aParameterWithoutAValueIsAskedFor() {
    String text =
        HEAD.replace("  templates:", "  arguments: {parameters: [{name: who}]}\n  templates:");
    assertEquals(
        ProblemCode.RUN_PARAMETER_MISSING,
        ThisComputer.preview(request(text + task("A", "", "true"))).refusal().orElseThrow().code());
  }

  private static boolean isRunning(String mark) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").contains(mark));
  }

  private static String task(String name, String depends, String command) {
    return """
          - name: %s
            depends: "%s"
            template: sh
            arguments: {parameters: [{name: do, value: "%s"}]}
      """
        .formatted(name, depends, command)
        .indent(4);
  }

  private static NodeStatus node(RunSnapshot run, String name) {
    return run.nodes().values().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ActiveRun start(String text) {
    return ThisComputer.start(
        ThisComputer.preview(request(text)).result().orElseThrow(), snapshot -> {});
  }

  private RunRequest request(String text) {
    return new RunRequest(
        YamlTree.parse(SourceText.of(text)),
        0,
        Map.of(),
        EngineChoice.PROCESS,
        folder.resolve("run"));
  }

  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean isPacked = bytes.length > 1 && bytes[0] == 0x1f;
    if (!isPacked) {
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}

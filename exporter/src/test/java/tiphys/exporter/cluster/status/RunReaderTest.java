// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

final class RunReaderTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NODES =
      """
      {"wf":{"id":"wf","name":"wf","displayName":"wf","type":"DAG","phase":"Running","templateName":"main",
             "startedAt":"2026-11-25T01:00:00Z","children":["wf-1","wf-2"]},
       "wf-2":{"id":"wf-2","name":"wf.b(10:x)","type":"Pod","phase":"Pending","boundaryID":"wf","startedAt":"2026-11-25T01:00:01Z",
             "synchronizationStatus":{"waiting":"default/Mutex/m"}},
       "wf-1":{"id":"wf-1","name":"wf.b(9:y)","type":"Pod","phase":"Succeeded","boundaryID":"wf","startedAt":"2026-11-25T01:00:01Z",
             "finishedAt":"2026-11-25T01:00:05Z","nodeFlag":{"retried":true},
             "outputs":{"parameters":[{"name":"n","value":"3"}],"artifacts":[{"name":"data","s3":{"key":"a/b.tgz"}}],"result":"hi","exitCode":"0"}}}
      """;

  @Test
  void nodesAreReadWithEverythingTheRunModelHas() throws IOException {
    RunSnapshot run = read(status("nodes", NODES));

    assertEquals(Optional.of(NodePhase.RUNNING), run.phase());
    NodeStatus node = node(run, "wf-1");
    assertEquals(NodePhase.SUCCEEDED, node.phase());
    assertEquals("2026-11-25T01:00:05Z", node.finishedAt().orElseThrow().toString());
    assertEquals(Map.of("n", "3"), node.outputs().parameters());
    assertEquals(Map.of("data", "a/b.tgz"), node.outputs().artifacts());
    assertEquals(Optional.of("hi"), node.outputs().result());
    assertEquals(Optional.of("0"), node.outputs().exitCode());
    assertEquals(true, node.isRetryAttempt());
    assertEquals("default/Mutex/m", node(run, "wf-2").message());
  }

  @Test
  void nodesComeInTheOrderInWhichTheyBeganAndThenByTheirNumbers() throws IOException {
    assertEquals(
        List.of("wf", "wf-1", "wf-2"), List.copyOf(read(status("nodes", NODES)).nodes().keySet()));
  }

  @Test
  void aNodeThatDidNotChangeIsTheSameObjectAsBefore() throws IOException {
    RunReader reader = new RunReader();
    RunSnapshot first = reader.read(status("nodes", NODES)).result().orElseThrow();
    String later = NODES.replace("Pending", "Running");
    RunSnapshot second = reader.read(status("nodes", later)).result().orElseThrow();

    assertSame(node(first, "wf-1"), node(second, "wf-1"));
    assertEquals(NodePhase.RUNNING, node(second, "wf-2").phase());
  }

  @Test
  void theOrderIsFoundAnewWhenANodeComesOrBegins() throws IOException {
    RunReader reader = new RunReader();
    reader.read(status("nodes", NODES));

    String later =
        NODES.replaceAll(
            "(\"wf-1\",\"name\"[^\\n]*startedAt\":\")2026-11-25T01:00:01Z",
            "$12026-11-25T02:00:00Z");

    assertEquals(
        List.of("wf", "wf-2", "wf-1"),
        List.copyOf(reader.read(status("nodes", later)).result().orElseThrow().nodes().keySet()));
  }

  @Test
  void nodesThatArePackedWithGzipAreUnpacked() throws IOException {
    assertEquals(
        read(status("nodes", NODES)).nodes(),
        read(packed(gzip(NODES.getBytes(StandardCharsets.UTF_8)))).nodes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // zstd -19, and brotli as zlib.brotliCompressSync of node makes it, of the same text
        "KLUv/SQ9vQEAEkMLEbDrJMkjJyYJfTr6i2pBT3lUMd406m7jel571PMCBPUYp+3ni7ueoEN9cYcBAgAgDCdKExt4Eww=",
        "Cx6AeyJ3ZiI6eyJpZCI6IndmIiwibmFtZSI6IndmIiwidHlwZSI6IkRBRyIsInBoYXNlIjoiUnVubmluZyJ9fQM="
      })
  void nodesThatOthersHavePackedWithZstdOrBrotliAreUnpacked(String packed) {
    assertEquals(
        NodePhase.RUNNING, node(read(packed(Base64.getDecoder().decode(packed))), "wf").phase());
  }

  @ParameterizedTest
  @ValueSource(strings = {"KLUv/SQ9vQEAEkMLEbDrJMkjJw==", "Cx6AeyJ3ZiI6eyJpZCI6", "AAAA", ""})
  void whatCannotBeUnpackedIsRefused(String packed) {
    Outcome<RunSnapshot> read =
        new RunReader().read(packed(("x" + packed).getBytes(StandardCharsets.UTF_8)));

    assertEquals(
        Optional.of(ProblemCode.CLUSTER_NODES_UNREADABLE), read.refusal().map(Problem::code));
    if (!packed.isEmpty()) {
      assertEquals(
          Optional.of(ProblemCode.CLUSTER_NODES_UNREADABLE),
          new RunReader()
              .read(packed(Base64.getDecoder().decode(packed)))
              .refusal()
              .map(Problem::code));
    }
  }

  @Test
  void halfAPackageIsRefusedByName() throws IOException {
    byte[] whole = gzip(NODES.getBytes(StandardCharsets.UTF_8));

    assertRefused(
        ProblemCode.CLUSTER_NODES_UNREADABLE,
        "gzip",
        packed(java.util.Arrays.copyOf(whole, whole.length / 2)));
  }

  @Test
  void nodesInADatabaseAreSaidToBeThere() throws IOException {
    ObjectNode status = JSON.createObjectNode().put("offloadNodeStatusVersion", "fnv:123");

    assertRefused(ProblemCode.CLUSTER_NODES_ELSEWHERE, "wf", workflow(status));
  }

  @Test
  void aWorkflowThatTheControllerHasNotSeenHasNoNodesAndNoPhase() throws IOException {
    RunSnapshot run = read(new WorkflowObject((ObjectNode) JSON.readTree("{}")));

    assertEquals(Optional.empty(), run.phase());
    assertEquals(Map.of(), run.nodes());
  }

  @Test
  void aStatusOfOddShapeIsReadAsFarAsItGoes() throws IOException {
    RunSnapshot run =
        read(status("nodes", "{\"x\":{\"phase\":\"Dancing\",\"startedAt\":\"soon\"},\"y\":null}"));

    assertEquals(NodePhase.PENDING, node(run, "x").phase());
    assertEquals(2, run.nodes().size());
  }

  private static NodeStatus node(RunSnapshot run, String id) {
    return Optional.ofNullable(run.nodes().get(id)).orElseThrow();
  }

  private static void assertRefused(ProblemCode code, String argument, WorkflowObject workflow) {
    Problem why = new RunReader().read(workflow).refusal().orElseThrow();
    assertEquals(code, why.code());
    assertEquals(argument, why.arguments().getLast());
  }

  private static RunSnapshot read(WorkflowObject workflow) {
    Outcome<RunSnapshot> read = new RunReader().read(workflow);
    return read.result().orElseThrow(() -> new AssertionError(read.refusal().toString()));
  }

  private static WorkflowObject status(String field, String json) throws IOException {
    ObjectNode status = JSON.createObjectNode().put("phase", "Running");
    status.set(field, JSON.readTree(json));
    return workflow(status);
  }

  private static WorkflowObject packed(byte[] bytes) {
    return workflow(
        JSON.createObjectNode()
            .put("phase", "Running")
            .put("compressedNodes", Base64.getEncoder().encodeToString(bytes)));
  }

  private static WorkflowObject workflow(ObjectNode status) {
    ObjectNode workflow = JSON.createObjectNode();
    workflow.putObject("metadata").put("name", "wf");
    workflow.set("status", status);
    return new WorkflowObject(workflow);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }
}

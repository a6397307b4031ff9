// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** What {@code tiphys run} takes, refuses and answers. */
final class RunVerbTest {
  private static final Path MAP_REDUCE =
      Path.of("..", "..", "shared", "argo", "examples", "map-reduce.yaml");
  private static final String WORKFLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {name: wf}
      spec:
        entrypoint: main
        arguments:
          parameters:
          - {name: who, description: "whom to greet"}
          - {name: tone, value: kind, enum: [kind, dry]}
        templates:
        - name: main
          container: {image: busybox, command: [sh, -c], args: ["echo {{workflow.parameters.tone}} {{workflow.parameters.who}}"]}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file = Path.of("");

  @BeforeEach
  void writeTheWorkflow() throws Exception {
    file = Files.writeString(folder.resolve("wf.yaml"), WORKFLOW);
  }

  @Test
  void aParameterThatIsGivenIsSeenByTheSteps() {
    assertEquals(0, run("--engine", "process", "-p", "who=world", "-p", "tone=dry"), err());
    assertTrue(err().contains("dry world"), err());
  }

  @Test
  void aParameterWithoutAValueIsAskedForByItsName() {
    assertEquals(1, run());
    assertTrue(err().contains("“who” has no value"), err());
  }

  @Test
  void aNameThatIsNoParameterIsRefusedWithThoseThatThereAre() {
    assertEquals(1, run("-p", "whom=world"));
    assertTrue(err().contains("no parameter “whom”"), err());
    assertTrue(err().contains("who, tone"), err());
  }

  @Test
  void aWorkflowWithoutParametersTakesNone() throws Exception {
    Files.writeString(file, WORKFLOW.replaceAll("(?s)  arguments:.*dry]}\n", ""));
    Files.writeString(
        file,
        Files.readString(file)
            .replace("{{workflow.parameters.tone}} {{workflow.parameters.who}}", "x"));
    assertEquals(1, run("-p", "who=world"));
    assertTrue(err().contains("has no parameters"), err());
  }

  @Test
  void aValueThatTheWorkflowDoesNotAllowIsRefusedWithThoseItAllows() {
    assertEquals(1, run("-p", "who=world", "-p", "tone=rude"));
    assertTrue(err().contains("cannot be “rude”. Allowed are: kind, dry"), err());
  }

  @Test
  void whatIsNoPairOfNameAndValueIsSaid() {
    assertEquals(2, run("-p", "who"));
    assertTrue(err().contains("-p name=value"), err());
  }

  @Test
  void anotherFormThanJsonIsRefused() {
    assertEquals(2, run("-p", "who=world", "-o", "yaml"));
    assertTrue(err().contains("json"), err());
  }

  @Test
  void withoutATerminalWatchingPrintsPlainLines() {
    assertEquals(0, run("--watch", "--engine", "simulate", "-p", "who=world"), err());
    assertTrue(err().contains("✓ wf  Succeeded"), err());
    assertFalse(err().contains("\u001b["), err());
  }

  @Test
  void theSourceOfAScriptIsPartOfTheQuestion() throws Exception {
    int exit =
        new CommandLine(printer(out), printer(err), Messages.in(Language.ENGLISH))
            .execute(List.of("run", MAP_REDUCE.toString(), "--engine", "process"));
    assertEquals(2, exit);
    assertTrue(err().contains("  split: python"), err());
    assertTrue(err().contains("      import json"), err());
  }

  @Test
  void theAnswerAsJsonHasArgosStatus() throws Exception {
    Path artifacts = folder.resolve("run");
    int exit =
        new CommandLine(printer(out), printer(err), Messages.in(Language.ENGLISH))
            .execute(
                List.of(
                    "run",
                    MAP_REDUCE.toString(),
                    "--yes",
                    "--engine",
                    "process",
                    "-o",
                    "json",
                    "--artifacts",
                    artifacts.toString()));
    assertEquals(0, exit, err());
    JsonNode workflow = new JsonMapper().readTree(out.toByteArray());
    String name = workflow.path("metadata").path("name").asText();
    assertTrue(name.startsWith("map-reduce-"), name);
    JsonNode status = workflow.path("status");
    assertEquals("Succeeded", status.path("phase").asText());
    assertEquals("6/6", status.path("progress").asText());
    assertFalse(status.path("startedAt").asText().isEmpty());
    assertFalse(status.path("finishedAt").asText().isEmpty());
    Map<String, String> types =
        Map.of(
            name,
            "DAG",
            name + ".split",
            "Pod",
            name + ".map",
            "TaskGroup",
            name + ".map(0:0)",
            "Pod",
            name + ".map(3:3)",
            "Pod",
            name + ".reduce",
            "Pod");
    types.forEach(
        (node, type) -> {
          JsonNode found = status.path("nodes").path(NodeIds.of(name, node));
          assertEquals(node, found.path("name").asText());
          assertEquals(type, found.path("type").asText(), node);
          assertEquals("Succeeded", found.path("phase").asText(), node);
          assertFalse(found.path("startedAt").asText().isEmpty(), node);
          assertFalse(found.path("finishedAt").asText().isEmpty(), node);
        });
    assertEquals(8, status.path("nodes").size());
    JsonNode reduce = status.path("nodes").path(NodeIds.of(name, name + ".reduce"));
    assertEquals("0", reduce.path("outputs").path("exitCode").asText());
    String key = reduce.at("/outputs/artifacts/0/s3/key").asText();
    assertEquals(
        "{\"total\": 20}", Files.readString(artifacts.resolve("artifacts").resolve(key)).strip());
  }

  @Test
  void theItemsOfAFanOutStandBelowIt() throws Exception {
    RunSnapshot end =
        simulated(
            """
            kind: Workflow
            metadata: {name: wf}
            spec:
              entrypoint: main
              templates:
              - name: main
                dag: {tasks: [{name: each, template: one, withItems: [a, b]}]}
              - name: one
                container: {image: busybox, command: [echo]}
            """);
    List<String> lines = new WatchTree(Messages.in(Language.ENGLISH), Clock.systemUTC()).lines(end);
    String text = String.join("\n", lines);
    assertTrue(text.contains("Progress:  2 of 2"), text);
    assertTrue(text.contains("└─✓ each "), text);
    assertTrue(text.contains("  ├─✓ each(0:a)"), text);
    assertTrue(text.contains("  └─✓ each(1:b)"), text);
  }

  @Test
  void aTreeInATerminalReplacesTheOneBefore() {
    WatchScreen screen = new WatchScreen(printer(err), () -> TerminalSize.USUAL, false);
    screen.show(_ -> List.of("one", "two", "three"));
    screen.show(_ -> List.of("four"));
    assertTrue(err().contains("\u001b[3A\rfour"), err());
  }

  @Test
  void aTreeNeverTakesMoreThanTheTerminalHas() {
    WatchScreen screen = new WatchScreen(printer(err), () -> new TerminalSize(4, 6), true);
    screen.show(most -> Collections.nCopies(most + 9, "├─✓ ab成功"));
    screen.show(_ -> List.of("end"));
    assertEquals(
        "\r├─\u001b[32m✓\u001b[0m …\u001b[K\n".repeat(3)
            + "\u001b[J\u001b[3A\rend\u001b[K\n\u001b[J",
        err());
  }

  @Test
  void whatGoesOnOrFailedIsShownWhereNotEverythingFits() {
    List<String> lines =
        new WatchTree(Messages.in(Language.ENGLISH), Clock.systemUTC()).lines(many(), 12);

    assertEquals(12, lines.size());
    String text = String.join("\n", lines);
    assertTrue(text.contains("✓ t0"), text);
    assertTrue(text.contains("● t70"), text);
    assertTrue(text.contains("✗ t90"), text);
    assertTrue(text.endsWith("… and 94 more steps"), text);
  }

  /** A hundred steps, of which one goes on and one has failed. */
  private static RunSnapshot many() {
    Map<String, NodeStatus> nodes = new LinkedHashMap<>();
    nodes.put("wf", node("wf", "wf", "DAG", NodePhase.RUNNING, ""));
    for (int i = 0; i < 100; i++) {
      NodePhase phase =
          i == 70 ? NodePhase.RUNNING : i == 90 ? NodePhase.FAILED : NodePhase.SUCCEEDED;
      nodes.put("wf-" + i, node("wf-" + i, "t" + i, "Pod", phase, "wf"));
    }
    return new RunSnapshot(
        "wf", Optional.of(NodePhase.RUNNING), "", Optional.empty(), Optional.empty(), nodes);
  }

  private static NodeStatus node(
      String id, String name, String type, NodePhase phase, String boundary) {
    return new NodeStatus(
        id,
        "wf." + name,
        name,
        type,
        "work",
        phase,
        boundary,
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        NodeStatus.Values.NONE,
        NodeStatus.Values.NONE,
        false,
        false);
  }

  private RunSnapshot simulated(String text) throws InterruptedException {
    RunRequest request =
        new RunRequest(
            YamlTree.parse(SourceText.of(text)),
            0,
            Map.of(),
            EngineChoice.SIMULATE,
            folder.resolve("simulated"),
            java.time.Duration.ofMillis(1));
    return ThisComputer.start(ThisComputer.preview(request).result().orElseThrow(), _ -> {})
        .await();
  }

  private int run(String... options) {
    List<String> words = new ArrayList<>(List.of("run", file.toString(), "--yes"));
    words.addAll(Arrays.asList(options));
    return new CommandLine(printer(out), printer(err), Messages.in(Language.ENGLISH))
        .execute(words);
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

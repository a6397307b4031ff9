// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** Argo's own examples, run as if. */
final class SimulatedExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");

  /** Examples wait no longer than this for something that a simulation cannot give them. */
  private static final long LONGEST_SECONDS = 20;

  /** They ask for values that only a real step has, or for what this program cannot evaluate. */
  private static final Set<String> NOT_SIMULATED =
      Set.of(
          "expression-destructure-json-complex.yaml#0",
          "expression-tag-template-workflow.yaml#0",
          "handle-large-output-results.yaml#0",
          "withsequence-nested-result.yaml#0",
          "workflow-template/templates.yaml#0");

  /** They refer to templates of other files. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "cluster-workflow-template/cluster-wftmpl-dag.yaml#0",
          "cluster-workflow-template/mixed-cluster-namespaced-wftmpl-steps.yaml#0",
          "workflow-template/dag.yaml#0",
          "workflow-template/hello-world.yaml#0",
          "workflow-template/retry-with-steps.yaml#0");

  /** Why an example may be refused; those that are no workflows are not counted. */
  private static final Map<ProblemCode, Integer> REFUSED =
      Map.of(
          ProblemCode.ENTRYPOINT_MISSING, 7,
          ProblemCode.RUN_PARAMETER_MISSING, 2,
          ProblemCode.RUN_TEMPLATE_ELSEWHERE, 4);

  @TempDir Path folder;

  @Test
  void everyExampleRunsToAnEndOrIsRefusedWithAReason() throws Exception {
    assumeTrue(Files.isDirectory(EXAMPLES));
    Map<String, CompletableFuture<RunSnapshot>> runs = new TreeMap<>();
    Map<String, ProblemCode> refused = new TreeMap<>();
    for (Path file : files()) {
      begin(file, runs, refused);
    }
    Map<String, String> others = new TreeMap<>();
    int successes = 0;
    for (Map.Entry<String, CompletableFuture<RunSnapshot>> run : runs.entrySet()) {
      RunSnapshot end = run.getValue().get(LONGEST_SECONDS, TimeUnit.SECONDS);
      NodePhase phase = end.phase().orElseThrow();
      assertTrue(phase.isFinished(), () -> run.getKey() + " ended as " + phase);
      if (phase == NodePhase.SUCCEEDED) {
        successes++;
      } else {
        others.put(run.getKey(), end.message());
      }
    }
    Set<String> expected = new HashSet<>(NOT_SIMULATED);
    expected.addAll(ELSEWHERE);
    assertEquals(expected, others.keySet(), others::toString);
    Map<ProblemCode, Integer> reasons = new EnumMap<>(ProblemCode.class);
    refused.values().forEach(code -> reasons.merge(code, 1, Integer::sum));
    reasons.remove(ProblemCode.RUN_NO_WORKFLOW);
    assertEquals(REFUSED, reasons, refused::toString);
    assertTrue(successes > 150, () -> "only so few were run: " + runs.size());
  }

  private void begin(
      Path file,
      Map<String, CompletableFuture<RunSnapshot>> runs,
      Map<String, ProblemCode> refused) {
    YamlTree tree = YamlTree.parse(SourceText.of(text(file)));
    for (int i = 0; i < tree.documents().size(); i++) {
      String name = EXAMPLES.relativize(file) + "#" + i;
      Outcome<RunPreview> preview =
          ThisComputer.preview(
              new RunRequest(
                  tree,
                  i,
                  Map.of(),
                  EngineChoice.SIMULATE,
                  folder.resolve(name),
                  Duration.ofMillis(1)));
      preview.refusal().ifPresent(why -> refused.put(name, why.code()));
      preview
          .result()
          .ifPresent(
              agreed -> {
                ActiveRun run = ThisComputer.start(agreed, _ -> {});
                runs.put(name, CompletableFuture.supplyAsync(() -> awaited(run)));
              });
    }
  }

  private static RunSnapshot awaited(ActiveRun run) {
    try {
      return run.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(EXAMPLES)) {
      return found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.problem.Outcome;
import tiphys.model.run.RunSnapshot;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** Argo's own examples, run as if. */
final class SimulatedExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");

  /** Examples wait no longer than this for something that a simulation cannot give them. */
  private static final long LONGEST_SECONDS = 20;

  @TempDir Path folder;

  @Test
  void everyExampleRunsToAnEndOrIsRefusedWithAReason() throws Exception {
    assumeTrue(Files.isDirectory(EXAMPLES));
    Map<String, CompletableFuture<RunSnapshot>> runs = new TreeMap<>();
    Map<String, String> refused = new TreeMap<>();
    for (Path file : files()) {
      begin(file, runs, refused);
    }
    Map<String, String> ends = new TreeMap<>();
    for (Map.Entry<String, CompletableFuture<RunSnapshot>> run : runs.entrySet()) {
      RunSnapshot end = run.getValue().get(LONGEST_SECONDS, TimeUnit.SECONDS);
      ends.put(run.getKey(), end.phase().orElseThrow() + " " + end.message());
    }
    System.out.println(refused);
    ends.forEach(
        (n, e) -> {
          if (!e.startsWith("SUCC")) System.out.println("END " + n + " " + e);
        });
    System.out.println(ends.size());
  }

  private void begin(
      Path file, Map<String, CompletableFuture<RunSnapshot>> runs, Map<String, String> refused) {
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
      preview.refusal().ifPresent(why -> refused.put(name, why.code() + " " + why.arguments()));
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

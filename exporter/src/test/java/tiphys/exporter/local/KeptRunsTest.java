// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.problem.ProblemCode;

/** Runs of this computer are found again as long as their folders are there. */
final class KeptRunsTest {
  @TempDir Path folder;

  @Test
  void thoseThatAreOverAreListedTheLastOneFirstWithoutTheirNodes() throws IOException {
    KeptRuns runs = new KeptRuns(folder.resolve("config"));
    runs.add(run("first"));
    runs.add(run("second"));
    runs.add(Files.createDirectory(folder.resolve("goes on")));

    List<KeptRun> all = new KeptRuns(folder.resolve("config")).all();

    assertEquals(List.of("second", "first"), all.stream().map(KeptRunsTest::name).toList());
    assertFalse(all.getFirst().workflow().path("status").has("nodes"));
    assertEquals(1, all.getFirst().whole().result().orElseThrow().at("/status/nodes").size());
    assertEquals(
        "2026-11-29T10:00:00Z",
        all.getFirst().workflow().at("/metadata/creationTimestamp").asText());
  }

  @Test
  void whatTheSystemClearedIsNotListedAndSaidToBeGone() throws IOException {
    KeptRuns runs = new KeptRuns(folder);
    runs.add(run("gone"));
    KeptRun gone = runs.all().getFirst();
    Files.delete(gone.folder().resolve("status.json"));
    Files.delete(gone.folder());

    assertEquals(List.of(), runs.all());
    assertEquals(
        Optional.of(ProblemCode.RUN_FOLDER_CLEARED), gone.whole().refusal().map(why -> why.code()));
  }

  @Test
  void onlyTheLastHundredAreRemembered() throws IOException {
    KeptRuns runs = new KeptRuns(folder.resolve("config"));
    for (int i : IntStream.range(0, 103).toArray()) {
      runs.add(run("run-" + i));
    }

    assertEquals(100, runs.all().size());
    assertEquals("run-102", name(runs.all().getFirst()));
  }

  private Path run(String name) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.writeString(
        made.resolve("status.json"),
        """
      {"metadata":{"name":"%s"},"spec":{},
       "status":{"phase":"Succeeded","startedAt":"2026-11-29T10:00:00Z","nodes":{"a":{"id":"a"}}}}
      """
            .formatted(name));
    return made;
  }

  private static String name(KeptRun run) {
    return run.workflow().at("/metadata/name").asText();
  }
}

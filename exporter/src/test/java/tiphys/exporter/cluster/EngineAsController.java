// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/**
 * Brings runs to their end where a server has no controller: the engine of this computer runs them
 * and its status is written there.
 */
final class EngineAsController implements ContractPlace {
  private static final long BETWEEN_PASSES_MILLIS = 20;

  private final ContractPlace place;
  private final Path folder;
  private final Map<String, Conducted> runs = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** A run of the engine; how often it has changed, and how many changes were written. */
  private static final class Conducted {
    private final AtomicLong changes = new AtomicLong(1);
    private final ActiveRun run;
    private long written;

    Conducted(RunPreview preview) {
      this.run = ThisComputer.start(preview, _ -> changes.incrementAndGet());
    }
  }

  private EngineAsController(ContractPlace place, Path folder) {
    this.place = place;
    this.folder = folder;
  }

  static EngineAsController at(ContractPlace place, Path folder) {
    EngineAsController controller = new EngineAsController(place, folder);
    Thread.ofVirtual().start(controller::work);
    return controller;
  }

  private void work() {
    try {
      while (!closed.await(BETWEEN_PASSES_MILLIS, TimeUnit.MILLISECONDS)) {
        Outcome<Listing> listed = place.gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL);
        listed.result().ifPresent(there -> there.items().forEach(this::pass));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(ObjectNode there) {
    String name = there.at("/metadata/name").asText();
    if (!runs.containsKey(name)) {
      begin(name, there);
      return;
    }
    Conducted conducted = runs.get(name);
    if (there.at("/spec/shutdown").isTextual()) {
      conducted.run.cancel();
    }
    if (isResumed(there, conducted.run)) {
      conducted.run.resume();
    }
    long now = conducted.changes.get();
    if (conducted.written != now) {
      conducted.written = now;
      JsonNode status = ClusterMemory.json(conducted.run.statusJson()).path("status");
      place.change(name, run -> run.set("status", status.deepCopy()));
    }
  }

  private void begin(String name, ObjectNode there) {
    Outcome<RunPreview> preview = LocalGateway.preview(there, folder);
    preview.result().ifPresent(seen -> runs.put(name, new Conducted(seen)));
    preview.refusal().ifPresent(why -> fail(name, there, why));
  }

  private void fail(String name, ObjectNode there, Problem why) {
    if (there.path("status").isMissingNode()) {
      String status = "{\"phase\":\"Error\",\"message\":\"%s\"}".formatted(why.code().key());
      place.change(name, run -> ClusterFixture.withStatus(run, status));
    }
  }

  /** Whether somebody let a node go on that waits in the engine. */
  private static boolean isResumed(ObjectNode there, ActiveRun run) {
    return run.snapshot().nodes().values().stream()
        .filter(node -> node.type().equals("Suspend") && !node.phase().isFinished())
        .anyMatch(
            node ->
                there
                    .at("/status/nodes")
                    .path(node.id())
                    .path("phase")
                    .asText()
                    .equals("Succeeded"));
  }

  @Override
  public ClusterGateway gateway() {
    return place.gateway();
  }

  @Override
  public ObjectNode stored(String name) {
    return place.stored(name);
  }

  @Override
  public void change(String name, UnaryOperator<ObjectNode> change) {
    place.change(name, change);
  }

  @Override
  public void close() {
    closed.countDown();
    place.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.settings.ConfigFolder;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ArgoServerDouble;
import tiphys.exporter.cluster.ClusterMemory;

/** {@code tiphys watch}, whatever happens to the connection meanwhile. */
final class WatchVerbTest {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;
  private final ArgoServerDouble server = new ArgoServerDouble(Optional.empty());
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String before = "";

  @BeforeEach
  void addAConnection() throws Exception {
    before = System.getProperty(ConfigFolder.OVERRIDE, "");
    System.setProperty(ConfigFolder.OVERRIDE, folder.toString());
    Path token = Files.writeString(folder.resolve("token"), "first");
    assertEquals(
        0,
        tiphys(
            "connections",
            "add",
            "here",
            "--server",
            server.address().toString(),
            "--token-command",
            "cat '" + token + "'"));
    ObjectNode run = ClusterMemory.json("{\"metadata\":{\"name\":\"w\"},\"spec\":{}}");
    server.memory().create(ArgoKind.WORKFLOW, "default", run, true);
    server.accept("first");
    change("Running", "Pending");
  }

  @AfterEach
  void close() {
    System.setProperty(ConfigFolder.OVERRIDE, before);
    server.close();
  }

  @Test
  void aWatchGoesOnWhenItsTokenExpiresInTheMiddleOfTheStream() throws Exception {
    CompletableFuture<Integer> watch = watch();
    awaitSaid("◷ w.a");

    Files.writeString(folder.resolve("token"), "second");
    server.accept("second");
    server.endStreams();
    change("Running", "Running");
    awaitSaid("● w.a");
    change("Succeeded", "Succeeded");

    assertEquals(0, watch.get(PATIENCE_SECONDS, TimeUnit.SECONDS), said());
    assertTrue(said().contains("✓ w.a"), said());
  }

  @Test
  void aTokenThatNobodyRenewsIsSaidAndTheWatchWaits() throws Exception {
    CompletableFuture<Integer> watch = watch();
    awaitSaid("◷ w.a");

    server.accept("another");
    server.endStreams();
    awaitSaid("What is shown may be old; trying again.");
    change("Failed", "Failed");
    server.accept("first");

    assertEquals(1, watch.get(PATIENCE_SECONDS, TimeUnit.SECONDS), said());
    assertTrue(said().contains("✗ w.a"), said());
    assertTrue(said().contains("Connected again"), said());
  }

  /** On a thread of its own: the common ones belong to the client of HTTP. */
  private CompletableFuture<Integer> watch() {
    return CompletableFuture.supplyAsync(
        () -> tiphys("watch", "w"), task -> Thread.ofVirtual().start(task));
  }

  private void change(String phase, String ofNode) {
    server
        .memory()
        .change(
            "w",
            run -> {
              run.set(
                  "status",
                  ClusterMemory.json(
                      """
                      {"phase":"%s","nodes":{"w-1":{"id":"w-1","name":"w.a","displayName":"a","type":"Pod",
                       "phase":"%s"}}}
                      """
                          .formatted(phase, ofNode)));
              return run;
            });
  }

  private int tiphys(String... words) {
    PrintStream printer = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new CommandLine(printer, printer, Messages.in(Language.ENGLISH)).execute(List.of(words));
  }

  private void awaitSaid(String words) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!said().contains(words) && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertTrue(said().contains(words), said());
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

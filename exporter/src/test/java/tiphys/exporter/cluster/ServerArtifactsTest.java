// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Artifacts come through an Argo Server, as it hands them out. */
final class ServerArtifactsTest {
  private static final String HERE = "workflows/run/run-1/outputs/";

  @TempDir Path folder;
  private final ArgoServerDouble server = new ArgoServerDouble(Optional.empty());
  private final ClusterGateway gateway = open(server.address());

  @AfterEach
  void close() {
    gateway.close();
    server.close();
  }

  @Test
  void aFileComesToTheByteUnderTheNameThatTheStoreHas() throws IOException {
    byte[] content = {0, 1, 2, (byte) 200};
    server.artifacts().put(HERE + "model", content);

    Path got = done(download("model", 100).into(folder));

    assertEquals("model.of-store", got.getFileName().toString());
    assertArrayEquals(content, Files.readAllBytes(got));
    assertEquals(folder.resolve("mine"), done(download("model", 100).to(folder.resolve("mine"))));
  }

  @Test
  void aFolderComesWithEverythingBelowIt() throws IOException {
    put("report/a b.txt", "one");
    put("report/sub/deep/c.txt", "two");

    Path got = done(download("report", 100).into(folder));

    assertEquals("one", Files.readString(got.resolve("a b.txt")));
    assertEquals("two", Files.readString(got.resolve("sub/deep/c.txt")));
  }

  @Test
  void aFolderThatIsAWebPageComesAsItsFirstPage() throws IOException {
    put("site/index.html", "<h1>hello</h1>");

    Path got = done(download("site", 100).into(folder));

    assertEquals("<h1>hello</h1>", Files.readString(got.resolve("index.html")));
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItComes() {
    put("model", "x".repeat(101));

    assertRefused(ProblemCode.CLUSTER_ARTIFACT_LARGE, download("model", 100).into(folder));
    assertFalse(Files.exists(folder.resolve("model.of-store")));
  }

  @Test
  void whatBreaksOffLeavesNothingThatLooksWhole() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "as it was");
    HttpServer torn =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    torn.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(new byte[50]);
          exchange.close();
        });
    torn.start();
    try (ClusterGateway way = open(URI.create("http://localhost:" + torn.getAddress().getPort()))) {
      assertRefused(ProblemCode.CLUSTER_BROKEN_OFF, download(way, "model", 100).to(mine));
    } finally {
      torn.stop(0);
    }

    assertEquals("as it was", Files.readString(mine));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(mine), left.toList());
    }
  }

  @Test
  void whatTheServerCannotGetAtIsSaidToBeMissing() {
    assertRefused(ProblemCode.CLUSTER_ARTIFACT_MISSING, download("none", 100).into(folder));
  }

  @Test
  void ofARunInTheArchiveItIsAskedForByItsUid() throws IOException {
    server
        .artifacts()
        .put("archived-workflows/uid-9/run-1/outputs/old", "kept".getBytes(StandardCharsets.UTF_8));

    assertEquals("kept", Files.readString(done(download("old", 100).into(folder))));
    assertTrue(
        server
            .requests()
            .contains("GET /artifact-files/default/archived-workflows/uid-9/run-1/outputs/old"));
  }

  @Test
  void aTokenThatIsNotAcceptedIsSaidToBe() {
    server.accept("another");

    assertRefused(ProblemCode.CLUSTER_TOKEN_REFUSED, download("none", 100).into(folder));
  }

  private void put(String place, String content) {
    server.artifacts().put(HERE + place, content.getBytes(StandardCharsets.UTF_8));
  }

  private static ClusterGateway open(URI address) {
    Target target = new Target.ArgoServer(address, new TokenSource.None(), new Trust.OfSystem());
    return done(new Clusters(Path.of("none"), Map.of()).open(new Connection("here", target, "")));
  }

  private ArtifactDownload download(String name, long mostBytes) {
    return download(gateway, name, mostBytes);
  }

  private static ArtifactDownload download(ClusterGateway way, String name, long mostBytes) {
    return new ArtifactDownload(
        way,
        "",
        new ArtifactPlace("run", "uid-9", "run-1", ArtifactPlace.Side.OUTPUT, name),
        mostBytes);
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.result().orElseThrow(() -> new AssertionError(outcome.refusal()));
  }

  private static void assertRefused(ProblemCode code, Outcome<?> outcome) {
    assertEquals(Optional.of(code), outcome.refusal().map(why -> why.code()));
  }
}

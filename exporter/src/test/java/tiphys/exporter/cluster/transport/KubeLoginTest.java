// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.exporter.cluster.Certificates;
import tiphys.exporter.cluster.KubernetesDouble;
import tiphys.exporter.cluster.connection.Target;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** A kubeconfig lets one in as {@code kubectl} is let in, or says why not. */
final class KubeLoginTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @Test
  void aProgramLogsInOnceAndAgainWhenItsTokenIsRefused() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    server.accept("first");
    token("first", "");
    KubernetesTransport way = way(server, plugin("login"), LONG);

    assertDone(ask(way));
    assertDone(ask(way));
    assertEquals(1, runs());

    server.accept("second");
    token("second", "");
    assertDone(ask(way));
    assertEquals(2, runs());
  }

  @Test
  void aTokenIsRenewedWhenItsTimeIsOver() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    token("t", Instant.now().plusSeconds(2).toString());
    KubernetesTransport way = way(server, plugin("login"), LONG);

    for (int i = 0; i < 20_000 && runs() < 2; i++) {
      assertDone(ask(way));
    }

    assertEquals(2, runs());
  }

  @Test
  void aTokenThatIsOverByTheClockHereIsTriedAllTheSameAndNotFetchedEachTime() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    token("t", "2020-01-01T00:00:00Z");
    KubernetesTransport way = way(server, plugin("login"), LONG);

    assertDone(ask(way));
    assertDone(ask(way));

    assertEquals(1, runs());
  }

  @Test
  void aProgramThatIsNotThereIsNamedWithWhatTheKubeconfigSaysOfIt() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    KubernetesTransport way =
        way(
            server,
            "exec: {apiVersion: v1, command: no-such-login, installHint: Ask the desk.}",
            LONG);

    assertEquals(
        Problem.refusal(ProblemCode.KUBECONFIG_PLUGIN_MISSING, "no-such-login", "Ask the desk."),
        ask(way).refusal().orElseThrow());
  }

  @Test
  void aProgramThatFailsIsNamedWithoutWhatItPrinted() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    script("fails", "echo hush; echo hush >&2; exit 3");
    script("prattles", "echo hush");

    assertEquals(
        List.of("./fails", "3"),
        ask(way(server, "exec: {apiVersion: v1, command: ./fails}", LONG))
            .refusal()
            .filter(why -> why.code() == ProblemCode.KUBECONFIG_PLUGIN_FAILED)
            .orElseThrow()
            .arguments());
    assertEquals(
        List.of("./prattles", "0"),
        ask(way(server, "exec: {apiVersion: v1, command: ./prattles}", LONG))
            .refusal()
            .orElseThrow()
            .arguments());
  }

  @Test
  void aProgramThatHangsIsNotWaitedForForEver() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    script("hangs", "sleep 600");

    Outcome<?> asked =
        ask(way(server, "exec: {apiVersion: v1, command: ./hangs}", Duration.ofMillis(300)));

    assertEquals(
        Optional.of(ProblemCode.KUBECONFIG_PLUGIN_SLOW), asked.refusal().map(Problem::code));
  }

  @Test
  void closingDoesNotWaitForAProgramThatHangs() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    script("hangs", "touch begun; sleep 600");
    KubernetesTransport way = way(server, "exec: {apiVersion: v1, command: ./hangs}", LONG);
    CompletableFuture<Outcome<?>> asked =
        CompletableFuture.supplyAsync(() -> ask(way), Thread.ofVirtual()::start);

    way.close();

    assertFalse(asked.join().isDone());
  }

  @Test
  void aProgramIsToldOfTheClusterAndItsVariables() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    server.accept("mine");
    script(
        "tells",
        """
        echo "$KUBERNETES_EXEC_INFO" > info
        echo '{"kind":"ExecCredential","status":{"token":"'"$WHO"'"}}'
        """);

    assertDone(
        ask(
            way(
                server,
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./tells,"
                    + " provideClusterInfo: true, env: [{name: WHO, value: mine}]}",
                LONG)));

    String told = Files.readString(folder.resolve("info"));
    assertTrue(told.contains("\"server\":\"" + server.address() + "\""), told);
    assertTrue(told.contains("client.authentication.k8s.io/v1"), told);
  }

  @Test
  void aCertificateLetsInWhereTheServerDemandsOne() throws IOException {
    Certificates host = Certificates.of("localhost");
    Certificates me = Certificates.of("me");
    KubernetesDouble server = opened(new KubernetesDouble(Optional.of(host.demanding(me))));
    server.demandCertificates();
    Files.writeString(folder.resolve("me.pem"), me.pem());
    Files.writeString(folder.resolve("me.key"), me.keyPem());

    assertDone(ask(way(server, inline(me), host, LONG)));
    assertDone(ask(way(server, "client-certificate: me.pem, client-key: me.key", host, LONG)));
    for (String user : List.of("token: t", inline(Certificates.of("somebody")))) {
      Outcome<?> refused = ask(way(server, user, host, LONG));
      assertEquals(
          Optional.of(ProblemCode.CLUSTER_WANTS_CERTIFICATE),
          refused.refusal().map(Problem::code),
          user);
    }
  }

  @Test
  void aProgramCanGiveACertificate() throws IOException {
    Certificates host = Certificates.of("localhost");
    Certificates me = Certificates.of("me");
    KubernetesDouble server = opened(new KubernetesDouble(Optional.of(host.demanding(me))));
    server.demandCertificates();
    Files.writeString(
        folder.resolve("credential"),
        """
        {"status": {"clientCertificateData": "%s", "clientKeyData": "%s"}}
        """
            .formatted(
                me.pem().replaceAll("\\R", "\\\\n"), me.keyPem().replaceAll("\\R", "\\\\n")));
    script("login", "cat credential");

    assertDone(ask(way(server, "exec: {apiVersion: v1, command: ./login}", host, LONG)));
  }

  @Test
  void aTokenIsReadFromItsFileAndReadAgainWhenItIsRefused() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    server.accept("first");
    Files.writeString(folder.resolve("token"), "first\n");
    KubernetesTransport way = way(server, "tokenFile: token", LONG);
    assertDone(ask(way));

    server.accept("second");
    Files.writeString(folder.resolve("token"), "second\n");

    assertDone(ask(way));
    Outcome<?> missing = ask(way(server, "tokenFile: nowhere", LONG));
    assertEquals(
        List.of(folder.resolve("nowhere").toString()),
        missing
            .refusal()
            .filter(why -> why.code() == ProblemCode.KUBECONFIG_NO_TOKEN_FILE)
            .orElseThrow()
            .arguments());
  }

  @Test
  void aNameAndAPasswordLetIn() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));

    assertDone(ask(way(server, "username: me, password: hush", LONG)));
  }

  @Test
  void severalFilesAreMergedAndOfEachNameTheFirstCounts() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    server.accept("right");
    Path clusters =
        Files.writeString(
            folder.resolve("clusters"),
            """
            clusters: [{name: lab, cluster: {server: "%s"}}]
            contexts:
            - {name: lab, context: {cluster: lab, user: me, namespace: team}}
            - {name: other, context: {cluster: lab, user: nobody}}
            """
                .formatted(server.address()));
    Path users =
        Files.writeString(
            folder.resolve("users"),
            """
            current-context: lab
            clusters: [{name: lab, cluster: {server: "https://no-such-host.invalid"}}]
            users: [{name: me, user: {token: right}}, {name: nobody, user: {token: wrong}}]
            """);
    Map<String, String> environment =
        Map.of("KUBECONFIG", clusters + ":" + users + ":" + folder.resolve("not-there"));

    KubernetesTransport lab = opened(to("", Optional.empty(), environment));
    KubernetesTransport other = opened(to("other", Optional.empty(), environment));

    assertDone(ask(lab));
    assertEquals("team", lab.namespace());
    assertEquals(
        Optional.of(ProblemCode.CLUSTER_TOKEN_REFUSED), ask(other).refusal().map(Problem::code));
  }

  @Test
  void anAuthorityThatCannotBeReadIsSaid() throws IOException {
    KubernetesDouble server = opened(new KubernetesDouble(Optional.empty()));
    Path file =
        Files.writeString(
            folder.resolve("config"),
            kubeconfig(server, "token: t", ", certificate-authority: nowhere.pem"));

    Outcome<?> asked = ask(opened(to("", Optional.of(file), Map.of())));

    assertEquals(
        Optional.of(ProblemCode.KUBECONFIG_CERTIFICATE_UNREADABLE),
        asked.refusal().map(Problem::code));
  }

  /** A program that prints what stands in a file, and counts how often it does. */
  private String plugin(String name) throws IOException {
    script(name, "echo run >> runs; cat credential");
    return "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./" + name + "}";
  }

  private void token(String token, String end) throws IOException {
    Files.writeString(
        folder.resolve("credential"),
        """
        {"kind": "ExecCredential", "status": {"token": "%s", "expirationTimestamp": "%s"}}
        """
            .formatted(token, end));
  }

  private int runs() throws IOException {
    Path runs = folder.resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
  }

  private void script(String name, String text) throws IOException {
    Path file =
        Files.writeString(folder.resolve(name), "#!/bin/sh\ncd '" + folder + "'\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static String inline(Certificates me) {
    return "client-certificate-data: %s, client-key-data: %s"
        .formatted(base64(me.pem()), base64(me.keyPem()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private KubernetesTransport way(KubernetesDouble server, String user, Duration patience)
      throws IOException {
    return way(kubeconfig(server, user, ""), patience);
  }

  private KubernetesTransport way(
      KubernetesDouble server, String user, Certificates host, Duration patience)
      throws IOException {
    return way(
        kubeconfig(server, user, ", certificate-authority-data: " + base64(host.pem())), patience);
  }

  private KubernetesTransport way(String kubeconfig, Duration patience) throws IOException {
    Path file = Files.writeString(folder.resolve("config"), kubeconfig);
    return opened(
        KubernetesTransport.to(new Target.KubeContext(Optional.of(file), ""), Map.of(), patience)
            .result()
            .orElseThrow());
  }

  private static KubernetesTransport to(
      String context, Optional<Path> file, Map<String, String> environment) {
    return KubernetesTransport.to(new Target.KubeContext(file, context), environment)
        .result()
        .orElseThrow();
  }

  private static String kubeconfig(KubernetesDouble server, String user, String authority) {
    return """
        apiVersion: v1
        kind: Config
        current-context: here
        clusters: [{name: here, cluster: {server: "%s"%s}}]
        users: [{name: me, user: {%s}}]
        contexts: [{name: here, context: {cluster: here, user: me}}]
        """
        .formatted(server.address(), authority, user);
  }

  private static Outcome<?> ask(KubernetesTransport way) {
    return way.send(Call.get("/version").within(LONG))
        .then(answer -> answer.object(way.address(), ProblemCode.CLUSTER_NOT_ARGO));
  }

  private static void assertDone(Outcome<?> outcome) {
    assertEquals(Optional.empty(), outcome.refusal());
  }

  private <T extends AutoCloseable> T opened(T each) {
    opened.add(each);
    return each;
  }
}

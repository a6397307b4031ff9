// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.SecretStore;
import tiphys.exporter.cluster.connection.ServerAddress;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.exporter.cluster.transport.ArgoTransport;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.TlsProbe;
import tiphys.exporter.cluster.transport.TokenSources;
import tiphys.exporter.cluster.transport.Transport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Everything that can be wrong on the way to a cluster is told apart. */
final class BadConnectionsTest {
  @TempDir static Path folder;
  private static Optional<Certificates> own = Optional.empty();
  private static Optional<Certificates> other = Optional.empty();

  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void makeCertificates() {
    own = Optional.of(Certificates.of("localhost"));
    other = Optional.of(Certificates.of("argo.example"));
  }

  @AfterEach
  void closeEverything() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @ParameterizedTest
  @EnumSource(value = BadWay.class, mode = EnumSource.Mode.EXCLUDE, names = "WITHOUT_ARGO")
  void everyBadWayToAnArgoServerIsToldApart(BadWay way) {
    BadCluster cluster = closing(BadCluster.argoServer(way));

    assertEquals(way.code(), firstTrouble(way, cluster.argoServer(way, folder)).code());
  }

  @ParameterizedTest
  @EnumSource(BadWay.class)
  void everyBadWayOfAKubeconfigIsToldApart(BadWay way) {
    BadCluster cluster = closing(BadCluster.kubernetes(way));
    Path file = cluster.kubeconfig(way, folder);

    assertEquals(
        way.codeOfKubeconfig(),
        firstTrouble(way, new Target.KubeContext(Optional.of(file), "")).code());
  }

  @Test
  void aCertificateThatHasExpiredIsToldWithItsDates() {
    BadCluster old = closing(BadCluster.argoServer(BadWay.EXPIRED_CERTIFICATE));

    assertEquals(
        List.of("2020-01-01", "2020-01-31"),
        problem(old.address(), new Trust.OfSystem()).arguments().subList(1, 3));
  }

  @Test
  void aCertificateForAnotherHostIsToldWithTheHostItIsFor() {
    Problem problem =
        problem(secure(other()).address(), new Trust.Authorities(other().pem(folder)));

    assertEquals(List.of("localhost", "argo.example"), problem.arguments());
  }

  @Test
  void aCertificateThatNobodyVouchesForIsToldWithItsFingerprint() {
    Problem problem = problem(secure(own()).address(), new Trust.OfSystem());

    assertEquals(ProblemCode.CLUSTER_CERTIFICATE_UNKNOWN, problem.code());
    assertEquals(TlsProbe.fingerprint(own().certificate()), problem.arguments().getLast());
  }

  @Test
  void aCertificateIsTrustedByItsFingerprintByItsFileOrByTheUsersOwnWill() {
    URI address = secure(own()).address();

    assertWorks(address, new Trust.Pinned(TlsProbe.fingerprint(own().certificate())));
    assertWorks(address, new Trust.Authorities(own().pem(folder)));
    assertWorks(address, new Trust.Unverified());
  }

  @Test
  void aPinHoldsWhateverHostTheCertificateNames() {
    Certificates other = other();

    assertWorks(
        secure(other).address(), new Trust.Pinned(TlsProbe.fingerprint(other.certificate())));
  }

  @Test
  void anotherCertificateThanThePinnedOneIsToldWithWhatItIs() {
    Problem problem = problem(secure(own()).address(), new Trust.Pinned("00"));

    assertEquals(ProblemCode.CLUSTER_CERTIFICATE_CHANGED, problem.code());
    assertEquals(TlsProbe.fingerprint(own().certificate()), problem.arguments().getLast());
  }

  @Test
  void theSentenceOfAServerThatWantsTlsIsUnderstood() {
    ArgoServerDouble server = plain();
    server.refuseNext(
        "version", 400, "text/plain", "Client sent an HTTP request to an HTTPS server.\n");

    assertCode(ProblemCode.CLUSTER_SPEAKS_TLS, server.address());
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForForEver() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome<?> outcome =
          transport(URI.create("http://localhost:" + silent.getLocalPort()), new Trust.OfSystem())
              .then(to -> to.send(Call.get("/api/v1/version").within(Duration.ofMillis(50))));

      assertEquals(Optional.of(ProblemCode.CLUSTER_SLOW), outcome.refusal().map(Problem::code));
    }
  }

  @Test
  void aPageOfHtmlIsNoArgoWhateverItsStatus() {
    ArgoServerDouble server = plain();
    for (int status : new int[] {200, 302, 400, 403, 404, 502}) {
      server.refuseNext("version", status, "text/html", "<!DOCTYPE html><title>Log in</title>");

      assertCode(ProblemCode.CLUSTER_NOT_ARGO, server.address());
    }
  }

  @Test
  void aFileOfAuthoritiesWithoutAnyIsRefusedBeforeAnythingIsSent() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");

    Problem problem =
        transport(plain().address(), new Trust.Authorities(empty)).refusal().orElseThrow();

    assertEquals(ProblemCode.CLUSTER_AUTHORITIES_UNREADABLE, problem.code());
  }

  @Test
  void anAddressIsTakenAsPeoplePasteIt() {
    assertEquals("https://argo.example:2746", address("argo.example:2746"));
    assertEquals(
        "https://argo.example/argo", address(" https://argo.example/argo/workflows?ns=x "));
    assertEquals("http://localhost:2746/base", address("http://localhost:2746//base/"));
  }

  @Test
  void anAddressWithAPasswordInItIsRefusedWithoutRepeatingIt() {
    Problem problem = ServerAddress.of("https://me:hush@argo.example").refusal().orElseThrow();

    assertEquals(ProblemCode.CLUSTER_ADDRESS_WRONG, problem.code());
    assertEquals(List.of("https://argo.example"), problem.arguments());
  }

  @Test
  void theTestOfAConnectionEndsAtTheStepThatFails() {
    Connection connection =
        new Connection(
            "here",
            new Target.ArgoServer(
                secure(own()).address(), new TokenSource.None(), new Trust.OfSystem()),
            "");
    ClusterGateway gateway = new Clusters(folder, Map.of()).open(connection).result().orElseThrow();
    opened.add(gateway);

    List<CheckStep> steps = gateway.check(ClusterGateway.PATIENCE, _ -> {});

    assertEquals(List.of(CheckStep.Kind.VERIFIED), steps.stream().map(CheckStep::kind).toList());
  }

  /** The first trouble that the test of a connection tells. */
  private Problem firstTrouble(BadWay way, Target target) {
    ClusterGateway gateway =
        new Clusters(folder, Map.of())
            .open(new Connection("here", target, ""))
            .result()
            .orElseThrow();
    opened.add(gateway);
    return gateway.check(way.patience(), _ -> {}).stream()
        .flatMap(step -> step.trouble().stream())
        .findFirst()
        .orElseThrow();
  }

  private static String address(String written) {
    return ServerAddress.of(written).result().orElseThrow().toString();
  }

  private static Certificates own() {
    return own.orElseThrow();
  }

  private static Certificates other() {
    return other.orElseThrow();
  }

  private ArgoServerDouble secure(Certificates certificates) {
    return closing(new ArgoServerDouble(Optional.of(certificates.context())));
  }

  private ArgoServerDouble plain() {
    return closing(new ArgoServerDouble(Optional.empty()));
  }

  private void assertCode(ProblemCode code, URI address) {
    assertEquals(code, problem(address, new Trust.OfSystem()).code());
  }

  private void assertWorks(URI address, Trust trust) {
    assertEquals(Optional.empty(), version(address, trust).refusal());
  }

  private Problem problem(URI address, Trust trust) {
    return version(address, trust).refusal().orElseThrow();
  }

  private Outcome<?> version(URI address, Trust trust) {
    return transport(address, trust)
        .then(
            to ->
                to.send(Call.get("/api/v1/version").within(Duration.ofSeconds(20)))
                    .then(answer -> answer.object(to.address(), ProblemCode.CLUSTER_NOT_ARGO)));
  }

  private Outcome<Transport> transport(URI address, Trust trust) {
    return ArgoTransport.to(
            new Target.ArgoServer(address, new TokenSource.None(), trust),
            "here",
            new TokenSources(SecretStore.in(folder, ""), Map.of()))
        .then(transport -> Outcome.done(closing(transport)));
  }

  private <T extends AutoCloseable> T closing(T each) {
    opened.add(each);
    return each;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tiphys.model.problem.ProblemCode;

/** What is kept of connections, and how. */
final class ConnectionStoreTest {
  private static final Target.KubeContext CONTEXT =
      new Target.KubeContext(Optional.of(Path.of("/etc/kube")), "prod");

  @TempDir Path folder;

  static Stream<Target> everyTarget() {
    URI address = URI.create("https://argo.example:2746/argo");
    Stream<TokenSource> tokens =
        Stream.of(
            new TokenSource.None(),
            new TokenSource.Kept(),
            new TokenSource.Environment(),
            new TokenSource.Command("print token"),
            new TokenSource.OfContext(CONTEXT),
            new TokenSource.ServiceAccount(CONTEXT, "default", "robot"));
    Stream<Trust> trusts =
        Stream.of(
            new Trust.OfSystem(),
            new Trust.Authorities(Path.of("/etc/ca.pem")),
            new Trust.Pinned("AB:CD"),
            new Trust.Unverified());
    return Stream.of(
            Stream.of(CONTEXT, new Target.KubeContext(Optional.empty(), "")),
            tokens.map(token -> new Target.ArgoServer(address, token, new Trust.OfSystem())),
            trusts.map(trust -> new Target.ArgoServer(address, new TokenSource.None(), trust)))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("everyTarget")
  void aConnectionComesBackAsItWasKept(Target target) {
    Connection connection = new Connection("ack", target, "team");
    store().add(connection);

    assertEquals(Optional.of(connection), store().named("ack").result());
  }

  @Test
  void aNameIsTakenOnceAndFreeAgainWhenItsConnectionIsRemoved() {
    store().add(new Connection("a", CONTEXT, ""));

    assertEquals(
        Optional.of(ProblemCode.CONNECTION_NAME_TAKEN),
        store().add(new Connection("a", CONTEXT, "")).refusal().map(why -> why.code()));
    assertTrue(store().remove("a").isDone());
    assertEquals(Optional.of(List.of()), store().all().result());
  }

  @Test
  void aDamagedFileIsSaidAndLeftAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("connections.json"), "{ half");

    assertEquals(
        Optional.of(ProblemCode.CONNECTIONS_DAMAGED),
        store().add(new Connection("a", CONTEXT, "")).refusal().map(why -> why.code()));
    assertEquals("{ half", Files.readString(file));
  }

  @Test
  void secretsAreInAFileThatOnlyTheUserReads() throws IOException {
    SecretStore.in(folder, "").keep("ack", Secret.ofToken("hush"));

    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("secrets.json"))));
    assertEquals(
        "Bearer hush", SecretStore.in(folder, "").secret("ack").orElseThrow().authorization());
  }

  @Test
  void theKeyStoreOfTheSystemIsTakenWhereItAnswersAndNeverSeesTheSecretAsAWord()
      throws IOException {
    Path tool = folder.resolve("secret-tool");
    Files.writeString(
        tool,
        """
        #!/bin/sh
        echo "$@" >> "%1$s/words"
        case "$1" in
          store) cat > "%1$s/ring" ;;
          lookup) cat "%1$s/ring" ;;
          clear) rm "%1$s/ring" ;;
        esac
        """
            .formatted(folder));
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    SecretStore store = SecretStore.in(folder, folder.toString());

    store.keep("ack", Secret.ofToken("hush"));

    assertEquals("Bearer hush", store.secret("ack").orElseThrow().authorization());
    assertFalse(Files.exists(folder.resolve("secrets.json")));
    assertFalse(Files.readString(folder.resolve("words")).contains("hush"));
    store.forget("ack");
    assertTrue(store.secret("ack").isEmpty());
  }

  @Test
  void aKeyStoreThatDoesNotAnswerLeavesTheFile() throws IOException {
    Path tool = folder.resolve("secret-tool");
    Files.writeString(tool, "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    SecretStore store = SecretStore.in(folder, folder.toString());

    store.keep("ack", Secret.ofToken("hush"));

    assertEquals("Bearer hush", store.secret("ack").orElseThrow().authorization());
  }

  @Test
  void aSecretPrintsAsDotsWhateverItIsPutInto() {
    Secret secret = Secret.ofToken("Bearer hush");

    assertEquals("•••", secret.toString());
    assertFalse(Map.of("token", secret).toString().contains("hush"));
    assertEquals("Bearer hush", secret.authorization());
    assertEquals("Bearer v2:x", Secret.ofToken("Bearer v2:x").authorization());
  }

  @Test
  void theVariablesOfArgoMakeAConnection() {
    Connection found =
        EnvironmentConnection.of(
                Map.of(
                    "ARGO_SERVER", "argo.example:2746",
                    "ARGO_TOKEN", "Bearer hush",
                    "ARGO_NAMESPACE", "team",
                    "ARGO_BASE_HREF", "/argo/",
                    "ARGO_INSECURE_SKIP_VERIFY", "true"))
            .orElseThrow()
            .result()
            .orElseThrow();

    assertEquals(
        new Connection(
            "environment",
            new Target.ArgoServer(
                URI.create("https://argo.example:2746/argo"),
                new TokenSource.Environment(),
                new Trust.Unverified()),
            "team"),
        found);
    assertTrue(EnvironmentConnection.of(Map.of()).isEmpty());
  }

  private ConnectionStore store() {
    return new ConnectionStore(folder);
  }
}

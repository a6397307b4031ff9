// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeIds;

/** What only the way through an Argo Server has. */
final class ArgoServerContractTest extends ClusterFixture {
  private static final String KEPT =
      """
      {"phase":"Succeeded","nodes":{
       "talk-1":{"id":"talk-1","name":"talk.a","type":"Pod","phase":"Succeeded","templateName":"say",
         "outputs":{"artifacts":[{"name":"main-logs","s3":{"key":"talk/a/main.log"}}]}},
       "talk-2":{"id":"talk-2","name":"talk.b","type":"Pod","phase":"Succeeded","templateName":"say",
         "outputs":{"artifacts":[{"name":"main-logs","s3":{"key":"talk/b/main.log"}}]}}}}
      """;

  ArgoServerContractTest() {
    super(ContractTarget.ARGO_SERVER_DOUBLE);
  }

  @Test
  void theTestOfAConnectionSaysStepByStepWhatWorks() {
    assertEquals(
        List.of("REACHED", "ACCOUNT me", "VERSION v4.1.2", "LIST default"),
        told(gateway().check(ClusterGateway.PATIENCE, _ -> {})));
  }

  @Test
  void anArgoThatIsTooOldIsSaidToBe() {
    server().setVersion("v3.4.17");

    CheckStep last = gateway().check(ClusterGateway.PATIENCE, _ -> {}).getLast();

    assertEquals(CheckStep.Kind.VERSION, last.kind());
    assertEquals(
        Optional.of(ProblemCode.CLUSTER_ARGO_TOO_OLD), last.trouble().map(why -> why.code()));
  }

  @Test
  void aServerThatSomebodyBuiltForHimselfIsNotTooOld() {
    server().setVersion("v0.0.0+unknown");

    assertTrue(
        gateway().check(ClusterGateway.PATIENCE, _ -> {}).stream().allMatch(CheckStep::isGood));
  }

  @Test
  void theArchiveIsListedAndARunOfItIsGotByItsUid() {
    submitted("old");

    ObjectNode listed = done(gateway().archived("", ObjectFilter.ALL)).items().getFirst();
    String uid = listed.at("/metadata/uid").asText();
    assertEquals("old", done(gateway().archivedRun("", uid)).at("/metadata/name").asText());
    assertEquals(
        Optional.of(ProblemCode.CLUSTER_NOT_FOUND),
        gateway().archivedRun("", "none").refusal().map(why -> why.code()));
  }

  @Test
  void aLongArchiveIsReadPageByPage() {
    for (int i = 0; i < 450; i++) {
      submitted("run-" + i);
    }

    assertEquals(450, done(gateway().archived("", ObjectFilter.ALL)).items().size());
    assertEquals(
        3, server().requests().stream().filter(each -> each.contains("archived-")).count());
  }

  @Test
  void aLongListOfRunsIsReadPageByPageAndByOneAnswerWhereTheServerCannotCount() {
    for (int i = 0; i < 250; i++) {
      submitted("run-" + i);
    }

    assertEquals(250, done(gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL)).items().size());
    assertEquals(List.of("limit 200", "limit 200 from 200"), lists());

    server()
        .refuseNext(
            "ext.showRemainingItemCount",
            400,
            "application/json",
            "{\"code\":3,\"message\":\"unsupported requirement ext.showRemainingItemCount\"}");
    assertEquals(250, done(gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL)).items().size());
    assertEquals(List.of("limit 200", ""), lists().subList(2, 4));
  }

  /** How runs were asked for. */
  private List<String> lists() {
    return server().requests().stream()
        .filter(asked -> asked.startsWith("GET /api/v1/workflows/"))
        .map(
            asked ->
                (asked.contains("limit=") ? "limit 200" : "")
                    + (asked.contains("continue=200") ? " from 200" : ""))
        .toList();
  }

  @Test
  void whatAServerListsOfItsArchiveAmongTheOthersIsListedOnceAndKnownAsOfTheArchive() {
    submitted("live");
    submitted("old");
    change("old", ArgoServerContractTest::archived);

    RunList live = done(RunList.of(gateway(), "", query(RunQuery.Part.LIVE)));
    RunList both = done(RunList.of(gateway(), "", query(RunQuery.Part.BOTH)));

    assertEquals(
        List.of("live", "old"), live.runs().stream().map(each -> each.run().name()).toList());
    assertEquals(
        List.of("old"),
        both.runs().stream()
            .filter(RunList.Entry::isOfArchive)
            .map(each -> each.run().name())
            .toList());
  }

  @Test
  void aChangeBetweenAListAndTheLookAtItsVersionIsNotLost() {
    submitted("w");
    ArgoServerDouble argo = (ArgoServerDouble) server();
    // of the two lists, it is the second that is believed
    argo.afterNextList(() -> argo.afterNextList(() -> phase("w", "Running")));

    Heard heard = watch("w");

    heard.await(() -> heard.phase("w").equals("Running"));
  }

  @Test
  void aRunThatWasArchivedBeforeTheWatchBeganIsToldWithItsNodes() {
    submitted("talk");
    change("talk", run -> archived(withStatus(run, KEPT)));

    Heard heard = watch("talk");

    heard.await(() -> heard.phase("talk").equals("Succeeded"));
    assertEquals(2, done(new RunReader().read(heard.run("talk"))).nodes().size());
  }

  private static ObjectNode archived(ObjectNode run) {
    run.withObject("/metadata")
        .putObject("labels")
        .put("workflows.argoproj.io/workflow-archiving-status", "Persisted");
    return run;
  }

  private static RunQuery query(RunQuery.Part part) {
    return new RunQuery(part, "", Set.of(), "", Optional.empty(), true);
  }

  @Test
  void theLinesOfAPodThatIsGoneComeFromWhereArgoKeptThem() {
    submitted("talk");
    change("talk", run -> withStatus(run, KEPT));
    ArgoServerDouble argo = (ArgoServerDouble) server();
    argo.artifacts().put("workflows/talk/talk-1/outputs/main-logs", "one\ntwo\n".getBytes(UTF_8));
    argo.artifacts().put("workflows/talk/talk-2/outputs/main-logs", "old\n".getBytes(UTF_8));
    WorkflowObject run = new WorkflowObject(stored("talk"));
    LogRequest all = LogRequest.of("talk").keptOf(run, done(new RunReader().read(run)));
    String gone = NodeIds.podName("talk", "talk.a", "say");
    String there = NodeIds.podName("talk", "talk.b", "say");
    server().memory().addPod("talk", there, "live\n");

    assertEquals(
        List.of(there + ": live", gone + ": one", gone + ": two"),
        HeardLines.of(gateway(), all).lines());
    assertEquals(
        List.of(gone + ": two"), HeardLines.of(gateway(), all.ofPod(gone).newest(1)).lines());
  }

  @Test
  void aTokenThatACommandPrintsIsRenewedWhenItExpiresAndTheWatchGoesOn() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "Bearer first\n");
    submitted("w");
    server().accept("first");
    ClusterGateway renewing =
        closing(opened(new TokenSource.Command("cat '" + file + "'"), Map.of()));
    Heard heard = new Heard();
    closing(RunWatch.start(renewing, "", ObjectFilter.named("w"), heard, QUICK));
    heard.await(() -> heard.now().containsKey("w"));

    Files.writeString(file, "second");
    server().accept("second");
    server().breakNextStreams(StreamFault.UNAUTHORIZED);
    phase("w", "Running");
    phase("w", "Succeeded");

    heard.await(() -> heard.phase("w").equals("Succeeded"));
  }

  @Test
  void aTokenThatWasTypedIsKeptForTheUserAloneAndSent() throws Exception {
    Clusters clusters = new Clusters(folder, Map.of());
    done(clusters.secrets().keep("here", Secret.ofToken("Bearer typed")));
    server().accept("typed");

    ClusterGateway typed = closing(done(clusters.open(connection(new TokenSource.Kept()))));

    assertTrue(typed.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).isDone());
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("secrets.json"))));
  }

  @Test
  void aTokenIsTakenFromAKubeconfig() throws Exception {
    server().accept("from-kubeconfig");
    Path file = folder.resolve("config");
    try (KubernetesDouble kubernetes = new KubernetesDouble(Optional.empty())) {
      Files.writeString(file, kubernetes.kubeconfig("from-kubeconfig"));
      Target.KubeContext context = new Target.KubeContext(Optional.of(file), "here");

      ClusterGateway taken = closing(opened(new TokenSource.OfContext(context), Map.of()));

      assertTrue(taken.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).isDone());
    }
  }

  @Test
  void aTokenIsRequestedForAServiceAccount() throws Exception {
    server().accept("made-for-robot");
    Path file = folder.resolve("config");
    try (KubernetesDouble kubernetes = new KubernetesDouble(Optional.empty())) {
      Files.writeString(file, kubernetes.kubeconfig("any"));
      Target.KubeContext context = new Target.KubeContext(Optional.of(file), "here");

      ClusterGateway requested =
          closing(opened(new TokenSource.ServiceAccount(context, "default", "robot"), Map.of()));

      assertTrue(requested.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).isDone());
    }
  }

  @Test
  void aCommandThatFailsIsNamedWithoutWhatItPrinted() {
    ClusterGateway failing =
        closing(opened(new TokenSource.Command("echo hush; exit 3"), Map.of()));

    var refused = failing.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).refusal().orElseThrow();

    assertEquals(ProblemCode.CLUSTER_TOKEN_COMMAND_FAILED, refused.code());
    assertEquals("3", refused.arguments().getLast());
  }

  @Test
  void theEnvironmentOfArgosOwnCommandLineIsAConnection() {
    server().accept("t0ken");
    Map<String, String> environment =
        Map.of(
            "ARGO_SERVER",
            "localhost:" + server().address().getPort(),
            "ARGO_SECURE",
            "false",
            "ARGO_TOKEN",
            "Bearer t0ken",
            "ARGO_NAMESPACE",
            "default");
    Clusters clusters = new Clusters(folder, environment);

    ClusterGateway found = closing(done(clusters.connection("").then(clusters::open)));

    assertTrue(found.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).isDone());
  }

  static List<String> told(List<CheckStep> steps) {
    return steps.stream()
        .map(
            step ->
                step.kind()
                    + (step.kind() == CheckStep.Kind.REACHED ? "" : " " + step.found())
                    + step.trouble().map(why -> "!" + why.code()).orElse(""))
        .map(String::strip)
        .toList();
  }

  private Connection connection(TokenSource token) {
    return new Connection(
        "here", new Target.ArgoServer(server().address(), token, new Trust.OfSystem()), "");
  }

  private ClusterGateway opened(TokenSource token, Map<String, String> environment) {
    return done(new Clusters(Path.of("none"), environment).open(connection(token)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** What holds of every cluster, however it is reached. */
abstract class ClusterContract {
  static final Pace QUICK =
      new Pace(Duration.ofMillis(1), Duration.ofMillis(50), Duration.ofMillis(20));

  private final List<AutoCloseable> opened = new ArrayList<>();

  /** The server that stands behind the gateway. */
  abstract ClusterDouble server();

  abstract ClusterGateway gateway();

  @AfterEach
  void closeEverything() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  <T extends AutoCloseable> T closing(T each) {
    opened.add(each);
    return each;
  }

  @Test
  void aWorkflowThatIsSubmittedIsThereUnderTheNameThatItGot() {
    ObjectNode made = done(gateway().create(ArgoKind.WORKFLOW, "", workflow(""), Trial.REAL));

    String name = made.at("/metadata/name").asText();
    assertTrue(name.startsWith("hello-"), name);
    assertEquals(
        name, done(gateway().get(ArgoKind.WORKFLOW, "", name)).at("/metadata/name").asText());
  }

  @Test
  void aDryRunKeepsNothing() {
    done(gateway().create(ArgoKind.WORKFLOW, "", workflow("dry"), Trial.DRY_RUN));

    assertRefused(ProblemCode.CLUSTER_NOT_FOUND, gateway().get(ArgoKind.WORKFLOW, "", "dry"));
  }

  @Test
  void whatTheClusterRefusesIsSaidInItsWords() {
    ObjectNode broken = workflow("broken");
    broken.remove("spec");

    Outcome<ObjectNode> outcome = gateway().create(ArgoKind.WORKFLOW, "", broken, Trial.DRY_RUN);

    assertRefused(ProblemCode.CLUSTER_REFUSED, outcome);
    assertTrue(outcome.refusal().orElseThrow().arguments().getFirst().contains("spec"));
  }

  @Test
  void aNameThatIsTakenIsRefusedAsTaken() {
    submitted("twice");

    assertRefused(
        ProblemCode.CLUSTER_EXISTS_ALREADY,
        gateway().create(ArgoKind.WORKFLOW, "", workflow("twice"), Trial.REAL));
  }

  @ParameterizedTest
  @EnumSource(ArgoKind.class)
  void everyKindIsCreatedChangedListedAndDeleted(ArgoKind kind) {
    ObjectNode made = done(gateway().create(kind, "", workflow("one"), Trial.REAL));
    made.withObject("/spec").put("entrypoint", "other");
    ObjectNode changed = done(gateway().update(kind, "", made));

    assertEquals("other", changed.at("/spec/entrypoint").asText());
    assertEquals(1, done(gateway().list(kind, "", ObjectFilter.ALL)).items().size());
    done(gateway().delete(kind, "", "one"));
    assertTrue(done(gateway().list(kind, "", ObjectFilter.ALL)).items().isEmpty());
  }

  @Test
  void aChangeOfWhatSomebodyElseChangedIsAConflict() {
    ObjectNode mine =
        done(gateway().create(ArgoKind.WORKFLOW_TEMPLATE, "", workflow("both"), Trial.REAL));
    done(gateway().update(ArgoKind.WORKFLOW_TEMPLATE, "", mine.deepCopy()));

    assertRefused(
        ProblemCode.CLUSTER_CONFLICT, gateway().update(ArgoKind.WORKFLOW_TEMPLATE, "", mine));
  }

  @Test
  void aTemplateOfTheClusterIsSubmittedWithValues() {
    done(gateway().create(ArgoKind.WORKFLOW_TEMPLATE, "", workflow("greet"), Trial.REAL));

    ObjectNode run =
        done(
            gateway()
                .submitFrom(
                    ArgoKind.WORKFLOW_TEMPLATE,
                    "",
                    "greet",
                    SubmitOptions.with(Map.of("who", "world")),
                    Trial.REAL));

    assertTrue(run.at("/metadata/name").asText().startsWith("greet-"), run.toString());
    assertEquals("greet", run.at("/spec/workflowTemplateRef/name").asText());
    assertEquals("world", run.at("/spec/arguments/parameters/0/value").asText());
  }

  @Test
  void aTrialOfATemplateOfTheClusterMakesNoRun() {
    done(gateway().create(ArgoKind.WORKFLOW_TEMPLATE, "", workflow("greet"), Trial.REAL));

    done(
        gateway()
            .submitFrom(
                ArgoKind.WORKFLOW_TEMPLATE, "", "greet", SubmitOptions.NONE, Trial.DRY_RUN));

    assertEquals(
        List.of(),
        done(gateway()
                .list(
                    ArgoKind.WORKFLOW,
                    "",
                    ObjectFilter.labelled("workflows.argoproj.io/workflow-template=greet")))
            .items());
  }

  @Test
  void aResourceOfAFileIsCreatedThenReplacedAndAnOverlappingChangeIsAConflict() {
    ObjectNode mine = workflow("kept");
    mine.put("kind", "WorkflowTemplate");
    StorePlan create = done(StorePlan.of(gateway(), "", mine));
    assertInstanceOf(StorePlan.Create.class, create);
    done(create.perform(gateway(), ""));
    assertInstanceOf(StorePlan.Nothing.class, done(StorePlan.of(gateway(), "", mine)));

    ((ObjectNode) mine.path("spec")).put("priority", 5);
    StorePlan first = done(StorePlan.of(gateway(), "", mine));
    ((ObjectNode) mine.path("spec")).put("priority", 6);
    StorePlan second = done(StorePlan.of(gateway(), "", mine));
    assertInstanceOf(StorePlan.Replace.class, first);
    done(first.perform(gateway(), ""));

    assertRefused(ProblemCode.CLUSTER_CONFLICT, second.perform(gateway(), ""));
    assertEquals(
        5,
        done(gateway().get(ArgoKind.WORKFLOW_TEMPLATE, "", "kept")).at("/spec/priority").asInt());
  }

  @Test
  void aCronWorkflowIsPausedAndGoesOn() {
    done(gateway().create(ArgoKind.CRON_WORKFLOW, "", workflow("nightly"), Trial.REAL));

    assertTrue(
        done(gateway().setCron("", "nightly", CronState.SUSPENDED))
            .at("/spec/suspend")
            .asBoolean());
    assertFalse(
        done(gateway().setCron("", "nightly", CronState.ACTIVE)).at("/spec/suspend").asBoolean());
  }

  @Test
  void aRunIsSuspendedStoppedAndTerminated() {
    submitted("a");

    done(gateway().act("", "a", new RunAction.Suspend()));
    assertTrue(stored("a").at("/spec/suspend").asBoolean());
    done(gateway().act("", "a", new RunAction.Stop("", "")));
    assertEquals("Stop", stored("a").at("/spec/shutdown").asText());
    done(gateway().act("", "a", new RunAction.Terminate()));
    assertEquals("Terminate", stored("a").at("/spec/shutdown").asText());
  }

  @Test
  void aSuspendedNodeGoesOnWithTheOutputsThatAreSupplied() {
    submitted("ask");
    server().memory().change("ask", run -> withStatus(run, SUSPENDED));

    done(gateway().act("", "ask", new RunAction.Resume("", Map.of("answer", "yes"))));

    ObjectNode node = (ObjectNode) stored("ask").at("/status/nodes/ask-1");
    assertEquals("Succeeded", node.path("phase").asText());
    assertEquals("yes", node.at("/outputs/parameters/0/value").asText());
  }

  @Test
  void aSuspendedNodeWithoutItsOutputIsNotResumed() {
    submitted("ask");
    server().memory().change("ask", run -> withStatus(run, SUSPENDED));

    assertFalse(gateway().act("", "ask", new RunAction.Resume("", Map.of())).isDone());
    assertEquals("Running", stored("ask").at("/status/nodes/ask-1/phase").asText());
  }

  @Test
  void aRetryForgetsWhatFailedAndKeepsWhatSucceeded() {
    submitted("flow");
    server().memory().change("flow", run -> withStatus(run, FAILED));
    server().memory().addPod("flow", "flow-work-1196838284", "");

    done(gateway().act("", "flow", new RunAction.Retry("", RunAction.Successful.KEPT, Map.of())));

    ObjectNode nodes = (ObjectNode) stored("flow").at("/status/nodes");
    assertFalse(nodes.has("flow-b"), nodes.toString());
    assertEquals("Succeeded", nodes.at("/flow-a/phase").asText());
    assertEquals("Running", nodes.at("/flow/phase").asText());
    assertEquals("", stored("flow").at("/status/phase").asText());
  }

  @Test
  void aRunThatSucceededIsNotRetried() {
    submitted("fine");
    server().memory().change("fine", run -> withStatus(run, "{\"phase\":\"Succeeded\"}"));

    assertFalse(
        gateway()
            .act("", "fine", new RunAction.Retry("", RunAction.Successful.KEPT, Map.of()))
            .isDone());
  }

  @Test
  void aRunIsResubmittedUnderAnotherName() {
    submitted("again");

    WorkflowObject run =
        done(
            gateway()
                .act(
                    "",
                    "again",
                    new RunAction.Resubmit(RunAction.Memoized.NO, Map.of("who", "me"))));

    assertTrue(run.name().startsWith("again-"), run.name());
    assertEquals("me", run.json().at("/spec/arguments/parameters/0/value").asText());
  }

  @Test
  void theLinesOfARunComeWithThePodThatPrintedThem() {
    submitted("talk");
    server().memory().addPod("talk", "talk-1", "first\nsecond\n");

    assertEquals(
        List.of("talk-1: first", "talk-1: second"), HeardLines.of(gateway(), "talk").lines());
  }

  @Test
  void ofEachContainerTheLinesAreItsOwn() {
    submitted("talk");
    server().memory().addPod("talk", "talk-1", "first\n");
    server().memory().print("talk-1", "wait", "watching\n");
    server().memory().addPod("talk", "talk-2", "other\n");

    LogRequest waiting = LogRequest.of("talk").inContainer("wait");
    assertEquals(List.of("talk-1: watching"), HeardLines.of(gateway(), waiting).lines());
    LogRequest newest = LogRequest.of("talk").ofPod("talk-2").newest(1);
    server().memory().print("talk-2", LogRequest.MAIN, "last\n");
    assertEquals(List.of("talk-2: last"), HeardLines.of(gateway(), newest).lines());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLogThatBreaksIsTakenUpWhereItWasAndNoLineComesTwice(boolean isBreak) {
    submitted("talk");
    server().memory().addPod("talk", "talk-1", "a\nb\nc\nd\ne\n");
    server().logs().cutNext(new LogDouble.Cut(2, isBreak));
    server().logs().cutNext(new LogDouble.Cut(1, isBreak));

    HeardLines heard = HeardLines.begin(gateway(), LogRequest.of("talk").following());
    heard.await("talk-1: e");
    server().memory().print("talk-1", LogRequest.MAIN, "f\n");
    heard.await("talk-1: f");
    phase("talk", "Succeeded");

    assertEquals(Optional.empty(), heard.end());
    assertEquals(
        List.of("talk-1: a", "talk-1: b", "talk-1: c", "talk-1: d", "talk-1: e", "talk-1: f"),
        heard.lines());
    assertEquals(heard.interruptions(), heard.lives());
  }

  @Test
  void aLogOfARunThatIsGoneEnds() {
    submitted("talk");
    server().memory().addPod("talk", "talk-1", "a\n");
    HeardLines heard = HeardLines.begin(gateway(), LogRequest.of("talk").following());
    heard.await("talk-1: a");
    server().logs().cutNext(new LogDouble.Cut(0, true));
    done(gateway().delete(ArgoKind.WORKFLOW, "", "talk"));

    assertTrue(heard.end().map(why -> why.code() == ProblemCode.CLUSTER_NOT_FOUND).orElse(true));
  }

  @Test
  void theLinesOfNoRunAreRefused() {
    assertRefused(ProblemCode.CLUSTER_NOT_FOUND, gateway().logs("", LogRequest.of("none")));
  }

  @Test
  void aRunIsWatchedFromItsBeginningToItsEnd() {
    submitted("w");
    Heard heard = watch("w");
    heard.await(() -> heard.now().containsKey("w"));

    phase("w", "Running");
    heard.await(() -> heard.phase("w").equals("Running"));
    phase("w", "Succeeded");

    heard.await(() -> heard.phase("w").equals("Succeeded"));
    assertEquals(1, heard.lives());
  }

  @Test
  void aRunThatIsDeletedIsToldAsGone() {
    submitted("w");
    Heard heard = watch("w");
    heard.await(() -> heard.now().containsKey("w"));

    done(gateway().delete(ArgoKind.WORKFLOW, "", "w"));

    heard.await(() -> heard.now().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(StreamFault.class)
  void aWatchSurvivesWhateverHappensToItsStream(StreamFault fault) {
    submitted("w");
    server().breakNextStreams(fault, fault, fault);
    Heard heard = watch("w");
    heard.await(() -> heard.now().containsKey("w"));

    for (int i = 0; server().hasFaultsLeft() && i < 200; i++) {
      int now = i;
      server()
          .memory()
          .change(
              "w",
              run -> withStatus(run, "{\"phase\":\"Running\",\"progress\":\"" + now + "/9\"}"));
      heard.await(() -> heard.progress("w").equals(now + "/9"));
    }
    phase("w", "Succeeded");

    heard.await(() -> heard.phase("w").equals("Succeeded") && heard.isLive());
    assertFalse(server().hasFaultsLeft());
  }

  @Test
  void whatHappensWhileTheVersionIsForgottenIsCaughtUpWith() {
    submitted("w");
    submitted("x");
    server().breakNextStreams(StreamFault.ENDED);
    server().memory().forget();
    Heard heard = watch("");
    heard.await(() -> heard.now().size() == 2);

    server().memory().delete(ArgoKind.WORKFLOW, "default", "x");
    server().memory().forget();
    phase("w", "Failed");

    heard.await(() -> heard.phase("w").equals("Failed") && !heard.now().containsKey("x"));
  }

  @Test
  void aServerThatIsDownIsSaidOnceAndWaitedFor() {
    submitted("w");
    for (int i = 0; i < 3; i++) {
      server().refuseNext("workflows", 503, "text/plain", "upstream is down");
    }
    Heard heard = watch("w");

    heard.await(() -> heard.now().containsKey("w") && heard.isLive());
    assertEquals(List.of(ProblemCode.CLUSTER_FAILED), heard.interruptions());
  }

  @Test
  void aProxysPageInsteadOfJsonIsCalledSo() {
    server().refuseNext("workflows", 200, "text/html", "<html><body>Sign in</body></html>");

    assertRefused(
        ProblemCode.CLUSTER_NOT_ARGO, gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL));
  }

  @Test
  void anAccessRuleThatForbidsIsSaidInTheClustersWords() {
    server()
        .refuseNext(
            "workflows",
            403,
            "application/json",
            server().error(403, "Forbidden", "cannot list workflows in namespace x").toString());

    Outcome<Listing> outcome = gateway().list(ArgoKind.WORKFLOW, "x", ObjectFilter.ALL);

    assertRefused(ProblemCode.CLUSTER_ACCESS_DENIED, outcome);
    assertTrue(outcome.refusal().orElseThrow().arguments().getFirst().contains("namespace x"));
  }

  @Test
  void aTokenThatIsNotTakenIsSaid() {
    server().accept("another");

    assertRefused(
        ProblemCode.CLUSTER_TOKEN_REFUSED, gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL));
  }

  @Test
  void anObjectOfTwentyMegabytesArrivesWhole() {
    submitted("huge");
    String text = "x".repeat(20 * 1024 * 1024);
    server().memory().change("huge", run -> run.put("padding", text));

    assertEquals(
        text.length(),
        done(gateway().get(ArgoKind.WORKFLOW, "", "huge")).path("padding").asText().length());
  }

  @Test
  void aRunOfTenThousandNodesIsWatchedToItsEnd() {
    submitted("w");
    Heard heard = watch("w");
    heard.await(() -> heard.now().containsKey("w"));

    server().breakNextStreams(StreamFault.HALF_EVENT_TORN);
    server().memory().change("w", run -> withStatus(run, nodes(10_000)));

    heard.await(() -> heard.phase("w").equals("Succeeded"));
    assertEquals(10_000, done(new RunReader().read(heard.run("w"))).nodes().size());
  }

  private static String nodes(int count) {
    StringBuilder json = new StringBuilder("{\"phase\":\"Succeeded\",\"nodes\":{");
    for (int i = 0; i < count; i++) {
      json.append(i == 0 ? "" : ",")
          .append(
              "\"w-%1$d\":{\"id\":\"w-%1$d\",\"name\":\"w.t%1$d\",\"type\":\"Pod\",\"phase\":\"Succeeded\"}"
                  .formatted(i));
    }
    return json.append("}}").toString();
  }

  static final String SUSPENDED =
      """
      {"phase":"Running","nodes":{"ask-1":{"id":"ask-1","name":"ask.wait","type":"Suspend",
       "phase":"Running","outputs":{"parameters":[{"name":"answer","valueFrom":{"supplied":{}}}]}}}}
      """;

  static final String FAILED =
      """
      {"phase":"Failed","nodes":{
       "flow":{"id":"flow","name":"flow","type":"DAG","phase":"Failed","children":["flow-a"],"templateName":"main"},
       "flow-a":{"id":"flow-a","name":"flow.a","type":"Pod","phase":"Succeeded","boundaryID":"flow","children":["flow-b"],"templateName":"work"},
       "flow-b":{"id":"flow-b","name":"flow.b","type":"Pod","phase":"Failed","boundaryID":"flow","templateName":"work"}}}
      """;

  Heard watch(String name) {
    Heard heard = new Heard();
    closing(RunWatch.start(gateway(), "", ObjectFilter.named(name), heard, QUICK));
    return heard;
  }

  void submitted(String name) {
    done(gateway().create(ArgoKind.WORKFLOW, "", workflow(name), Trial.REAL));
  }

  void phase(String name, String phase) {
    server().memory().change(name, run -> withStatus(run, "{\"phase\":\"" + phase + "\"}"));
  }

  ObjectNode stored(String name) {
    return server().memory().get(ArgoKind.WORKFLOW, "default", name);
  }

  static ObjectNode withStatus(ObjectNode run, String status) {
    run.set("status", ClusterMemory.json(status));
    return run;
  }

  /** With a name that is made up where none is given. */
  static ObjectNode workflow(String name) {
    ObjectNode workflow = ClusterMemory.json("{\"spec\":{\"entrypoint\":\"main\"}}");
    workflow
        .withObject("/metadata")
        .put(name.isEmpty() ? "generateName" : "name", name.isEmpty() ? "hello-" : name);
    return workflow;
  }

  static <T> T done(Outcome<T> outcome) {
    return outcome.result().orElseThrow(() -> new AssertionError(outcome.refusal().toString()));
  }

  static void assertRefused(ProblemCode code, Outcome<?> outcome) {
    assertEquals(Optional.of(code), outcome.refusal().map(why -> why.code()));
  }
}

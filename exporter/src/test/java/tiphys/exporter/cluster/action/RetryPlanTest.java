// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeIds;

/** What a retry, a resubmission and a resumption make of a run. */
final class RetryPlanTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** a and b after the root; b has failed for good after two attempts; c never came. */
  private static final String FAILED =
      """
      {"metadata":{"name":"wf","namespace":"default","labels":{"workflows.argoproj.io/completed":"true","team":"blue"}},
       "spec":{"entrypoint":"main","shutdown":"Stop","arguments":{"parameters":[{"name":"p","value":"old"},{"name":"q","value":"kept"}]}},
       "status":{"phase":"Failed","message":"child failed","finishedAt":"2026-11-25T01:00:05Z","nodes":{
        "wf":{"id":"wf","name":"wf","type":"DAG","phase":"Failed","templateName":"main","children":["wf-a","wf-b"],"outboundNodes":["wf-b1"]},
        "wf-a":{"id":"wf-a","name":"wf.a","type":"Pod","phase":"Succeeded","boundaryID":"wf","templateName":"work"},
        "wf-b":{"id":"wf-b","name":"wf.b","type":"Retry","phase":"Failed","boundaryID":"wf","templateName":"work","children":["wf-b0","wf-b1"]},
        "wf-b0":{"id":"wf-b0","name":"wf.b(0)","type":"Pod","phase":"Failed","boundaryID":"wf","templateName":"work","nodeFlag":{"retried":true}},
        "wf-b1":{"id":"wf-b1","name":"wf.b(1)","type":"Pod","phase":"Error","boundaryID":"wf","templateName":"work","nodeFlag":{"retried":true}},
        "wf-x":{"id":"wf-x","name":"wf.onExit","type":"Pod","phase":"Succeeded","templateName":"bye"}}}}
      """;

  @Test
  void whatFailedBeginsAnewWithItsAttemptsAndTheExitHandlerToo() throws IOException {
    RetryPlan plan = plan("", RunAction.Successful.KEPT, Map.of());

    assertEquals(Set.of("wf.b", "wf.b(0)", "wf.b(1)", "wf.onExit"), Set.copyOf(plan.begunAnew()));
    assertEquals(List.of("wf"), plan.reopened());
    assertEquals(Set.of("wf", "wf-a"), names(plan));
    assertEquals("[\"wf-a\"]", plan.workflow().at("/status/nodes/wf/children").toString());
  }

  @Test
  void thePodsOfWhatBeginsAnewAreNamedAsArgoNamesThem() throws IOException {
    assertEquals(
        Set.of(
            NodeIds.podName("wf", "wf.b(0)", "work"),
            NodeIds.podName("wf", "wf.b(1)", "work"),
            NodeIds.podName("wf", "wf.onExit", "bye")),
        Set.copyOf(plan("", RunAction.Successful.KEPT, Map.of()).pods()));
  }

  @Test
  void aControllerThatNamesPodsAsTheirNodesIsFollowed() throws IOException {
    ObjectNode run = workflow();
    run.withObject("/metadata")
        .withObject("/annotations")
        .put("workflows.argoproj.io/pod-name-format", "v1");

    RetryPlan plan =
        done(
            RetryPlan.of(
                new WorkflowObject(run),
                new RunAction.Retry("", RunAction.Successful.KEPT, Map.of())));

    assertEquals(Set.of("wf-b0", "wf-b1", "wf-x"), Set.copyOf(plan.pods()));
  }

  @Test
  void theRunIsNoLongerOver() throws IOException {
    ObjectNode next = plan("", RunAction.Successful.KEPT, Map.of("p", "new")).workflow();

    assertEquals("", next.at("/status/phase").asText());
    assertTrue(next.at("/status/finishedAt").isNull());
    assertEquals("Running", next.at("/status/nodes/wf/phase").asText());
    assertFalse(next.path("spec").has("shutdown"));
    assertEquals("{\"team\":\"blue\"}", next.at("/metadata/labels").toString());
    assertEquals(
        "[{\"name\":\"p\",\"value\":\"new\"},{\"name\":\"q\",\"value\":\"kept\"}]",
        next.at("/spec/arguments/parameters").toString());
  }

  @Test
  void aStepThatSucceededBeginsAnewOnlyWhereItIsChosen() throws IOException {
    RetryPlan plan = plan("name=wf.a", RunAction.Successful.RESTARTED, Map.of());

    assertTrue(plan.begunAnew().contains("wf.a"));
    assertEquals(Set.of("wf"), names(plan));
  }

  @Test
  void aRunThatDidNotFailIsRefused() throws IOException {
    ObjectNode run = workflow();
    ((ObjectNode) run.path("status")).put("phase", "Running");

    assertEquals(
        Optional.of(ProblemCode.CLUSTER_RUN_NOT_FAILED),
        RetryPlan.of(
                new WorkflowObject(run),
                new RunAction.Retry("", RunAction.Successful.KEPT, Map.of()))
            .refusal()
            .map(why -> why.code()));
  }

  @Test
  void aMemoizedRunKeepsWhatSucceededUnderIdsOfItsOwnName() throws IOException {
    ObjectNode made =
        done(
            Changes.resubmitted(
                workflow(), new RunAction.Resubmit(RunAction.Memoized.YES, Map.of())));

    String name = made.at("/metadata/name").asText();
    assertTrue(name.matches("wf-.{5}"), name);
    ObjectNode kept =
        (ObjectNode) made.path("status").path("nodes").path(NodeIds.of(name, name + ".a"));
    assertEquals("Skipped", kept.path("phase").asText());
    assertEquals("original pod: wf-a", kept.path("message").asText());
    assertEquals(name, kept.path("boundaryID").asText());
    assertEquals(
        "Pending",
        made.path("status")
            .path("nodes")
            .path(NodeIds.of(name, name + ".b(0)"))
            .path("phase")
            .asText());
    assertFalse(made.path("status").path("nodes").toString().contains("onExit"));
  }

  @Test
  void aPlainNewRunTakesNothingOfTheOldStatus() throws IOException {
    ObjectNode made =
        done(
            Changes.resubmitted(
                workflow(), new RunAction.Resubmit(RunAction.Memoized.NO, Map.of())));

    assertEquals("wf-", made.at("/metadata/generateName").asText());
    assertEquals(
        "{\"team\":\"blue\",\"workflows.argoproj.io/resubmitted-from-workflow\":\"wf\"}",
        made.at("/metadata/labels").toString());
    assertFalse(made.has("status"));
  }

  @Test
  void nodesAreSelectedByTheirFields() throws IOException {
    ObjectNode node =
        (ObjectNode)
            JSON.readTree(
                "{\"displayName\":\"a\",\"phase\":\"Failed\",\"templateRef\":{\"name\":\"t\"},"
                    + "\"inputs\":{\"parameters\":[{\"name\":\"who\",\"value\":\"me\"}]}}");

    assertTrue(NodeSelector.of("displayName=a,phase!=Running").matches(node));
    assertTrue(NodeSelector.of("templateRef.name==t").matches(node));
    assertTrue(NodeSelector.of("inputs.parameters.who.value=me").matches(node));
    assertFalse(NodeSelector.of("displayName=a,phase=Running").matches(node));
    assertFalse(NodeSelector.of("").matches(node));
  }

  private static Set<String> names(RetryPlan plan) {
    return plan.workflow().at("/status/nodes").properties().stream()
        .map(Map.Entry::getKey)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static RetryPlan plan(
      String selector, RunAction.Successful successful, Map<String, String> parameters)
      throws IOException {
    return done(
        RetryPlan.of(
            new WorkflowObject(workflow()), new RunAction.Retry(selector, successful, parameters)));
  }

  private static ObjectNode workflow() throws IOException {
    return (ObjectNode) JSON.readTree(FAILED);
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.result().orElseThrow(() -> new AssertionError(outcome.refusal().toString()));
  }
}

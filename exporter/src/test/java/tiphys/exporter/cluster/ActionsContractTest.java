// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.run.NodeIds;

/** What holds of actions on runs of every cluster. */
@ParameterizedClass
@EnumSource(ContractTarget.class)
final class ActionsContractTest extends ClusterFixture {
  ActionsContractTest(ContractTarget target) {
    super(target);
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
    change("ask", run -> withStatus(run, SUSPENDED));

    done(gateway().act("", "ask", new RunAction.Resume("", Map.of("answer", "yes"))));

    ObjectNode node = (ObjectNode) stored("ask").at("/status/nodes/ask-1");
    assertEquals("Succeeded", node.path("phase").asText());
    assertEquals("yes", node.at("/outputs/parameters/0/value").asText());
  }

  @Test
  void aSuspendedNodeWithoutItsOutputIsNotResumed() {
    submitted("ask");
    change("ask", run -> withStatus(run, SUSPENDED));

    assertFalse(gateway().act("", "ask", new RunAction.Resume("", Map.of())).isDone());
    assertEquals("Running", stored("ask").at("/status/nodes/ask-1/phase").asText());
  }

  @Test
  void aRetryForgetsWhatFailedAndKeepsWhatSucceeded() {
    submitted("flow");
    change("flow", run -> withStatus(run, FAILED));

    done(gateway().act("", "flow", new RunAction.Retry("", RunAction.Successful.KEPT, Map.of())));

    ObjectNode nodes = (ObjectNode) stored("flow").at("/status/nodes");
    assertFalse(nodes.has("flow-b"), nodes.toString());
    assertEquals("Succeeded", nodes.at("/flow-a/phase").asText());
    assertEquals("Running", nodes.at("/flow/phase").asText());
    assertEquals("", stored("flow").at("/status/phase").asText());
  }

  @Test
  void aRetryDeletesThePodsOfWhatFailed() {
    submitted("flow");
    change("flow", run -> withStatus(run, FAILED));
    server().memory().addPod("flow", NodeIds.podName("flow", "flow.b", "work"), "");

    done(gateway().act("", "flow", new RunAction.Retry("", RunAction.Successful.KEPT, Map.of())));

    assertEquals(Map.of(), server().memory().pods());
  }

  @Test
  void aRunThatSucceededIsNotRetried() {
    submitted("fine");
    change("fine", run -> withStatus(run, "{\"phase\":\"Succeeded\"}"));

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
}

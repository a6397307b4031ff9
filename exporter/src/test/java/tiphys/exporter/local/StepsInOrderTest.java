// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.run.NodePhase;

/** Groups of steps, attempts, and what runs at the end. */
final class StepsInOrderTest {
  @TempDir Path folder;

  @Test
  void aGroupBeginsWhenTheOneBeforeItIsOver() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              steps:
              - - {name: a, template: sh, arguments: {parameters: [{name: do, value: "echo a >> DIR/order; sleep 0.1; echo b >> DIR/order"}]}}
              - - {name: b, template: sh, arguments: {parameters: [{name: do, value: "echo c >> DIR/order; tr -d '\\n' < DIR/order"}]}}
            """
                .replace("DIR", folder.toString()));
    assertEquals("abc", trial.printed("wf[1].b"), trial::toString);
  }

  @Test
  void theStepsOfAGroupRunSideBySide() {
    String meet =
        "touch DIR/%1$s; for i in $(seq 50); do [ -e DIR/%2$s ] && exit 0; sleep 0.1; done; exit 1"
            .replace("DIR", folder.toString());
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              steps:
              - - {name: a, template: sh, arguments: {parameters: [{name: do, value: "%s"}]}}
                - {name: b, template: sh, arguments: {parameters: [{name: do, value: "%s"}]}}
            """
                .formatted(meet.formatted("a", "b"), meet.formatted("b", "a")));
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
  }

  @Test
  void noGroupBeginsAfterOneThatFailed() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              steps:
              - - {name: a, template: sh, arguments: {parameters: [{name: do, value: "false"}]}}
              - - {name: b, template: sh, arguments: {parameters: [{name: do, value: "true"}]}}
            """);
    assertEquals(NodePhase.FAILED, trial.phase());
    assertFalse(trial.names().contains("wf[1].b"), trial::toString);
  }

  @Test
  void aStepIsTriedAgainUntilItSucceeds() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              retryStrategy: {limit: 5}
              container: {image: busybox, command: [sh, -c], args: ["echo x >> DIR/tries; [ $(wc -l < DIR/tries) -ge 3 ]"]}
            """
                .replace("DIR", folder.toString()));
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals(NodePhase.FAILED, trial.node("wf(1)").phase());
    assertEquals(NodePhase.SUCCEEDED, trial.node("wf(2)").phase());
  }

  @Test
  void aStepIsTriedNoMoreThanItsLimitSays() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              retryStrategy: {limit: 1}
              container: {image: busybox, command: ["false"]}
            """);
    assertEquals(NodePhase.FAILED, trial.phase());
    assertTrue(trial.names().contains("wf(1)") && !trial.names().contains("wf(2)"));
    assertEquals("No more retries left", trial.node("wf").message());
  }

  @Test
  void theExitHandlerRunsAfterAFailureAndKnowsOfIt() {
    Trial trial =
        Trial.of(
            folder,
            "onExit: bye",
            """
            - name: main
              container: {image: busybox, command: ["false"]}
            - name: bye
              container: {image: busybox, command: [echo, "{{workflow.status}}"]}
            """);
    assertEquals(NodePhase.FAILED, trial.phase());
    assertEquals("Failed", trial.printed("wf.onExit"));
  }

  @Test
  void theExitHookOfATaskRunsBeforeWhatWaitsForTheTask() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: bye
              container: {image: busybox, command: [touch, DIR/bye]}
            - name: main
              dag:
                tasks:
                - name: a
                  template: sh
                  hooks: {exit: {template: bye}}
                  arguments: {parameters: [{name: do, value: "true"}]}
                - name: b
                  depends: a
                  template: sh
                  arguments: {parameters: [{name: do, value: "test -e DIR/bye"}]}
            """
                .replace("DIR", folder.toString()));
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
  }

  @Test
  void noMoreStepsRunAtOnceThanTheWorkflowAllows() {
    Trial trial =
        Trial.of(
            folder,
            "parallelism: 1",
            """
            - name: main
              steps:
              - - name: each
                  template: sh
                  withSequence: {count: 4}
                  arguments: {parameters: [{name: do, value: "mkdir DIR/only && sleep 0.05 && rmdir DIR/only"}]}
            """
                .replace("DIR", folder.toString()));
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tiphys.exporter.process.WatchedCommand;
import tiphys.model.run.NodePhase;

/** What runs, and what is left out: {@code when}, {@code depends}, {@code continueOn}. */
final class ConditionsTest {
  private static final Path COINFLIP =
      Path.of("..", "..", "shared", "argo", "examples", "coinflip.yaml");

  @TempDir Path folder;

  @Test
  void theCoinFallsOnOneOfItsSides() throws IOException {
    assumeTrue(Files.exists(COINFLIP) && WatchedCommand.isOnPath("python3"));
    Trial trial = Trial.ended(folder, named(Files.readString(COINFLIP)), EngineChoice.PROCESS);
    NodePhase heads = trial.node("wf[1].heads").phase();
    NodePhase tails = trial.node("wf[1].tails").phase();
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertNotEquals(heads, tails);
    assertTrue(List.of(heads, tails).contains(NodePhase.SKIPPED), trial::toString);
  }

  @Test
  void aSimulatedCoinFallsOnNoSideButTheRunGoesToItsEnd() throws IOException {
    assumeTrue(Files.exists(COINFLIP));
    Trial trial = Trial.ended(folder, named(Files.readString(COINFLIP)), EngineChoice.SIMULATE);
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals(NodePhase.SUCCEEDED, trial.node("wf[0].flip-coin").phase());
  }

  private static String named(String text) {
    return text.replace("generateName: coinflip-", "name: wf");
  }

  /** A ends in the given way; B asks for something of it. */
  @ParameterizedTest
  @CsvSource({
    "true,  A,                        SUCCEEDED",
    "false, A,                        OMITTED",
    "false, A.Failed,                 SUCCEEDED",
    "true,  A.Failed,                 OMITTED",
    "false, A.Succeeded || A.Failed,  SUCCEEDED",
    "true,  A.Succeeded && !A.Failed, SUCCEEDED",
    "true,  A.Skipped,                OMITTED",
    "false, '!A.Succeeded',           SUCCEEDED",
  })
  void aTaskRunsWhereWhatItDependsOnHolds(String command, String depends, NodePhase expected) {
    assertEquals(expected, dag("", command, depends).node("wf.B").phase());
  }

  @ParameterizedTest
  @CsvSource({
    "A,           SUCCEEDED",
    "A.Skipped,   SUCCEEDED",
    "A.Succeeded, OMITTED",
    "A.Skipped && Z.Succeeded, SUCCEEDED",
  })
  void aTaskThatWasSkippedCountsAsDoneUnlessSuccessIsAskedFor(String depends, NodePhase expected) {
    assertEquals(expected, dag("when: 1 > 2", "true", depends).node("wf.B").phase());
  }

  @Test
  void aFailureThatWasAskedForDoesNotFailTheDag() {
    assertEquals(NodePhase.SUCCEEDED, dag("", "false", "A.Failed").phase());
  }

  @Test
  void aFailedTaskFailsTheDagThoughAnotherBranchSucceeds() {
    Trial trial = dag("", "false", "A");
    assertEquals(NodePhase.FAILED, trial.phase());
    assertEquals(NodePhase.SUCCEEDED, trial.node("wf.Z").phase());
  }

  @ParameterizedTest
  @CsvSource({
    "heads == heads,             SUCCEEDED",
    "heads == tails,             SKIPPED",
    "'\"a\" == \"a\" && 3 > 2',  SUCCEEDED",
    "'(1 == 2) || (2 >= 2)',     SUCCEEDED",
    "'heads =~ \"h.*s\"',        SUCCEEDED",
  })
  void aStepIsSkippedWhereItsConditionDoesNotHold(String when, NodePhase expected) {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              steps:
              - - name: a
                  template: sh
                  when: %s
                  arguments: {parameters: [{name: do, value: "true"}]}
            """
                .formatted("'" + when + "'"));
    assertEquals(expected, trial.node("wf[0].a").phase(), trial::toString);
    assertEquals(NodePhase.SUCCEEDED, trial.phase());
  }

  @Test
  void aStepMayFailWhereTheWorkflowContinuesOnIt() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              steps:
              - - name: a
                  template: sh
                  continueOn: {failed: true}
                  arguments: {parameters: [{name: do, value: "exit 4"}]}
              - - name: b
                  template: sh
                  arguments: {parameters: [{name: do, value: "echo after {{steps.a.status}} {{steps.a.exitCode}}"}]}
            """);
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals("after Failed 4", trial.printed("wf[1].b"));
  }

  private Trial dag(String lineOfA, String commandOfA, String dependsOfB) {
    return Trial.of(
        folder,
        """
        - name: main
          dag:
            tasks:
            - name: Z
              template: sh
              arguments: {parameters: [{name: do, value: "true"}]}
            - name: A
              template: sh
              %s
              arguments: {parameters: [{name: do, value: "%s"}]}
            - name: B
              depends: "%s"
              template: sh
              arguments: {parameters: [{name: do, value: "true"}]}
        """
            .formatted(lineOfA, commandOfA, dependsOfB));
  }
}

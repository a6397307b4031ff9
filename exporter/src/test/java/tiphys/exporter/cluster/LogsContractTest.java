// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tiphys.model.problem.ProblemCode;

/** What holds of the lines of runs of every cluster, also where they break off. */
@ParameterizedClass
@EnumSource(ContractTarget.class)
final class LogsContractTest extends ClusterFixture {
  LogsContractTest(ContractTarget target) {
    super(target);
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
    skip(ContractTarget.MOCK_KUBERNETES, "it does not name what it has not found");
    assertRefused(ProblemCode.CLUSTER_NOT_FOUND, gateway().logs("", LogRequest.of("none")));
  }
}

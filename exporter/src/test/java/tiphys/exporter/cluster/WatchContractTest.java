// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.model.problem.ProblemCode;

/** What holds of watching runs of every cluster, whatever happens on the way. */
@ParameterizedClass
@EnumSource(ContractTarget.class)
final class WatchContractTest extends ClusterFixture {
  WatchContractTest(ContractTarget target) {
    super(target);
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
  }

  @Test
  void aWatchThatNothingHappensToIsLiveFromItsBeginningToItsEnd() {
    skip(ContractTarget.MOCK_KUBERNETES, "it streams by web socket alone, so it is asked again");
    submitted("w");
    Heard heard = watch("w");
    heard.await(heard::isLive);

    phase("w", "Succeeded");

    heard.await(() -> heard.phase("w").equals("Succeeded"));
    assertEquals(1, heard.lives());
    assertEquals(List.of(), heard.interruptions());
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
      change("w", run -> withStatus(run, "{\"phase\":\"Running\",\"progress\":\"" + now + "/9\"}"));
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
  void aRunOfTenThousandNodesIsWatchedToItsEnd() {
    submitted("w");
    Heard heard = watch("w");
    heard.await(() -> heard.now().containsKey("w"));

    change("w", run -> withStatus(run, nodes(10_000)));

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
}

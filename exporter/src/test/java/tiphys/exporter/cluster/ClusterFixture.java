// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** A double of a cluster and the way to it, and what tests do with them. */
@SuppressWarnings("NullAway.Init") // both are opened before each test
abstract class ClusterFixture {
  static final Pace QUICK =
      new Pace(Duration.ofMillis(1), Duration.ofMillis(50), Duration.ofMillis(20));

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

  @TempDir Path folder;
  private final ClusterTarget target;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private ClusterDouble server;
  private ClusterGateway gateway;

  ClusterFixture(ClusterTarget target) {
    this.target = target;
  }

  @BeforeEach
  void openBoth() {
    server = closing(target.server(Optional.empty()));
    Connection connection =
        new Connection("here", target.way(server, Optional.empty(), folder), "");
    gateway = closing(done(new Clusters(folder, Map.of()).open(connection)));
  }

  @AfterEach
  void closeEverything() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  /** The server that stands behind the gateway. */
  ClusterDouble server() {
    return server;
  }

  ClusterGateway gateway() {
    return gateway;
  }

  <T extends AutoCloseable> T closing(T each) {
    opened.add(each);
    return each;
  }

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

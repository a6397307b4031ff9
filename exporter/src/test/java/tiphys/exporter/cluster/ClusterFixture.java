// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** A target of the contract and the way to it, and what tests do with them. */
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
  private final ContractTarget target;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private ContractPlace place;

  ClusterFixture(ContractTarget target) {
    this.target = target;
  }

  @BeforeEach
  void openPlace() {
    place = closing(target.open(folder));
  }

  @AfterEach
  void closeEverything() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  /** The server that stands behind the gateway, where it can be told to go wrong. */
  ClusterDouble server() {
    return place.server();
  }

  ClusterGateway gateway() {
    return place.gateway();
  }

  ContractTarget target() {
    return target;
  }

  /** Ends a test that one of the targets cannot do. */
  void skip(ContractTarget unable, String why) {
    if (target == unable) {
      throw ContractPlace.skipped(why);
    }
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
    change(name, run -> withStatus(run, "{\"phase\":\"" + phase + "\"}"));
  }

  /** As the controller changes what it works on, whatever others do. */
  void change(String name, UnaryOperator<ObjectNode> change) {
    place.change(name, change);
  }

  ObjectNode stored(String name) {
    return place.stored(name);
  }

  static ObjectNode withStatus(ObjectNode run, String status) {
    run.set("status", ClusterMemory.json(status));
    return run;
  }

  /** With a name that is made up where none is given. */
  static ObjectNode workflow(String name) {
    return object(ArgoKind.WORKFLOW, name);
  }

  /** As small as Argo's definition of its kind lets it be. */
  static ObjectNode object(ArgoKind kind, String name) {
    ObjectNode spec =
        ClusterMemory.json(
            "{\"entrypoint\":\"main\",\"templates\":[{\"name\":\"main\",\"suspend\":{}}]}");
    ObjectNode object = ClusterMemory.MAPPER.createObjectNode();
    object
        .putObject("metadata")
        .put(name.isEmpty() ? "generateName" : "name", name.isEmpty() ? "hello-" : name);
    if (kind == ArgoKind.CRON_WORKFLOW) {
      ObjectNode cron = object.putObject("spec");
      cron.putArray("schedules").add("0 0 1 1 *");
      cron.set("workflowSpec", spec);
    } else {
      object.set("spec", spec);
    }
    return object;
  }

  static <T> T done(Outcome<T> outcome) {
    return outcome.result().orElseThrow(() -> new AssertionError(outcome.refusal().toString()));
  }

  static void assertRefused(ProblemCode code, Outcome<?> outcome) {
    assertEquals(Optional.of(code), outcome.refusal().map(why -> why.code()));
  }
}

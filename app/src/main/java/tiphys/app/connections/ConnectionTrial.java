// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tiphys.app.concurrent.Background;
import tiphys.exporter.cluster.CheckStep;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** One test of a connection that need not be kept; it can be called off at any moment. */
final class ConnectionTrial {
  private final Background.Newest asking;
  private final Background remote;
  private final Duration patience;
  private final AtomicReference<Optional<ClusterGateway>> open =
      new AtomicReference<>(Optional.empty());
  private boolean isOver;

  /** What came of it. */
  interface Listener {
    void step(CheckStep step);

    /** Absent where everything works. */
    void end(Optional<Problem> why);
  }

  /**
   * @param patience how long a step may take
   */
  ConnectionTrial(Background remote, Duration patience) {
    this.remote = remote;
    this.patience = patience;
    this.asking = remote.newest();
  }

  void start(Clusters clusters, Connection connection, Optional<Secret> typed, Listener listener) {
    asking.run(
        () ->
            typed
                .map(token -> clusters.open(connection, token))
                .orElseGet(() -> clusters.open(connection))
                .then(gateway -> check(gateway, step -> tell(step, listener))),
        outcome -> {
          isOver = true;
          listener.end(outcome.refusal());
        });
  }

  private Outcome<String> check(ClusterGateway gateway, Consumer<CheckStep> told) {
    try (gateway) {
      open.set(Optional.of(gateway));
      List<CheckStep> steps = gateway.check(patience, told);
      return steps.stream()
          .flatMap(step -> step.trouble().stream())
          .findFirst()
          .<Outcome<String>>map(Outcome::refused)
          .orElseGet(() -> Outcome.done(gateway.address()));
    }
  }

  private void tell(CheckStep step, Listener listener) {
    remote.onWindowThread(
        () -> {
          if (!isOver) {
            listener.step(step);
          }
        });
  }

  /** Nothing is told any more; a request that is under way is broken off. */
  void cancel() {
    isOver = true;
    asking.drop();
    open.get().ifPresent(ClusterGateway::close);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Problem;

/**
 * Faults by chance while a watch goes on, and changes by chance between them: runs come, go on, end
 * and are deleted. The picture must equal the cluster in the end.
 */
public final class FaultSequence {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** What goes wrong beside the streams themselves. */
  private enum ServerFault {
    SERVER_DOWN,
    SERVER_BUSY,
    PAGE_OF_A_PROXY,
    TOKEN_REFUSED,
    VERSION_FORGOTTEN,
    HANDSHAKE_BROKEN
  }

  private final ClusterDouble server;
  private final Random random;
  private final Picture picture = new Picture();
  private final Map<String, Integer> survived = new TreeMap<>();
  private int changes;
  private int made;

  /**
   * What came of it.
   *
   * @param survived faults that happened and were survived, by kind
   * @param changes that the cluster made
   * @param lost runs that are not as the cluster has them, in the end
   */
  public record Result(Map<String, Integer> survived, int changes, int lost) {}

  /** What somebody who watches has heard. */
  private static final class Picture implements WatchListener {
    private final Map<String, String> versions = new TreeMap<>();

    @Override
    public synchronized void changed(WorkflowObject workflow) {
      versions.put(workflow.name(), workflow.resourceVersion());
    }

    @Override
    public synchronized void deleted(String namespace, String name) {
      versions.remove(name);
    }

    @Override
    public void interrupted(Problem why) {}

    @Override
    public void live() {}

    synchronized Map<String, String> versions() {
      return new TreeMap<>(versions);
    }
  }

  private FaultSequence(ClusterDouble server, Random random) {
    this.server = server;
    this.random = random;
  }

  /**
   * Plays a number of faults, one to three at a time, over TLS with a connection for each request.
   *
   * @param folder for what the way to the server needs
   */
  public static Result play(ClusterTarget target, Path folder, Random random, int faults) {
    Optional<Certificates> own = Optional.of(Certificates.of("localhost"));
    try (ClusterDouble server = target.server(own)) {
      server.closeEachConnection();
      Connection connection = new Connection("here", target.way(server, own, folder), "");
      FaultSequence sequence = new FaultSequence(server, random);
      sequence.change();
      try (ClusterGateway gateway =
              ClusterFixture.done(new Clusters(folder, Map.of()).open(connection));
          RunWatch _ =
              RunWatch.start(
                  gateway, "", ObjectFilter.ALL, sequence.picture, ClusterFixture.QUICK)) {
        return sequence.play(faults);
      }
    }
  }

  private Result play(int faults) {
    int left = faults;
    while (left > 0) {
      int some = Math.min(left, 1 + random.nextInt(3));
      List<String> injected = new ArrayList<>();
      for (int i = 0; i < some; i++) {
        injected.add(inject());
        change();
      }
      server.endStreams();
      if (!isCaughtUp()) {
        break;
      }
      injected.forEach(kind -> survived.merge(kind, 1, Integer::sum));
      left -= some;
    }
    Map<String, String> there = server.memory().versions();
    Map<String, String> heard = picture.versions();
    Set<String> wrong = new HashSet<>(there.keySet());
    wrong.removeIf(name -> Objects.equals(there.get(name), heard.get(name)));
    heard.keySet().stream().filter(name -> !there.containsKey(name)).forEach(wrong::add);
    return new Result(survived, changes, wrong.size());
  }

  private String inject() {
    StreamFault[] ofStreams = StreamFault.values();
    int chosen = random.nextInt(ofStreams.length + ServerFault.values().length);
    if (chosen < ofStreams.length) {
      server.breakNextStreams(ofStreams[chosen]);
      return "stream " + ofStreams[chosen].name().toLowerCase(Locale.ROOT);
    }
    ServerFault fault = ServerFault.values()[chosen - ofStreams.length];
    switch (fault) {
      case SERVER_DOWN -> refuse(503, "text/plain", "upstream is down");
      case SERVER_BUSY -> refuse(429, "application/json", "{}");
      case PAGE_OF_A_PROXY -> refuse(200, "text/html", "<html>Log in</html>");
      case TOKEN_REFUSED -> refuse(401, "application/json", "{}");
      case VERSION_FORGOTTEN -> server.memory().forget();
      case HANDSHAKE_BROKEN -> server.breakNextHandshakes(1);
    }
    return "server " + fault.name().toLowerCase(Locale.ROOT);
  }

  /** A list or a watch, whichever comes next. */
  private void refuse(int status, String type, String body) {
    server.refuseNext("workflow", status, type, body);
  }

  /** A run comes, goes on, or is deleted. */
  private void change() {
    changes++;
    List<String> names = List.copyOf(server.memory().versions().keySet());
    int chance = random.nextInt(10);
    if (names.isEmpty() || chance == 0) {
      ObjectNode run = ClusterFixture.workflow("run-" + made++);
      server.memory().create(ArgoKind.WORKFLOW, "default", run, true);
    } else if (chance == 1 && names.size() > 1) {
      String name = names.get(random.nextInt(names.size()));
      server.memory().delete(ArgoKind.WORKFLOW, "default", name);
    } else {
      String status = "{\"phase\":\"Running\",\"progress\":\"" + changes + "/9999\"}";
      server
          .memory()
          .change(
              names.get(random.nextInt(names.size())),
              run -> ClusterFixture.withStatus(run, status));
    }
  }

  /** Changes go on until every fault has happened; then the picture must become the cluster's. */
  private boolean isCaughtUp() {
    long end = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < end) {
      boolean isOver =
          !server.hasFaultsLeft() && !server.hasRefusalsLeft() && !server.hasHandshakesLeft();
      if (isOver && server.memory().versions().equals(picture.versions())) {
        return true;
      }
      if (!isOver) {
        change();
        server.endStreams();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return false;
  }
}

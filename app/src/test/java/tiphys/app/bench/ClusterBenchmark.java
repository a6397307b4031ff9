// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.ObjectFilter;
import tiphys.exporter.cluster.Pace;
import tiphys.exporter.cluster.RunWatch;
import tiphys.exporter.cluster.WatchListener;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Problem;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;

/**
 * Watching a run over a connection that is torn now and then: from an event's last byte to the run
 * laid over the drawing, for 10, 1,000 and as many nodes as are asked for; an hour of a change
 * every five seconds, played as fast as it is taken; the memory that it takes, and what got lost.
 */
public final class ClusterBenchmark {
  private static final int AN_HOUR = 720;
  private static final int TORN_EACH = 50;
  private static final Pace QUICK =
      new Pace(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(10));

  private ClusterBenchmark() {}

  /** Takes the largest number of nodes; 10,000 without it. */
  public static void main(String[] arguments) throws Exception {
    int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    for (int nodes : new int[] {10, 1000, most}) {
      play(nodes);
    }
    System.exit(0);
  }

  private static void play(int nodes) throws IOException, InterruptedException {
    try (PlayedRun run = new PlayedRun(nodes, AN_HOUR, TORN_EACH);
        ClusterGateway gateway = gateway(run.address())) {
      Ear ear = new Ear(run);
      long before = used();
      try (RunWatch _ = RunWatch.start(gateway, "default", ObjectFilter.named("wf"), ear, QUICK)) {
        if (!ear.over.await(20, TimeUnit.MINUTES)) {
          throw new IllegalStateException("the run did not end");
        }
        long after = used();
        ear.times.print(nodes + " nodes, event to overlay");
        System.out.printf(
            Locale.ROOT,
            "%d nodes: %d events, %d lost, %d torn streams survived, memory %.1f MB more%n",
            nodes,
            AN_HOUR,
            AN_HOUR - ear.heard.get(),
            run.faults(),
            Math.max(0, after - before) / 1e6);
      }
    }
  }

  private static ClusterGateway gateway(String address) {
    Connection connection =
        new Connection(
            "played",
            new Target.ArgoServer(
                URI.create(address), new TokenSource.None(), new Trust.OfSystem()),
            "default");
    return new Clusters(Path.of("none"), Map.of()).open(connection).result().orElseThrow();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Does with each event what the window does before it paints. */
  private static final class Ear implements WatchListener {
    private final PlayedRun run;
    private final RunReader reader = new RunReader();
    private final Times times = new Times();
    private final AtomicInteger heard = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    /** What a window would hold. */
    private volatile RunOverlay overlay = RunOverlay.NONE;

    private Ear(PlayedRun run) {
      this.run = run;
    }

    @Override
    public void changed(WorkflowObject workflow) {
      int event = Integer.parseInt(workflow.resourceVersion());
      RunSnapshot snapshot = reader.read(workflow).result().orElseThrow();
      overlay = RunOverlay.of(snapshot);
      if (event > 0) {
        times.add((System.nanoTime() - run.sentAt(event)) / 1e6);
        heard.incrementAndGet();
      }
      run.taken(event);
      if (workflow.isFinished() && overlay != RunOverlay.NONE) {
        over.countDown();
      }
    }

    @Override
    public void deleted(String namespace, String name) {}

    @Override
    public void interrupted(Problem why) {}

    @Override
    public void live() {}
  }
}

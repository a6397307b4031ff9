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
import tiphys.app.canvas.CanvasBench;
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
import tiphys.model.run.RunSnapshot;

/**
 * Watching a run over a connection that is torn now and then: from an event's last byte to the
 * pixels of the drawing, for 10, 1,000 and as many nodes as are asked for; an hour of a change
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
    Window.start();
    int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    for (int nodes : new int[] {10, 1000, most}) {
      play(nodes);
    }
    System.exit(0);
  }

  private static void play(int nodes) throws IOException, InterruptedException {
    PlayedWorkflow workflow = PlayedWorkflow.withFailures(nodes, AN_HOUR);
    Shown shown = Shown.canvas(LargeWorkflow.of(nodes - 1));
    try (PlayedRun run = new PlayedRun(workflow, AN_HOUR, TORN_EACH);
        ClusterGateway gateway = gateway(run.address())) {
      Ear ear = new Ear(run, workflow, shown);
      double before = used();
      ObjectFilter filter = ObjectFilter.named(PlayedWorkflow.NAME);
      try (RunWatch _ = RunWatch.start(gateway, "default", filter, ear, QUICK)) {
        if (!ear.over.await(20, TimeUnit.MINUTES)) {
          throw new IllegalStateException("the run did not end");
        }
        double after = used();
        ear.read.print(nodes + " nodes, event to run");
        ear.painted.print(nodes + " nodes, event to pixels");
        System.out.printf(
            Locale.ROOT,
            "%d nodes: %d events, %d lost, %d torn streams survived, memory %.1f MB more%n",
            nodes,
            AN_HOUR,
            AN_HOUR - ear.heard.get(),
            run.faults(),
            after - before);
      }
    }
    Window.run(() -> javafx.stage.Window.getWindows().getFirst().hide());
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

  /** In megabytes, after a collection. */
  private static double used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  /** Shows each event as the window does, and takes the next when its pixels are there. */
  private static final class Ear implements WatchListener {
    private static final int WARM_UP = 60;

    private final PlayedRun run;
    private final PlayedWorkflow workflow;
    private final Shown shown;
    private final RunReader reader = new RunReader();
    private final Times read = new Times();
    private final Times painted = new Times();
    private final AtomicInteger heard = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    private Ear(PlayedRun run, PlayedWorkflow workflow, Shown shown) {
      this.run = run;
      this.workflow = workflow;
      this.shown = shown;
    }

    @Override
    public void changed(WorkflowObject object) {
      int event = Integer.parseInt(object.resourceVersion());
      RunSnapshot snapshot = reader.read(object).result().orElseThrow();
      long sent = event > 0 ? run.sentAt(event) : System.nanoTime();
      double toRun = Times.since(sent);
      double toPixels =
          Window.painted(
              sent,
              () -> shown.editor().showRun(snapshot),
              () -> CanvasBench.succeeded(shown.model()) == workflow.succeeded(event));
      if (event > WARM_UP) {
        read.add(toRun);
        painted.add(toPixels);
      }
      heard.addAndGet(event > 0 ? 1 : 0);
      run.taken(event);
      if (object.isFinished()) {
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

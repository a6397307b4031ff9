// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.ObjectFilter;
import tiphys.exporter.cluster.Pace;
import tiphys.exporter.cluster.RunWatch;
import tiphys.exporter.cluster.WatchListener;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;

/** Tells of a run on a cluster as it goes on: as a tree in a terminal, else line by line. */
final class ClusterWatch implements WatchListener {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Console console;
  private final String run;
  private final NodeNews news;
  private final RunReader reader = new RunReader();
  private final Optional<WatchScreen> screen;
  private final CountDownLatch over = new CountDownLatch(1);

  private volatile Optional<RunSnapshot> last = Optional.empty();
  private volatile Optional<Problem> trouble = Optional.empty();
  private volatile boolean wasLive;
  private volatile String note = "";
  private volatile boolean isNoteGood;

  ClusterWatch(Console console, String run, boolean isTerminal) {
    this.console = console;
    this.run = run;
    this.news = new NodeNews(console);
    this.screen = isTerminal ? Optional.of(WatchScreen.on(console.err())) : Optional.empty();
  }

  /** Until the run is over or gone; why not, where it cannot be watched. */
  Outcome<RunSnapshot> follow(ClusterGateway gateway, String namespace) {
    try (RunWatch _ =
        RunWatch.start(gateway, namespace, ObjectFilter.named(run), this, Pace.USUAL)) {
      while (!over.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
        show();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    RunSnapshot end = last.orElseThrow();
    screen.ifPresent(shown -> shown.end(tree().lines(end)));
    news.end(end);
    return Outcome.done(end);
  }

  static int status(RunSnapshot end) {
    return end.phase().filter(NodePhase.SUCCEEDED::equals).isPresent() ? Console.GOOD : Console.NO;
  }

  @Override
  public void changed(WorkflowObject workflow) {
    switch (reader.read(workflow)) {
      case Outcome.Refused<RunSnapshot>(Problem why) -> end(why);
      case Outcome.Done<RunSnapshot>(RunSnapshot now) -> {
        last = Optional.of(now);
        forgetGoodNote();
        if (screen.isPresent()) {
          show();
        } else {
          news.tell(now);
        }
        if (workflow.isFinished()) {
          over.countDown();
        }
      }
    }
  }

  @Override
  public void deleted(String namespace, String name) {
    end(Problem.refusal(ProblemCode.CLUSTER_NOT_FOUND, name));
  }

  /** What never worked will not come by waiting; what worked comes back. */
  @Override
  public void interrupted(Problem why) {
    if (!wasLive) {
      end(why);
    } else {
      isNoteGood = false;
      note("watch-interrupted", console.messages().problem(why));
    }
  }

  @Override
  public void live() {
    if (wasLive) {
      isNoteGood = true;
      note("watch-live");
    }
    wasLive = true;
    if (last.isEmpty()) {
      end(Problem.refusal(ProblemCode.CLUSTER_NOT_FOUND, run));
    }
  }

  private void end(Problem why) {
    if (over.getCount() > 0) {
      trouble = Optional.of(why);
      over.countDown();
    }
  }

  /** Below the tree where there is one: between its lines it would be written over. */
  private void note(String key, Object... arguments) {
    note = console.messages().text("cli." + key, arguments);
    screen.ifPresentOrElse(_ -> show(), () -> console.err().println(note));
  }

  /** That it holds again is said until something shows it. */
  private void forgetGoodNote() {
    if (isNoteGood) {
      note = "";
    }
  }

  /** How long it has taken changes from second to second. */
  private void show() {
    if (over.getCount() > 0) {
      last.ifPresent(now -> screen.ifPresent(shown -> shown.show(most -> lines(now, most))));
    }
  }

  private List<String> lines(RunSnapshot now, int most) {
    String said = note;
    List<String> lines = new ArrayList<>(tree().lines(now, said.isEmpty() ? most : most - 2));
    if (!said.isEmpty()) {
      lines.add("");
      lines.add(said);
    }
    return lines;
  }

  private WatchTree tree() {
    return new WatchTree(console.messages(), Clock.systemUTC());
  }
}

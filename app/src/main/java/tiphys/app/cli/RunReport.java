// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.LogLines;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** Tells of one run as it goes on: the states of its nodes, and the lines that its steps print. */
final class RunReport {
  /** As soon as people notice, and seldom enough to cost nothing. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Console console;
  private final NodeNews news;
  private final Map<String, LogLines> lines = new HashMap<>();

  private volatile Optional<ActiveRun> started = Optional.empty();

  private Optional<WatchScreen> screen = Optional.empty();

  RunReport(Console console) {
    this.console = console;
    this.news = new NodeNews(console);
  }

  /** From now on a tree is shown that changes in place, instead of a line for each event. */
  void watch() {
    screen = Optional.of(WatchScreen.on(console.err()));
  }

  ActiveRun start(RunPreview preview) {
    ActiveRun run = ThisComputer.start(preview, this::tell);
    started = Optional.of(run);
    Thread.ofVirtual().start(() -> follow(run));
    return run;
  }

  /** Waits for the end and tells it. */
  RunSnapshot await(ActiveRun run) throws InterruptedException {
    RunSnapshot end = run.await();
    tellLines(run, end);
    screen.ifPresent(shown -> shown.end(tree().lines(end)));
    news.end(end);
    return end;
  }

  private void follow(ActiveRun run) {
    try {
      while (run.snapshot().phase().filter(NodePhase::isFinished).isEmpty()) {
        Thread.sleep(BETWEEN_LOOKS);
        tellLines(run, run.snapshot());
        showTree(run.snapshot());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What steps have printed since the last time; those that have ended, to the end. */
  private synchronized void tellLines(ActiveRun run, RunSnapshot snapshot) {
    if (screen.isPresent()) {
      return;
    }
    for (NodeStatus node : snapshot.nodes().values()) {
      if (node.phase() == NodePhase.RUNNING || node.phase().isFinished()) {
        lines
            .computeIfAbsent(node.id(), _ -> LogLines.all())
            .next(run.log(node.id()), node.phase().isFinished())
            .lines()
            .forEach(line -> console.err().println("  " + node.displayName() + ": " + line));
      }
    }
  }

  private synchronized void showTree(RunSnapshot snapshot) {
    if (snapshot.phase().filter(NodePhase::isFinished).isEmpty()) {
      screen.ifPresent(shown -> shown.show(most -> tree().lines(snapshot, most)));
    }
  }

  private WatchTree tree() {
    return new WatchTree(console.messages(), Clock.systemUTC());
  }

  private synchronized void tell(RunSnapshot snapshot) {
    if (screen.isPresent()) {
      return;
    }
    // first what a step printed, then that it is over
    started.ifPresent(run -> tellLines(run, snapshot));
    news.tell(snapshot);
  }
}

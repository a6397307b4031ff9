// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;

/**
 * How far a run is, for people.
 *
 * @param finished how many of its pods are done, of those that there are
 */
record RunProgress(
    Stage stage,
    String name,
    long finished,
    long all,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {
  static final RunProgress NONE = of(Stage.NONE);

  enum Stage {
    NONE("none"),
    PREPARING("pending"),
    RUNNING("running"),
    STOPPING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    STOPPED("failed");

    private final String phase;

    Stage(String phase) {
      this.phase = phase;
    }

    /** The phase whose glyph and colour it has. */
    String phase() {
      return phase;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static RunProgress of(Stage stage) {
    return new RunProgress(stage, "", 0, 0, Optional.empty(), Optional.empty());
  }

  /**
   * @param isStopped whether the user stopped it
   */
  static RunProgress of(RunSnapshot run, boolean isStopped) {
    boolean isOver = run.phase().filter(NodePhase::isFinished).isPresent();
    boolean isGood = run.phase().filter(NodePhase.SUCCEEDED::equals).isPresent();
    Stage stage =
        isOver
            ? isGood ? Stage.SUCCEEDED : isStopped ? Stage.STOPPED : Stage.FAILED
            : isStopped ? Stage.STOPPING : Stage.RUNNING;
    long all = 0;
    long finished = 0;
    for (var node : run.nodes().values()) {
      if (node.type().equals("Pod")) {
        all++;
        finished += node.phase().isFinished() ? 1 : 0;
      }
    }
    return new RunProgress(
        stage, run.workflowName(), finished, all, run.startedAt(), run.finishedAt());
  }

  /** {@code 00:12}, or {@code 1:00:12} from an hour on; until now if it goes on. */
  String time(Instant now) {
    return startedAt.map(from -> clock(Duration.between(from, finishedAt.orElse(now)))).orElse("");
  }

  static String clock(Duration taken) {
    long seconds = Math.max(0, taken.toSeconds());
    return seconds < 3600
        ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}

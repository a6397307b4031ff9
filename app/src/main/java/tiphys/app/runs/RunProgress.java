// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tiphys.app.message.Elapsed;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;

/**
 * How far a run is, for people.
 *
 * @param isHeld whether something waits until somebody lets it go on
 * @param finished how many of its pods are done, of those that there are
 */
record RunProgress(
    Stage stage,
    String name,
    long finished,
    long all,
    String message,
    boolean isHeld,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {
  static final RunProgress NONE = of(Stage.NONE);

  enum Stage {
    NONE("none"),
    PREPARING("pending"),
    WAITING("pending"),
    SUSPENDED("pending"),
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
    return new RunProgress(stage, "", 0, 0, "", false, Optional.empty(), Optional.empty());
  }

  static RunProgress of(RunSnapshot run, RunWill will) {
    long all = 0;
    long finished = 0;
    boolean isHeld = false;
    for (var node : run.nodes().values()) {
      if (node.type().equals("Pod")) {
        all++;
        finished += node.phase().isFinished() ? 1 : 0;
      }
      isHeld |= node.type().equals("Suspend") && node.phase() == NodePhase.RUNNING;
    }
    boolean isPaused = will == RunWill.PAUSE || isHeld && finished == all;
    return new RunProgress(
        stage(run.phase(), will, isPaused),
        run.workflowName(),
        finished,
        all,
        run.message(),
        isHeld || will == RunWill.PAUSE,
        run.startedAt(),
        run.finishedAt());
  }

  private static Stage stage(Optional<NodePhase> phase, RunWill will, boolean isPaused) {
    if (phase.filter(NodePhase::isFinished).isPresent()) {
      return phase.get() == NodePhase.SUCCEEDED
          ? Stage.SUCCEEDED
          : will == RunWill.END ? Stage.STOPPED : Stage.FAILED;
    }
    if (will == RunWill.END) {
      return Stage.STOPPING;
    }
    if (isPaused) {
      return Stage.SUSPENDED;
    }
    return phase.filter(NodePhase.RUNNING::equals).isPresent() ? Stage.RUNNING : Stage.WAITING;
  }

  /** {@code 00:12}, or {@code 1:00:12} from an hour on; until now if it goes on. */
  String time(Instant now) {
    return startedAt
        .map(from -> Elapsed.clock(Duration.between(from, finishedAt.orElse(now))))
        .orElse("");
  }
}

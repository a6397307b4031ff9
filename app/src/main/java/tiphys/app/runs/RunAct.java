// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person can do with the run that is shown. */
public enum RunAct {
  SUSPEND,
  RESUME,
  STOP,
  TERMINATE,
  RETRY,
  RESUBMIT,
  RESUBMIT_MEMOIZED,
  DELETE;

  private static final Set<RunProgress.Stage> OVER =
      EnumSet.of(RunProgress.Stage.SUCCEEDED, RunProgress.Stage.FAILED, RunProgress.Stage.STOPPED);

  /** For example {@code resubmit-memoized}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of a key. */
  public static Optional<RunAct> ofKey(String key) {
    return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
  }

  /** Whether it takes away what others may want. */
  boolean isAskedFirst() {
    return this == STOP || this == TERMINATE || this == DELETE;
  }

  /** What can be done with a run as it is now. */
  static Set<RunAct> possible(Optional<LiveRun> run, RunProgress progress, RunNote note) {
    Set<RunAct> possible = EnumSet.noneOf(RunAct.class);
    boolean isNamed = !progress.name().isEmpty();
    if (run.isEmpty() || !isNamed || note.kind() == RunNote.Kind.DELETED) {
      return possible;
    }
    boolean isOver = OVER.contains(progress.stage());
    boolean isOnCluster = run.get().place().isPresent();
    if (!isOver) {
      possible.add(STOP);
      if (progress.isHeld()) {
        possible.add(RESUME);
      }
    }
    if (isOnCluster) {
      possible.add(RESUBMIT);
      possible.add(DELETE);
      if (!isOver) {
        possible.add(TERMINATE);
        if (progress.stage() != RunProgress.Stage.SUSPENDED) {
          possible.add(SUSPEND);
        }
      } else if (progress.stage() != RunProgress.Stage.SUCCEEDED) {
        possible.add(RETRY);
        possible.add(RESUBMIT_MEMOIZED);
      }
    }
    return possible;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import tiphys.model.problem.Problem;
import tiphys.model.run.RunSnapshot;

/** Hears of one run, from any thread. */
interface RunEar {
  void heard(RunSnapshot snapshot, RunWill will);

  /** Nothing more comes by itself. */
  void over();

  /** What is shown may be old. */
  void interrupted(Problem why);

  /** What is shown holds. */
  void live();

  /** The cluster has it no longer. */
  void deleted();

  /** It is there and cannot be shown. */
  void unreadable(Problem why);
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.Optional;
import java.util.function.Function;
import tiphys.model.problem.Problem;
import tiphys.model.yaml.YamlTree;

/** What a wish to run comes to. Told on the window's thread. */
interface RunStart {
  /** What is to be run, while it is asked about. */
  record Wish(YamlTree tree, int resource, boolean asksForArguments) {}

  /** It begins as soon as there is an ear for it. */
  void begins(Function<RunEar, LiveRun> start);

  /** Nothing begins; absent where the user thought better of it. */
  void givesUp(Optional<Problem> why);
}

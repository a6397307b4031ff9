// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.cluster.action.RetryPlan;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.WorkflowParameter;

/** What the user is asked about runs. */
public interface RunQuestions {
  /**
   * The values to run with, by name; empty where the user thinks better of it.
   *
   * @param last the values of the last run of this file
   */
  Optional<Map<String, String>> arguments(
      List<WorkflowParameter> parameters, Map<String, String> last);

  /**
   * What to submit with, once the cluster has agreed to it; empty where the user thinks better of
   * it.
   */
  Optional<SubmitWish.Answer> submission(SubmitWish wish, SubmitWish.DryRun dryRun);

  /** Whether to execute what the file says. */
  boolean agrees(RunPreview preview);

  /** Whether to do with a run of a cluster what cannot be taken back. */
  boolean confirms(RunAct act, String run, String connection);

  /** Whether to retry a run, seen what that resets. */
  boolean retries(String run, RetryPlan plan);

  /** The values that suspended steps wait for; empty where the user thinks better of it. */
  Optional<Map<String, String>> outputs(List<WorkflowParameter> wanted);

  /** Where to write an artifact; empty where the user thinks better of it. */
  Optional<Path> toSaveArtifactTo(String name);

  /** Whether runs that go on may be ended, by the names of their files. */
  boolean mayEnd(List<String> files);
}

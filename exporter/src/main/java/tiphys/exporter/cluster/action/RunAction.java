// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import java.util.Map;

/** What a person can do with a run on a cluster. */
public sealed interface RunAction {
  /** No new node is begun. */
  record Suspend() implements RunAction {}

  /**
   * Suspended nodes go on.
   *
   * @param selector which of them, as a field selector; empty for the whole run
   * @param outputs values for their output parameters that are supplied by hand
   */
  record Resume(String selector, Map<String, String> outputs) implements RunAction {
    public Resume {
      outputs = Map.copyOf(outputs);
    }
  }

  /**
   * Running steps are ended, exit handlers run.
   *
   * @param selector fails only the suspended nodes that it matches; empty for the whole run
   */
  record Stop(String selector, String message) implements RunAction {}

  /** Everything is ended at once, exit handlers do not run. */
  record Terminate() implements RunAction {}

  /**
   * A run that failed is taken up where it failed.
   *
   * @param selector nodes that are begun anew too; empty for none beside those that failed
   * @param parameters new values, by name
   */
  record Retry(String selector, Successful successful, Map<String, String> parameters)
      implements RunAction {
    public Retry {
      parameters = Map.copyOf(parameters);
    }
  }

  /** Whether a retry begins nodes anew that had succeeded, where the selector matches them. */
  enum Successful {
    KEPT,
    RESTARTED
  }

  /** A new run of the same workflow. */
  record Resubmit(Memoized memoized, Map<String, String> parameters) implements RunAction {
    public Resubmit {
      parameters = Map.copyOf(parameters);
    }
  }

  /** Whether the new run takes over what succeeded in the old one. */
  enum Memoized {
    NO,
    YES
  }
}

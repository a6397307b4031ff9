// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.nio.file.Path;
import java.util.Optional;
import tiphys.model.run.RunSnapshot;

/** A run on this computer that has been started. Safe for any thread. */
public interface ActiveRun {
  RunSnapshot snapshot();

  /** Ends every process of the run. Returns at once; {@link #await} tells when it is done. */
  void cancel();

  /** Lets suspended steps go on. */
  void resume();

  /** Waits for the end. */
  RunSnapshot await() throws InterruptedException;

  /** What a step has written so far. */
  Optional<Path> log(String nodeId);

  /** The workflow with Argo's status. */
  String statusJson();

  /** The folder that stands for the bucket: an artifact's key is its path there. */
  Path artifacts();

  /** Where an artifact lies by its key; empty where there is none, or it is kept elsewhere. */
  Optional<Path> artifact(String key);
}

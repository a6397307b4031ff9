// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Path;
import tiphys.exporter.execution.Pod;

/**
 * One step on its way from its files to its exit code. Each method but {@link #stop} is called
 * once.
 */
interface StepExecution extends AutoCloseable {
  StepFiles files();

  /**
   * Starts what the template says, with everything in its place.
   *
   * @return writes what the step writes, ends as it ends
   * @throws IOException with a sentence for a person
   */
  Process start(ArtifactFolder artifacts) throws IOException, InterruptedException;

  /** After a good end: brings what the step gave out to its places. */
  void fetch() throws IOException, InterruptedException;

  /** Kills the step with all that it started. May be called on any thread, at any time. */
  void stop();

  /** Leaves nothing behind. */
  @Override
  void close() throws IOException;

  /** Makes executions, all of one run. */
  interface Engine {
    /**
     * @param work a folder for this step alone, removed after it
     * @throws IOException with a sentence for a person
     */
    StepExecution execution(Pod pod, Path work) throws IOException;

    /** Called once, when every execution is closed. */
    default void close() {}
  }
}

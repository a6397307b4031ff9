// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import tiphys.exporter.execution.PodRunner;

/** A runner of pods that belongs to one run. */
interface StepRunner extends PodRunner, AutoCloseable {
  /** Ends what is still under way, and waits for that. */
  @Override
  void close();
}

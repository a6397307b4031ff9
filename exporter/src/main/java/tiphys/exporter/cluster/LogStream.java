// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.io.IOException;
import java.util.Optional;

/** Lines that the pods of a run print. For one thread; {@link #close} may come from any. */
public interface LogStream extends AutoCloseable {
  /** A line and the pod that printed it. */
  record LogLine(String pod, String text) {}

  /**
   * The next line; empty at the end.
   *
   * @throws IOException if the connection broke
   */
  Optional<LogLine> next() throws IOException;

  @Override
  void close();
}

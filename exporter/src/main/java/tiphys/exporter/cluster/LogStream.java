// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Lines that the pods of a run print. For one thread; {@link #close} may come from any. */
public interface LogStream extends AutoCloseable {
  /**
   * A line and the pod that printed it.
   *
   * @param at when it was printed, as the computer of the pod knows it
   */
  record LogLine(String pod, String text, Optional<Instant> at) {
    /** A line as the kubelet gives it where it is asked for times: the time, a blank, the text. */
    static LogLine timed(String pod, String line) {
      int blank = line.indexOf(' ');
      String first = blank < 0 ? line : line.substring(0, blank);
      try {
        Instant at = Instant.parse(first);
        return new LogLine(pod, blank < 0 ? "" : line.substring(blank + 1), Optional.of(at));
      } catch (DateTimeParseException _) {
        return new LogLine(pod, line, Optional.empty());
      }
    }
  }

  /**
   * The next line; empty at the end.
   *
   * @throws IOException if the connection broke
   */
  Optional<LogLine> next() throws IOException;

  @Override
  void close();
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Lines as they come. For one thread; {@link #close} may come from any and ends the waiting of the
 * other.
 */
public final class LineStream implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  /** More than the largest message that Argo Server sends (100 MB). */
  private static final int LONGEST_LINE = 128 * 1024 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;
  private volatile long lastHeard = System.nanoTime();
  private volatile boolean isClosed;
  private volatile Optional<Thread> watchdog = Optional.empty();

  public LineStream(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its line break, in UTF-8; empty at the end. What follows the last line
   * break counts as a line, so that half an event is seen as one.
   *
   * @throws IOException if the connection broke, was silent for too long or was closed here
   */
  public Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER);
    while (true) {
      if (next == end && !fill()) {
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
      }
      int from = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      line.write(buffer, from, next - from);
      if (line.size() > LONGEST_LINE) {
        throw new IOException("line longer than " + LONGEST_LINE + " bytes");
      }
      if (next < end) {
        next++;
        return Optional.of(line.toByteArray());
      }
    }
  }

  /** From now on, silence of this length counts as a broken connection. */
  public LineStream closingAfterSilence(Duration limit) {
    watchdog = Optional.of(Thread.ofVirtual().start(() -> watch(limit.toNanos())));
    return this;
  }

  private void watch(long limit) {
    while (!isClosed) {
      long left = limit - (System.nanoTime() - lastHeard);
      if (left <= 0) {
        close();
        return;
      }
      LockSupport.parkNanos(left);
    }
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer);
    if (isClosed) {
      throw new IOException("closed");
    }
    lastHeard = System.nanoTime();
    next = 0;
    end = Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() {
    isClosed = true;
    watchdog.ifPresent(LockSupport::unpark);
    try {
      in.close();
    } catch (IOException _) {
      // it is given up in either case
      return;
    }
  }
}

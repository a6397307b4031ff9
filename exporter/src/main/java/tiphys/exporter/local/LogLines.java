// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows a log that somebody writes to, line by line: a line is given out once and whole, and
 * nothing is read twice. For one thread at a time.
 */
public final class LogLines {
  /** A line that is longer comes in pieces, so that a step without line ends fills no memory. */
  private static final int LONGEST_LINE = 64 * 1024;

  private static final int BUFFER = 64 * 1024;

  private final long mostAtOnce;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long position;
  private boolean isOver;
  private boolean isInSkipped;

  /**
   * What came since the last time.
   *
   * @param skipped how many bytes before these lines were passed over, as too many came at once
   */
  public record News(List<String> lines, long skipped) {
    public News {
      lines = List.copyOf(lines);
    }
  }

  private LogLines(long mostAtOnce) {
    this.mostAtOnce = mostAtOnce;
  }

  /** Every line of the log. */
  public static LogLines all() {
    return new LogLines(Long.MAX_VALUE);
  }

  /** The newest lines: what lies more than so many bytes before the end is passed over. */
  public static LogLines newest(long bytes) {
    return new LogLines(bytes);
  }

  /**
   * Reads on from where it stopped. Costs what is new, not what the log has.
   *
   * @param isLast whether nothing more will come, so that a line that is begun is one as well
   */
  public News next(Optional<Path> file, boolean isLast) {
    List<String> lines = new ArrayList<>();
    if (isOver) {
      return new News(lines, 0);
    }
    isOver = isLast;
    long skipped = file.map(there -> read(there, lines)).orElse(0L);
    if (isLast && begun.size() > 0) {
      lines.add(taken());
    }
    return new News(lines, skipped);
  }

  private long read(Path file, List<String> lines) {
    long skipped = 0;
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      long behind = in.size() - position;
      if (behind > mostAtOnce) {
        skipped = behind - mostAtOnce;
        position += skipped;
        begun.reset();
        isInSkipped = true;
      }
      in.position(position);
      while (in.read(buffer.clear()) > 0) {
        position += buffer.flip().remaining();
        take(lines);
      }
    } catch (IOException e) {
      // the file is as it was, and is read from the same place when it is asked for again
      isOver = false;
    }
    return skipped;
  }

  private void take(List<String> lines) {
    while (buffer.hasRemaining()) {
      byte next = buffer.get();
      if (next == '\n') {
        if (!isInSkipped) {
          lines.add(taken());
        }
        isInSkipped = false;
      } else if (!isInSkipped) {
        begun.write(next);
        if (begun.size() >= LONGEST_LINE) {
          lines.add(taken());
        }
      }
    }
  }

  private String taken() {
    String line = begun.toString(StandardCharsets.UTF_8);
    begun.reset();
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}

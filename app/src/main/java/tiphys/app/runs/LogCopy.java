// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tiphys.app.runs.LiveRun.Printed;
import tiphys.exporter.cluster.LogStream.LogLine;
import tiphys.exporter.cluster.RunLog;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Lines of a cluster's pods on their way into a file. Read from any thread while it is filled. */
final class LogCopy {
  static final long UNBOUNDED = Long.MAX_VALUE;

  private final RunLog log;
  private final boolean namesPods;
  private final long mostBytes;
  private volatile Optional<Path> file = Optional.empty();
  private volatile Optional<Problem> trouble = Optional.empty();
  private volatile boolean isWhole;

  /**
   * @param namesPods whether each line tells the pod that printed it
   */
  LogCopy(RunLog log, boolean namesPods, long mostBytes) {
    this.log = log;
    this.namesPods = namesPods;
    this.mostBytes = mostBytes;
  }

  void into(Path target) {
    file = Optional.of(target);
  }

  Printed printed() {
    return new Printed(file, isWhole, trouble);
  }

  boolean hasFailed() {
    return isWhole && trouble.isPresent();
  }

  void start() {
    Thread.ofVirtual().name("tiphys-log").start(this::fill);
  }

  /** Blocks until there are no more lines. */
  void fill() {
    if (isWhole) {
      return;
    }
    try (BufferedWriter out = Files.newBufferedWriter(file.orElseThrow())) {
      Optional<Problem> end = log.read(new Ear(out));
      trouble = end;
    } catch (IOException | UncheckedIOException e) {
      trouble =
          Optional.of(Problem.refusal(ProblemCode.FILE_NOT_WRITTEN, "log", e.getClass().getName()));
    } finally {
      isWhole = true;
    }
  }

  void end(Problem why) {
    trouble = Optional.of(why);
    isWhole = true;
  }

  void close() {
    log.close();
  }

  private final class Ear implements RunLog.Ear {
    private final BufferedWriter out;
    private long written;

    Ear(BufferedWriter out) {
      this.out = out;
    }

    @Override
    public void line(LogLine line) {
      try {
        String text = namesPods ? line.pod() + ": " + line.text() : line.text();
        out.write(text);
        out.write('\n');
        out.flush();
        written += text.length() + 1;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (written > mostBytes) {
        log.close();
      }
    }

    @Override
    public void interrupted(Problem why) {
      trouble = Optional.of(why);
    }

    @Override
    public void live() {
      trouble = Optional.empty();
    }
  }
}

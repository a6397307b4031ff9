// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file that somebody writes to, line by line: a line is given out once and whole. */
final class StepLines {
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private long position;
  private boolean isOver;

  /**
   * The lines that came since the last time.
   *
   * @param isLast whether nothing more will come, so that a line that is begun is one as well
   */
  List<String> next(Optional<Path> file, boolean isLast) {
    List<String> lines = new ArrayList<>();
    if (isOver) {
      return lines;
    }
    isOver = isLast;
    file.ifPresent(there -> read(there, lines));
    if (isLast && begun.size() > 0) {
      lines.add(taken());
    }
    return lines;
  }

  private void read(Path file, List<String> lines) {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(position);
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        position += count;
        for (int i = 0; i < count; i++) {
          if (buffer[i] == '\n') {
            lines.add(taken());
          } else {
            begun.write(buffer[i]);
          }
        }
      }
    } catch (IOException e) {
      // the file is as it was, and is read from the same place when it is asked for again
      isOver = false;
    }
  }

  private String taken() {
    String line = begun.toString(StandardCharsets.UTF_8);
    begun.reset();
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}

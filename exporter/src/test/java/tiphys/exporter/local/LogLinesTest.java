// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogLinesTest {
  @TempDir Path folder;
  private Path log = Path.of("");

  @BeforeEach
  void make() throws IOException {
    log = Files.createFile(folder.resolve("step.log"));
  }

  @Test
  void aLineIsGivenOutOnceAndWhole() throws IOException {
    LogLines lines = LogLines.all();
    write("one\ntw");
    assertEquals(List.of("one"), next(lines, false));
    write("o\nthree");
    assertEquals(List.of("two"), next(lines, false));
    assertEquals(List.of("three"), next(lines, true));
    assertEquals(List.of(), next(lines, true));
  }

  @Test
  void aLogThatDoesNotExistYetHasNoLines() {
    assertEquals(List.of(), LogLines.all().next(Optional.empty(), false).lines());
  }

  @Test
  void aLetterThatIsWrittenInTwoPiecesIsOne() throws IOException {
    LogLines lines = LogLines.all();
    byte[] word = "完了\n".getBytes(StandardCharsets.UTF_8);
    Files.write(log, new byte[] {word[0], word[1]}, StandardOpenOption.APPEND);
    assertEquals(List.of(), next(lines, false));
    Files.write(log, java.util.Arrays.copyOfRange(word, 2, word.length), StandardOpenOption.APPEND);
    assertEquals(List.of("完了"), next(lines, false));
  }

  @Test
  void ofAHugeLogOnlyTheEndIsReadAndHowMuchWasPassedOverIsSaid() throws IOException {
    byte[] block =
        "a line of a log that goes on and on and on and on and on and on\n"
            .repeat(1024)
            .getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(log)) {
      for (int i = 0; i < 1600; i++) {
        out.write(block);
      }
      out.write("the end\n".getBytes(StandardCharsets.UTF_8));
    }
    LogLines lines = LogLines.newest(1 << 20);
    LogLines.News news = lines.next(Optional.of(log), false);
    assertEquals(Files.size(log) - (1 << 20), news.skipped());
    assertEquals("the end", news.lines().getLast());
    assertTrue(news.lines().size() < 17_000);
    assertEquals(0, lines.next(Optional.of(log), false).skipped());
  }

  @Test
  void aLineWithoutEndComesInPieces() throws IOException {
    write("x".repeat(200_000));
    assertEquals(3, next(LogLines.all(), false).size());
  }

  private void write(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }

  private List<String> next(LogLines lines, boolean isLast) {
    return lines.next(Optional.of(log), isLast).lines();
  }
}

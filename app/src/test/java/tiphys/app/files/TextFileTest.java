// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

final class TextFileTest {
  @Property
  void whatIsReadIsWrittenBackToTheByte(@ForAll String content) {
    byte[] bytes = content.replace("\0", "").getBytes(StandardCharsets.UTF_8);

    TextFile file = done(TextFile.of(bytes, "f.yaml"));

    assertArrayEquals(bytes, file.bytesOf(file.text()));
  }

  @Test
  void aByteOrderMarkIsKeptAndIsNoPartOfTheText() {
    byte[] bytes = "\uFEFFa: 1\r\n".getBytes(StandardCharsets.UTF_8);

    TextFile file = done(TextFile.of(bytes, "f.yaml"));

    assertEquals("a: 1\r\n", file.text().toString());
    assertArrayEquals(bytes, file.bytesOf(file.text()));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertEquals(
        ProblemCode.FILE_NOT_TEXT, refused(TextFile.of(new byte[] {(byte) 0xFF, 0, 1}, "f.yaml")));
    assertEquals(ProblemCode.FILE_NOT_TEXT, refused(TextFile.of(new byte[] {65, 0, 66}, "f.yaml")));
  }

  @Test
  void aMissingFileAndAFolderAreToldApart(@TempDir Path folder) {
    assertEquals(ProblemCode.FILE_NOT_FOUND, refused(TextFile.read(folder.resolve("none.yaml"))));
    assertEquals(ProblemCode.FILE_IS_FOLDER, refused(TextFile.read(folder)));
  }

  @Test
  void aFileThatIsTooLargeIsRefusedWithoutReadingIt(@TempDir Path folder) throws IOException {
    Path large = folder.resolve("large.yaml");
    try (var channel = new RandomAccessFile(large.toFile(), "rw")) {
      channel.setLength(100L << 20);
    }

    assertEquals(ProblemCode.FILE_TOO_LARGE, refused(TextFile.read(large)));
  }

  @Test
  void writingReplacesTheFileAndLeavesNothingBeside(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), "old");

    assertTrue(TextFile.write(file, "new".getBytes(StandardCharsets.UTF_8)).isEmpty());

    assertEquals("new", Files.readString(file));
    try (var left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void writingThroughALinkKeepsTheLink(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);

    assertTrue(TextFile.write(link, "new".getBytes(StandardCharsets.UTF_8)).isEmpty());

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void writingIntoAMissingFolderSaysSo(@TempDir Path folder) {
    var problem = TextFile.write(folder.resolve("no/f.yaml"), new byte[0]);

    assertEquals(ProblemCode.FILE_NOT_FOUND, problem.orElseThrow().code());
  }

  private static TextFile done(Outcome<TextFile> outcome) {
    return outcome.result().orElseThrow();
  }

  private static ProblemCode refused(Outcome<TextFile> outcome) {
    return outcome.refusal().orElseThrow().code();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks into an artifact that lies on this computer. */
public final class ArtifactLook {
  /** Nobody looks at more beside a log. */
  public static final long LARGEST = 16L << 20;

  private static final int LONGEST_TEXT = 16 * 1024;
  private static final int MOST_NAMES = 500;

  /** How PNG, JPEG, GIF and BMP begin. */
  private static final List<String> PICTURES =
      List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM");

  private ArtifactLook() {}

  /** What lies there, out of its archive. Reads the file. */
  public static ArtifactContent at(Path kept) {
    try {
      return Files.isDirectory(kept) ? folder(kept) : file(kept);
    } catch (IOException _) {
      return new ArtifactContent.Unseen();
    }
  }

  private static ArtifactContent file(Path kept) throws IOException {
    if (Files.size(kept) > LARGEST) {
      return new ArtifactContent.Unseen();
    }
    if (!TarArchive.isOne(kept) && !ZipArchive.isOne(kept)) {
      return content(Files.readAllBytes(kept));
    }
    Path place = Files.createTempDirectory("tiphys-artifact-");
    try {
      Path target = place.resolve("artifact");
      ArtifactFolder.unpack(kept, target);
      return Files.isDirectory(target) ? folder(target) : content(Files.readAllBytes(target));
    } finally {
      Trees.remove(place);
    }
  }

  private static ArtifactContent.Folder folder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArtifactContent.Folder(
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .limit(MOST_NAMES)
              .toList());
    }
  }

  private static ArtifactContent content(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return new ArtifactContent.Text(
            text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text);
      }
    } catch (CharacterCodingException _) {
      // it is no text, and may be a picture
    }
    String first = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
    return PICTURES.stream().anyMatch(first::startsWith)
        ? new ArtifactContent.Picture(bytes)
        : new ArtifactContent.Unseen();
  }
}

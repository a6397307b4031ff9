// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks into an artifact that is kept: small texts can be shown as they are. */
final class ArtifactText {
  private static final long LARGEST = 4L << 20;
  private static final int LONGEST = 16 * 1024;

  private ArtifactText() {}

  static Optional<String> of(Path kept) {
    try {
      if (!Files.isRegularFile(kept) || Files.size(kept) > LARGEST) {
        return Optional.empty();
      }
      if (!TarArchive.isOne(kept) && !ZipArchive.isOne(kept)) {
        return text(kept);
      }
      Path folder = Files.createTempDirectory("tiphys-artifact-");
      try {
        Path target = folder.resolve("artifact");
        ArtifactFolder.unpack(kept, target);
        return Files.isRegularFile(target) ? text(target) : Optional.empty();
      } finally {
        Trees.remove(folder);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean isText = text.indexOf('\0') < 0;
      String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
      return isText ? Optional.of(shown) : Optional.empty();
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only the user can read, whole or not at all. */
final class PrivateFile {
  private PrivateFile() {}

  /**
   * The text is never in a file that others can read, not for a moment: a temporary file is made
   * with mode 0600 by the JDK, and on Windows below the user's own folder.
   */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path next = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    try {
      if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}

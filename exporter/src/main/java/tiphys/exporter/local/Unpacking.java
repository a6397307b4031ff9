// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An archive on its way to a path. What was packed is one file or folder, whose name the path
 * replaces; an archive of several is put below the path.
 */
record Unpacking(Path folder, Path target) {
  static Unpacking beside(Path target) throws IOException {
    return new Unpacking(Files.createTempDirectory(target.getParent(), ".unpack"), target);
  }

  /** Where an entry goes. An entry must not lead out. */
  Path place(String entry) throws IOException {
    Path path = folder.resolve(entry.replaceAll("^/+", "")).normalize();
    if (!path.startsWith(folder)) {
      throw new FileSystemException(entry, null, "an entry leads out of the archive");
    }
    return path;
  }

  void finish() throws IOException {
    List<Path> packed;
    try (Stream<Path> children = Files.list(folder)) {
      packed = children.toList();
    }
    Path whole = packed.size() == 1 ? packed.getFirst() : folder;
    if (Files.isDirectory(target)) {
      Trees.copy(whole, target);
      Trees.remove(folder);
      return;
    }
    Files.deleteIfExists(target);
    Files.move(whole, target);
    Trees.remove(folder);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Artifacts with the archive strategy {@code zip}. */
final class ZipArchive {
  private ZipArchive() {}

  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4
          && start[0] == 'P'
          && start[1] == 'K'
          && start[2] == 3
          && start[3] == 4;
    }
  }

  static void write(Path source, Path target) throws IOException {
    Path top = source.getFileName();
    try (OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> walk = Files.walk(source)) {
      for (Path file : walk.sorted().toList()) {
        String name = top.resolve(source.relativize(file)).toString().replace('\\', '/');
        boolean isFolder = Files.isDirectory(file);
        zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
          Files.copy(file, zip);
        }
        zip.closeEntry();
      }
    }
  }

  static void read(Path archive, Path target) throws IOException {
    Unpacking unpacking = Unpacking.beside(target);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
        ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        Path file = unpacking.place(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
        entry = zip.getNextEntry();
      }
    }
    unpacking.finish();
  }
}

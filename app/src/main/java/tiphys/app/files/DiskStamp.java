// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** What tells that a file was written by somebody else; empty where there was no file. */
record DiskStamp(Optional<FileTime> modified, long size) {
  static final DiskStamp NONE = new DiskStamp(Optional.empty(), 0);

  static DiskStamp of(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new DiskStamp(Optional.of(attributes.lastModifiedTime()), attributes.size());
    } catch (IOException _) {
      return NONE;
    }
  }
}

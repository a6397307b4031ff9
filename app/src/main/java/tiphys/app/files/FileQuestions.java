// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the user is asked about files. */
public interface FileQuestions {
  /** What to do with changes that are not saved. */
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  /** Which files to open; none where the user thinks better of it. */
  List<Path> toOpen(Path folder);

  /** Which folder to open; none where the user thinks better of it. */
  default Optional<Path> folderToOpen(Path folder) {
    return Optional.empty();
  }

  /** Where to save to. */
  Optional<Path> toSaveTo(Path folder, String name);

  /** Where to write an export to. */
  Optional<Path> toExportTo(Path folder, String name);

  Unsaved unsaved(List<OpenFile> files);

  /** Whether to replace what somebody else wrote to the file since it was read. */
  boolean replaceChanged(OpenFile file);
}

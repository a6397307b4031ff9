// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /**
   * Whether a script may be run for the workflows that it defines, and how.
   *
   * @param isAgain whether it was run before and has changed since
   */
  default Optional<ScriptChoice> mayRun(ScriptChoice offered, boolean isAgain) {
    return Optional.empty();
  }

  Unsaved unsaved(List<OpenFile> files);

  /** Whether to replace what somebody else wrote to the file since it was read. */
  boolean replaceChanged(OpenFile file);

  /**
   * Shows what a rename would change in other files. Which of them are left out; nothing is renamed
   * where the user thinks better of it.
   */
  default Optional<Set<Path>> leftOutOfRename(FolderRename rename) {
    return Optional.empty();
  }

  /**
   * Whether to take what another program wrote instead of changes that are not saved.
   *
   * @param lines from the user's text to the other program's
   */
  default boolean takesTheirs(OpenFile file, List<LineDifference.Row> lines) {
    return false;
  }
}

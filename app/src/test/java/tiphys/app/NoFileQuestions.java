// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;

/** Nothing is unsaved in these tests, and nothing is saved. */
final class NoFileQuestions implements FileQuestions {
  @Override
  public List<Path> toOpen(Path from) {
    return List.of();
  }

  @Override
  public Optional<Path> toSaveTo(Path from, String name) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> toExportTo(Path from, String name) {
    return Optional.empty();
  }

  @Override
  public Unsaved unsaved(List<OpenFile> files) {
    return Unsaved.DISCARD;
  }

  @Override
  public boolean replaceChanged(OpenFile file) {
    return false;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Takes artifacts out of the folder of a run. None is ever opened by another program. */
final class ArtifactFiles {
  private ArtifactFiles() {}

  /** Asks where to; the work that copies it there is for another thread. */
  static Optional<Supplier<Boolean>> saveAs(Path file, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(String.valueOf(file.getFileName()));
    File target = chooser.showSaveDialog(owner);
    return Optional.ofNullable(target).map(File::toPath).map(to -> () -> copy(file, to));
  }

  private static boolean copy(Path file, Path to) {
    try {
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      System.getLogger(ArtifactFiles.class.getName())
          .log(System.Logger.Level.WARNING, "the artifact was not copied", e);
      return false;
    }
  }

  static boolean canReveal() {
    return !java.awt.GraphicsEnvironment.isHeadless()
        && Desktop.isDesktopSupported()
        && Desktop.getDesktop().isSupported(Desktop.Action.OPEN);
  }

  /** Shows the folder that it lies in. */
  static boolean reveal(Path file) {
    try {
      Desktop.getDesktop().open(file.resolveSibling("").toFile());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

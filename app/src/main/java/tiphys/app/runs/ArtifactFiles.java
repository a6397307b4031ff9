// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Artifacts that lie on this computer. None is ever opened by another program. */
final class ArtifactFiles {
  private ArtifactFiles() {}

  /** A folder with all that is in it. */
  static Outcome<Path> copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, from.equals(file) ? to : target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return Outcome.done(to);
    } catch (IOException e) {
      return Outcome.refused(
          ProblemCode.FILE_NOT_WRITTEN, to.toString(), e.getClass().getSimpleName());
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

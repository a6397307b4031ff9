// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real manifests that tests read in place. */
public final class Corpus {
  private static final Path SHARED = Path.of("..", "..", "shared", "argo");

  private Corpus() {}

  /** Every manifest of Argo's examples and of Hera's, in order of name. */
  public static List<Path> files() {
    return Stream.of("examples", "hera").flatMap(folder -> below(SHARED.resolve(folder))).toList();
  }

  public static Path example(String name) {
    return SHARED.resolve("examples").resolve(name);
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

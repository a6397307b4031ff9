// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;

/** Every real manifest, opened and saved as the window does it. */
class CorpusFilesTest {
  private static final Path MANIFESTS = Path.of("..", "..", "shared", "argo");

  @TempDir private Path folder;

  @Test
  void everyManifestSavedUnchangedIsTheSameToTheByte() throws IOException {
    List<Path> files = manifests();
    assertTrue(files.size() > 100, files.size() + " manifests");
    for (Path file : files) {
      Path copy = folder.resolve("copy-" + file.getFileName());
      OpenFile open = OpenFile.of(ReadFile.of(file).result().orElseThrow());

      assertEquals(Optional.empty(), open.saveTo(copy), file.toString());

      assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(copy), file.toString());
    }
  }

  @Test
  void everyGraphOfEveryManifestIsMadeWithoutLosingATask() throws IOException {
    for (Path file : manifests()) {
      DiagramState state = ReadFile.of(file).result().orElseThrow().state();
      for (Scope scope : Scopes.all(state.workflow())) {
        int tasks =
            Scopes.template(state.workflow(), scope).map(Scopes::tasks).orElse(List.of()).size();

        assertTrue(state.graph(scope).nodes().size() >= tasks, file + " " + scope);
      }
    }
  }

  private static List<Path> manifests() throws IOException {
    try (Stream<Path> examples = Files.walk(MANIFESTS.resolve("examples"));
        Stream<Path> hera = Files.walk(MANIFESTS.resolve("hera"))) {
      return Stream.concat(examples, hera)
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
          .sorted()
          .toList();
    }
  }
}

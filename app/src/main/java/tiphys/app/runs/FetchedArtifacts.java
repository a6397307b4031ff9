// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tiphys.exporter.cluster.ArtifactDownload;
import tiphys.exporter.cluster.ArtifactPlace;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Artifacts of a cluster's run that were looked at, in a folder that goes with the run. */
final class FetchedArtifacts {
  private final RunPlace place;
  private final ClusterGateway gateway;
  private Optional<Path> folder = Optional.empty();

  FetchedArtifacts(RunPlace place, ClusterGateway gateway) {
    this.place = place;
    this.gateway = gateway;
  }

  Outcome<Path> look(ArtifactPlace artifact, long mostBytes) {
    try {
      Path into = Files.createTempDirectory(folder(), "artifact-");
      return download(artifact, mostBytes).into(into);
    } catch (IOException e) {
      return Outcome.refused(
          ProblemCode.FILE_NOT_WRITTEN, artifact.name(), e.getClass().getSimpleName());
    }
  }

  Outcome<Path> save(ArtifactPlace artifact, Path target) {
    return download(artifact, Long.MAX_VALUE).to(target);
  }

  private ArtifactDownload download(ArtifactPlace artifact, long mostBytes) {
    return new ArtifactDownload(gateway, place.namespace(), artifact, mostBytes);
  }

  private synchronized Path folder() throws IOException {
    if (folder.isEmpty()) {
      folder = Optional.of(Files.createTempDirectory("tiphys-artifacts-"));
    }
    return folder.get();
  }

  synchronized void close() {
    folder.ifPresent(FetchedArtifacts::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // it lies among the temporary files, which the system clears
      return;
    }
  }
}

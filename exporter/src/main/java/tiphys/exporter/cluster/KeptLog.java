// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** What a container printed as Argo kept it among the artifacts, for when its pod is gone. */
final class KeptLog {
  private final ClusterGateway gateway;
  private final String namespace;
  private final int newest;
  private final BooleanSupplier isEnough;

  /**
   * @param newest how many lines from its end; 0 for all
   * @param isEnough whether nobody wants more of it
   */
  KeptLog(ClusterGateway gateway, String namespace, int newest, BooleanSupplier isEnough) {
    this.gateway = gateway;
    this.namespace = namespace;
    this.newest = newest;
    this.isEnough = isEnough;
  }

  /** Tells the lines; why it could not, if so. Blocks. */
  Optional<Problem> read(ArtifactPlace place, Consumer<String> told) {
    return switch (gateway.artifact(namespace, place, "")) {
      case Outcome.Done<ServedArtifact>(ServedArtifact.File file) -> copy(file, told);
      case Outcome.Done<ServedArtifact> _ ->
          Optional.of(Problem.refusal(ProblemCode.CLUSTER_ARTIFACT_MISSING, place.name()));
      case Outcome.Refused<ServedArtifact>(Problem why) -> Optional.of(why);
    };
  }

  private Optional<Problem> copy(ServedArtifact.File file, Consumer<String> told) {
    try (file;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file.content(), StandardCharsets.UTF_8))) {
      Deque<String> last = new ArrayDeque<>();
      Optional<String> line = Optional.ofNullable(lines.readLine());
      while (line.isPresent() && !isEnough.getAsBoolean()) {
        if (newest == 0) {
          told.accept(line.get());
        } else {
          last.add(line.get());
          if (last.size() > newest) {
            last.remove();
          }
        }
        line = Optional.ofNullable(lines.readLine());
      }
      last.forEach(told);
      return Optional.empty();
    } catch (IOException _) {
      return Optional.of(Problem.refusal(ProblemCode.CLUSTER_BROKEN_OFF, gateway.address()));
    }
  }
}

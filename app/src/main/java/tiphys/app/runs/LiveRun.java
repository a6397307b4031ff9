// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.cluster.ArtifactPlace.Side;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeStatus;

/** A run that a file shows, wherever it takes place. Questions block; they are for workers. */
sealed interface LiveRun permits RunHere, RunBefore, RunOnCluster {
  /**
   * What a node has printed.
   *
   * @param file holds it as far as it has come; absent before the first line
   * @param isWhole whether nothing more will come
   * @param trouble why it cannot be had; where it is not whole, it is tried again
   */
  record Printed(Optional<Path> file, boolean isWhole, Optional<Problem> trouble) {
    static Printed of(Optional<Path> file, boolean isWhole) {
      return new Printed(file, isWhole, Optional.empty());
    }
  }

  /** Where it takes place on a cluster; absent on this computer. */
  Optional<RunPlace> place();

  /** The pod of a node; absent where there are no pods. */
  Optional<String> pod(NodeStatus node);

  /** The containers of a node that print, the step's own first. */
  List<String> containers(NodeStatus node);

  /** What a container of a node prints; asked again and again while somebody looks. */
  Printed log(NodeStatus node, String container);

  /** Where an artifact lies on this computer by its key, without being fetched. */
  Optional<Path> lying(String key);

  /**
   * An artifact of a node, as a file or a folder of this computer that lasts as long as the run is
   * shown.
   *
   * @param mostBytes what is larger is refused where it would have to be fetched
   */
  default Outcome<Path> artifact(NodeStatus node, Side side, String name, long mostBytes) {
    NodeStatus.Values values = side == Side.INPUT ? node.inputs() : node.outputs();
    return Optional.ofNullable(values.artifacts().get(name))
        .flatMap(this::lying)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.RUN_ARTIFACT_MISSING, name));
  }

  /** Writes an artifact of a node where the user wants it. */
  default Outcome<Path> saveArtifact(NodeStatus node, Side side, String name, Path target) {
    return artifact(node, side, name, Long.MAX_VALUE)
        .then(from -> ArtifactFiles.copy(from, target));
  }

  /** Looks at it no longer; on this computer it ends with that. At once. */
  void leave();
}

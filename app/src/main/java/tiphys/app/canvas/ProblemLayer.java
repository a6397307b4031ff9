// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.ProblemsInSight;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;

/** Which cards have a problem; in a large file they are looked for aside. */
final class ProblemLayer {
  /** Smaller files are looked through at once, within a frame. */
  private static final int AT_ONCE = 40_000;

  private final Background.Newest looking;
  private final Runnable show;
  private Optional<DiagramState> of = Optional.empty();
  private Optional<ProblemsInSight> found = Optional.empty();

  /** None yet. @param show is told that there is something else to be seen */
  ProblemLayer(Background background, Runnable show) {
    this.looking = background.newest();
    this.show = show;
  }

  /** Another revision; the marks of the one before stay until those of this one are found. */
  @SuppressWarnings("ReferenceEquality") // a revision is the same or another one
  void follow(DiagramState state) {
    if (of.filter(known -> known == state).isPresent()) {
      return;
    }
    of = Optional.of(state);
    if (state.problems().isEmpty()) {
      looking.drop();
      found = Optional.empty();
    } else if (state.text().length() <= AT_ONCE) {
      looking.drop();
      found = Optional.of(new ProblemsInSight(state));
    } else {
      looking.run(
          () -> new ProblemsInSight(state),
          next -> {
            found = Optional.of(next);
            show.run();
          });
    }
  }

  /** The worst problem of each card that has any, by the way to the drawing where it is. */
  Map<List<NodeId>, Map<NodeId, Problem>> marks(Scene scene) {
    Map<List<NodeId>, Map<NodeId, Problem>> marks = new HashMap<>();
    for (Scene.Layer layer : scene.layers()) {
      if (found.isPresent() && layer.shown().place().isHere()) {
        Map<NodeId, Problem> of = found.get().of(layer.shown().place().scope());
        if (!of.isEmpty()) {
          marks.put(layer.way(), of);
        }
      }
    }
    return marks;
  }
}

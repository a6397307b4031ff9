// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.concurrent.Background;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.StackPage;
import tiphys.model.run.StackView;
import tiphys.model.run.TaskState;

/** The run that is laid over what is shown; that of a large one is looked through aside. */
final class RunLayer {
  /** Smaller runs are looked through at once, within a frame. */
  private static final int AT_ONCE = 2_000;

  private final Background.Newest looking;
  private final Runnable show;
  private RunOverlay overlay = RunOverlay.NONE;

  /** None yet. @param show is told that there is something else to be seen */
  RunLayer(Background background, Runnable show) {
    this.looking = background.newest();
    this.show = show;
  }

  /** Another run, or the same further on. */
  void take(Optional<RunSnapshot> run) {
    if (run.isEmpty()) {
      looking.drop();
      take(RunOverlay.NONE);
    } else if (run.get().nodes().size() <= AT_ONCE) {
      looking.drop();
      take(RunOverlay.of(run.get()));
    } else {
      looking.run(() -> RunOverlay.of(run.get()), this::take);
    }
  }

  private void take(RunOverlay next) {
    overlay = next;
    show.run();
  }

  RunOverlay overlay() {
    return overlay;
  }

  /**
   * What is to be seen of the fan-outs that are open.
   *
   * @param views what is looked at of them, by the ways to their tasks
   */
  Map<List<NodeId>, StackPage> pages(Optional<Scope> root, Map<List<NodeId>, StackView> views) {
    return root.map(scope -> overlay.pages(scope, views)).orElse(Map.of());
  }

  /** What it says of the drawing where the hand is at work. */
  Map<NodeId, TaskState> states(Optional<Scope> root, Scene scene) {
    return root.map(scope -> overlay.states(scope, scene.way())).orElse(Map.of());
  }

  /** What it says of everything else. */
  Surroundings around(Optional<Scope> root, Scene scene) {
    if (root.isEmpty() || scene.isPlain()) {
      return new Surroundings(scene, Map.of(), Map.of());
    }
    Map<List<NodeId>, Map<NodeId, TaskState>> runs = new HashMap<>();
    for (List<NodeId> way : scene.drawings().keySet()) {
      runs.put(
          way,
          scene.stack(way).map(overlay::states).orElseGet(() -> overlay.states(root.get(), way)));
    }
    return new Surroundings(scene, runs, Map.of());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;

/**
 * A pointer that rests on a card leaves what that task waits for and what waits for it as it is,
 * and dims the rest, until it moves on.
 */
final class KinLight {
  private static final Duration REST = Duration.millis(600);

  private final CanvasViewModel model;
  private final BooleanSupplier isBusy;
  private final PauseTransition rest = new PauseTransition(REST);
  private Optional<NodeId> under = Optional.empty();
  private Optional<Feedback> lit = Optional.empty();

  /** For one canvas. @param isBusy whether the pointer holds something, which goes before */
  KinLight(CanvasViewModel model, BooleanSupplier isBusy) {
    this.model = model;
    this.isBusy = isBusy;
    rest.setOnFinished(_ -> light());
  }

  /** Told what lies under the pointer, whenever that may have changed. */
  void follow(Hit hover) {
    Optional<NodeId> now =
        hover instanceof Hit.OnNode(NodeId node) ? Optional.of(node) : Optional.empty();
    if (now.equals(under)) {
      return;
    }
    under = now;
    putOut();
    if (now.isPresent()) {
      rest.playFromStart();
    } else {
      rest.stop();
    }
  }

  private void light() {
    if (under.isEmpty() || isBusy.getAsBoolean() || !model.feedback().equals(Feedback.NONE)) {
      return;
    }
    Set<NodeId> others = new LinkedHashSet<>();
    model.drawing().nodes().stream().map(FlowNode::id).forEach(others::add);
    int all = others.size();
    model
        .graph()
        .ifPresent(
            graph -> {
              others.remove(under.get());
              others.removeAll(graph.ancestors(under.get()));
              others.removeAll(graph.descendants(under.get()));
            });
    if (!others.isEmpty() && others.size() < all - 1) {
      Feedback shown = Feedback.dimming(others);
      lit = Optional.of(shown);
      model.feedback(shown);
    }
  }

  private void putOut() {
    if (lit.filter(model.feedback()::equals).isPresent()) {
      model.feedback(Feedback.NONE);
    }
    lit = Optional.empty();
  }
}

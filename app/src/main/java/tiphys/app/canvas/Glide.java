// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;

/**
 * Lets cards glide from where they stood to where a layout has put them, so that the eye can
 * follow. They stand there already: whatever the hand does meanwhile ends it.
 */
final class Glide extends Transition {
  private static final Duration TIME = Duration.millis(240);

  /** More cards than these jump: nobody could follow them. */
  private static final int MOST = 400;

  private final CanvasViewModel model;
  private Map<NodeId, Point> from = Map.of();
  private Feedback shown = Feedback.NONE;

  Glide(CanvasViewModel model) {
    this.model = model;
    setCycleDuration(TIME);
    setInterpolator(Interpolator.EASE_BOTH);
    setOnFinished(_ -> end());
  }

  /** Begins. @param before where cards stood until now */
  void begin(Map<NodeId, Point> before) {
    stop();
    Drawing drawing = model.drawing();
    from = new HashMap<>();
    for (int i = 0; i < drawing.nodes().size() && drawing.nodes().size() <= MOST; i++) {
      NodeId node = drawing.nodes().get(i).id();
      Point stood = before.get(node);
      if (stood != null && !stood.equals(drawing.corner(i))) {
        from.put(node, stood);
      }
    }
    shown = model.feedback();
    if (!from.isEmpty() && shown.equals(Feedback.NONE)) {
      playFromStart();
    }
  }

  @Override
  protected void interpolate(double done) {
    if (!model.feedback().equals(shown)) {
      stop();
      return;
    }
    Map<NodeId, Point> now = new HashMap<>();
    from.forEach(
        (node, stood) ->
            model
                .drawing()
                .boxOf(node)
                .ifPresent(
                    box ->
                        now.put(
                            node,
                            new Point(
                                stood.x() + (box.x() - stood.x()) * done,
                                stood.y() + (box.y() - stood.y()) * done))));
    shown = Feedback.moving(now, List.of());
    model.feedback(shown);
  }

  private void end() {
    if (model.feedback().equals(shown)) {
      model.feedback(Feedback.NONE);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.message.Messages;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;

/** Says at the end of a connection why it cannot be made, while it hangs there. */
final class RefusalTip extends Label {
  private static final double WIDTH = 280;
  private static final double AWAY = 18;

  private final Messages messages;

  RefusalTip(Messages messages) {
    this.messages = messages;
    getStyleClass().add("canvas-refusal");
    setWrapText(true);
    setMaxWidth(WIDTH);
    setMouseTransparent(true);
    setVisible(false);
  }

  void show(Frame frame, double width) {
    Optional<Hit.OnProblem> under =
        frame.hover() instanceof Hit.OnProblem problem ? Optional.of(problem) : Optional.empty();
    Optional<Problem> why = frame.feedback().refusal().or(() -> under.map(Hit.OnProblem::problem));
    Optional<Point> end =
        frame
            .feedback()
            .wire()
            .map(Feedback.Wire::to)
            .or(() -> frame.feedback().moved().values().stream().findFirst())
            .or(() -> under.flatMap(at -> frame.drawing().boxOf(at.node())).map(ProblemBadge::of));
    setVisible(why.isPresent() && end.isPresent());
    if (isVisible()) {
      setText(messages.problem(why.get()));
      autosize();
      Point2D at = frame.viewport().toView(end.get());
      double x = Math.min(at.getX() + AWAY, width - getWidth() - AWAY);
      relocate(Math.rint(x), Math.rint(at.getY() + AWAY));
    }
  }
}

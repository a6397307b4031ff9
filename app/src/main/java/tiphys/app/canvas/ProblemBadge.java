// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Map;
import java.util.Optional;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Hit;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.Pen;
import tiphys.exporter.picture.Stroke;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;

/** The mark at the corner of a card that has a problem; it leads to the place in the text. */
final class ProblemBadge {
  private static final double RADIUS = 8;

  private final Pen pen;
  private final Palette palette;

  ProblemBadge(Pen pen, Palette palette) {
    this.pen = pen;
    this.palette = palette;
  }

  static Point of(Box box) {
    return new Point(box.right() - 3, box.y() + 1);
  }

  /** Over cards that are painted already. */
  void paint(Map<NodeId, Problem> problems, Drawing drawing, int[] seen) {
    for (int number : problems.isEmpty() ? new int[0] : seen) {
      Problem problem = problems.get(drawing.nodes().get(number).id());
      if (problem != null) {
        paint(of(drawing.box(number)), problem);
      }
    }
  }

  /** A sign beside the colour, since not everybody tells these two apart. */
  private void paint(Point at, Problem problem) {
    boolean isError = problem.severity() == Severity.ERROR;
    pen.disc(at.x(), at.y(), RADIUS + 1.5, palette.background());
    pen.disc(at.x(), at.y(), RADIUS, isError ? palette.refusal() : palette.warning());
    Stroke stroke = Stroke.solid(0xFFFFFFFF, 1.8);
    pen.line(at.x(), at.y() - 4.2, at.x(), at.y() + (isError ? 0.8 : 1.4), stroke);
    pen.disc(at.x(), at.y() + 4.2, 1.1, 0xFFFFFFFF);
  }

  /** The mark that lies at a place of the drawing where the hand is at work. */
  static Optional<Hit> at(Point place, Frame frame) {
    Map<NodeId, Problem> problems = frame.around().problems(frame.around().scene().way());
    Viewport viewport = frame.viewport();
    double reach = RADIUS + 2 / viewport.scale();
    for (Map.Entry<NodeId, Problem> entry : problems.entrySet()) {
      Optional<Point> badge = frame.drawing().boxOf(entry.getKey()).map(ProblemBadge::of);
      boolean isHit =
          badge
              .filter(at -> Math.hypot(at.x() - place.x(), at.y() - place.y()) <= reach)
              .isPresent();
      if (isHit) {
        return Optional.of(new Hit.OnProblem(entry.getKey(), entry.getValue()));
      }
    }
    return Optional.empty();
  }
}

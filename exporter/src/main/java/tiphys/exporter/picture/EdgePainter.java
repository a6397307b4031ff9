// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.Locale;
import java.util.Optional;
import tiphys.model.graph.FlowEdge;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;
import tiphys.model.run.NodePhase;
import tiphys.model.run.TaskState;

/** Draws edges: a bow with an arrow head, and the result that is asked for where it is named. */
public final class EdgePainter {
  private static final double WIDTH = 1.6;
  private static final double HEAD = 8;
  private static final double LABEL_ROOM = 150;

  /** Where the next layer stands beside. */
  private static final double LABEL_ROOM_BESIDE = 74;

  private final Pen pen;
  private final Palette palette;
  private final FittedText texts;

  public EdgePainter(Pen pen, Palette palette, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.texts = texts;
  }

  /**
   * Draws an edge along its route.
   *
   * @param from the state of the node that it leaves
   */
  public void paint(FlowEdge edge, Route route, Optional<TaskState> from, Detail detail) {
    int colour = colourOf(from);
    draw(route, Stroke.solid(colour, WIDTH), detail);
    if (detail == Detail.FULL && !edge.condition().isEmpty()) {
      label(edge.condition(), route);
    }
  }

  /** Draws an edge that is chosen or under the pointer, its condition over it. */
  public void standOut(FlowEdge edge, Route route, int colour) {
    paint(route, colour, false);
    if (!edge.condition().isEmpty()) {
      label(edge.condition(), route);
    }
  }

  /** Draws an edge that stands out: taken elsewhere, or not there yet. */
  public void paint(Route route, int colour, boolean isDashed) {
    draw(route, new Stroke(colour, WIDTH + 1, isDashed), Detail.FULL);
  }

  private void draw(Route route, Stroke stroke, Detail detail) {
    boolean hasHead = detail != Detail.BOX;
    pen.bows(Bows.along(route, hasHead ? HEAD - 1 : 0), stroke);
    if (hasHead) {
      pen.arrowHead(route.last(), route.heading(), HEAD, stroke.colour());
    }
  }

  private int colourOf(Optional<TaskState> from) {
    return from.flatMap(TaskState::phase)
        .filter(phase -> phase == NodePhase.SUCCEEDED)
        .map(palette::phase)
        .orElse(palette.edge());
  }

  private void label(String condition, Route route) {
    Point middle = Bows.along(route, 0).middle();
    double room = route.heading() == Heading.DOWN ? LABEL_ROOM : LABEL_ROOM_BESIDE;
    String text = texts.fit(condition, room, FontRole.LABEL);
    double width = texts.width(text, FontRole.LABEL) + 12;
    double left = middle.x() - width / 2;
    pen.fillRound(left, middle.y() - 8, width, 16, 8, palette.background());
    int colour = colourOf(condition);
    pen.strokeRound(
        left, middle.y() - 8, width, 16, 8, Stroke.solid(Palette.faded(colour, 0.5), 1));
    pen.text(text, left + 6, middle.y() + 3.8, FontRole.LABEL, colour);
  }

  /** A result that is a phase has the phase's colour. */
  private int colourOf(String condition) {
    String name =
        condition.isEmpty()
            ? ""
            : condition.substring(0, 1).toUpperCase(Locale.ROOT) + condition.substring(1);
    return NodePhase.ofArgoName(name).map(palette::phaseText).orElse(palette.subtitle());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.Optional;
import tiphys.model.difference.Change;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;

/** Marks what two versions differ in: by colour, by a sign, and by dashes where it is gone. */
public final class ChangePainter {
  private static final double BADGE = 9;
  private static final double SIGN = 4.5;

  /** Clear of the badge at the corner. */
  private static final double NAME_LEFT = 13;

  private final Pen pen;
  private final Palette palette;
  private final EdgePainter edges;
  private final FittedText texts;

  public ChangePainter(Pen pen, Palette palette, EdgePainter edges, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.edges = edges;
    this.texts = texts;
  }

  public void paint(Route route, Change change) {
    edges.paint(route, palette.change(change), change == Change.REMOVED);
  }

  /** Over a card that is painted already, if it has changed. */
  public void paint(ScopeDifference all, NodeId node, Point corner, Detail detail) {
    Optional<Change> change = Optional.ofNullable(all.nodes().get(node));
    if (detail == Detail.BOX) {
      change.ifPresent(known -> box(corner, known));
      return;
    }
    change.ifPresent(known -> paint(corner, known));
    Optional.ofNullable(all.earlierNames().get(node)).ifPresent(name -> was(corner, name));
  }

  /** From far away a frame would be too thin to be seen. */
  private void box(Point corner, Change change) {
    pen.fillRound(
        corner.x() - 4,
        corner.y() - 4,
        NodeSize.WIDTH + 8,
        NodeSize.HEIGHT + 8,
        0,
        palette.change(change));
  }

  private void paint(Point corner, Change change) {
    if (change == Change.REMOVED) {
      int veil = Palette.faded(palette.background(), 0.55);
      pen.fillRound(corner.x(), corner.y(), NodeSize.WIDTH, NodeSize.HEIGHT, 8, veil);
    }
    int colour = palette.change(change);
    pen.strokeRound(
        corner.x() - 2,
        corner.y() - 2,
        NodeSize.WIDTH + 4,
        NodeSize.HEIGHT + 4,
        9,
        new Stroke(colour, 2, change == Change.REMOVED));
    pen.disc(corner.x(), corner.y(), BADGE, colour);
    sign(corner.x(), corner.y(), change);
  }

  /** What a card was called before, above its left half: edges come to its middle. */
  private void was(Point corner, String earlierName) {
    pen.text(
        texts.fit(earlierName + " →", NodeSize.WIDTH / 2 - NAME_LEFT - 6, FontRole.SUBTITLE),
        corner.x() + NAME_LEFT,
        corner.y() - 6,
        FontRole.SUBTITLE,
        palette.change(Change.CHANGED));
  }

  private void sign(double x, double y, Change change) {
    Stroke stroke = Stroke.solid(palette.background(), 2);
    switch (change) {
      case ADDED -> {
        pen.line(x - SIGN, y, x + SIGN, y, stroke);
        pen.line(x, y - SIGN, x, y + SIGN, stroke);
      }
      case REMOVED -> pen.line(x - SIGN, y, x + SIGN, y, stroke);
      case CHANGED -> {
        pen.line(x - SIGN, y + 2, x - 1.5, y - 2, stroke);
        pen.line(x - 1.5, y - 2, x + 1.5, y + 2, stroke);
        pen.line(x + 1.5, y + 2, x + SIGN, y - 2, stroke);
      }
    }
  }
}

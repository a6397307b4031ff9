// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;
import tiphys.model.layout.Size;
import tiphys.model.symbol.DataEdge;

/**
 * Draws the edges that data takes: dashed and in a colour of their own, so that nobody takes them
 * for dependencies; what is read before it can be there, in the colour of a refusal.
 */
public final class DataPainter {
  /** Where across a card data leaves and arrives, clear of the dependencies. */
  public static final double ACROSS = 0.8;

  /** The widest label, in canvas units. */
  public static final double LABEL_ROOM = 240;

  private static final double WIDTH = 1.4;
  private static final double HEAD = 6;
  private static final double RAIL_WIDTH = 84;
  private static final double RAIL_HEIGHT = 20;
  private static final double RAIL_AWAY = 22;

  private final Pen pen;
  private final Palette palette;
  private final FittedText texts;

  public DataPainter(Pen pen, Palette palette, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.texts = texts;
  }

  /** Before all cards: what the template takes in. */
  public static Box inputRail(Box all, Heading heading) {
    Box down = heading.turned(all);
    return rail(down, down.y() - RAIL_AWAY - rail(heading).height(), heading);
  }

  /** Behind all cards: what the template gives out. */
  public static Box outputRail(Box all, Heading heading) {
    Box down = heading.turned(all);
    return rail(down, down.bottom() + RAIL_AWAY, heading);
  }

  private static Box rail(Box down, double top, Heading heading) {
    Size size = rail(heading);
    double left = down.x() + (down.width() - size.width()) / 2;
    return heading.turned(new Box(left, top, size.width(), size.height()));
  }

  /** As if it ran down; words stand upright in any case. */
  private static Size rail(Heading heading) {
    return heading.turned(new Size(RAIL_WIDTH, RAIL_HEIGHT));
  }

  public void paint(DataEdge edge, Route route) {
    draw(route, new Stroke(Palette.faded(colour(edge), 0.75), WIDTH, true));
  }

  /** The names of all that an edge carries, for a picture in which nothing lights up. */
  public void names(DataEdge edge, Route route) {
    label(String.join(", ", edge.names()), Bows.along(route, 0).middle(), colour(edge));
  }

  /** As one whose end lies under the pointer: with the names of all that it carries. */
  public void light(DataEdge edge, Route route) {
    draw(route, new Stroke(colour(edge), WIDTH + 1, true));
    names(edge, route);
  }

  /** The colour of an edge. */
  public int colour(DataEdge edge) {
    return edge.isInOrder() ? palette.data() : palette.refusal();
  }

  /** What stands for all inputs, or all outputs, of the template. */
  public void rail(Box box, String words) {
    int colour = palette.data();
    double radius = RAIL_HEIGHT / 2;
    pen.fillRound(box.x(), box.y(), box.width(), box.height(), radius, palette.background());
    pen.fillRound(box.x(), box.y(), box.width(), box.height(), radius, Palette.faded(colour, 0.12));
    pen.strokeRound(box.x(), box.y(), box.width(), box.height(), radius, Stroke.solid(colour, 1));
    double width = texts.width(words, FontRole.LABEL);
    pen.text(words, box.x() + (box.width() - width) / 2, box.y() + 13.6, FontRole.LABEL, colour);
  }

  private void draw(Route route, Stroke stroke) {
    pen.bows(Bows.along(route, HEAD - 1), stroke);
    pen.arrowHead(route.last(), route.heading(), HEAD, stroke.colour());
  }

  private void label(String names, Point middle, int colour) {
    String text = texts.fit(names, LABEL_ROOM - 12, FontRole.LABEL);
    double width = texts.width(text, FontRole.LABEL) + 12;
    double left = middle.x() - width / 2;
    pen.fillRound(left, middle.y() - 9, width, 18, 9, palette.background());
    pen.strokeRound(left, middle.y() - 9, width, 18, 9, Stroke.solid(colour, 1));
    pen.text(text, left + 6, middle.y() + 3.8, FontRole.LABEL, colour);
  }
}

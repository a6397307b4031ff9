// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import tiphys.icons.Glyph;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/** Draws on something. Places and lengths are in canvas units, colours are ARGB. */
public interface Pen {
  void fillRound(double x, double y, double width, double height, double radius, int colour);

  /** Fills with a colour at the left that fades to nothing at the right. */
  void fillFading(double x, double y, double width, double height, double radius, int colour);

  void strokeRound(double x, double y, double width, double height, double radius, Stroke stroke);

  void line(double fromX, double fromY, double toX, double toY, Stroke stroke);

  void bows(Bows bows, Stroke stroke);

  /** A filled triangle that points the way of an edge. */
  void arrowHead(Point tip, Heading heading, double length, int colour);

  void disc(double centreX, double centreY, double radius, int colour);

  void glyph(Glyph glyph, double x, double y, double size, int colour);

  void text(String text, double x, double baseline, FontRole role, int colour);

  /** Draws with the origin at another place. */
  void within(double x, double y, Runnable drawing);
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.state.Area;

/** Draws areas that the user made: a pale field with a name behind the cards that it holds. */
public final class AreaPainter {
  private static final double RADIUS = 12;
  private static final double LEFT = 14;
  private static final double BASELINE = 19;

  private final Pen pen;
  private final Palette palette;
  private final FittedText texts;

  public AreaPainter(Pen pen, Palette palette, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.texts = texts;
  }

  /** Behind everything else. @param places where the nodes stand */
  public void paint(List<Area> areas, Function<NodeId, Optional<Box>> places) {
    for (Area area : areas) {
      area.around(places).ifPresent(box -> paint(area, box));
    }
  }

  private void paint(Area area, Box box) {
    int colour = palette.area();
    pen.fillRound(box.x(), box.y(), box.width(), box.height(), RADIUS, Palette.faded(colour, 0.07));
    pen.strokeRound(
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        RADIUS,
        Stroke.dashed(Palette.faded(colour, 0.55), 1.2));
    pen.text(
        texts.fit(area.name(), box.width() - 2 * LEFT, FontRole.TITLE),
        box.x() + LEFT,
        box.y() + BASELINE,
        FontRole.TITLE,
        colour);
  }
}

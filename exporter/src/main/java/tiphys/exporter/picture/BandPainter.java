// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;

/** Draws the groups of a steps template: a band behind the steps that run at once. */
public final class BandPainter {
  /** How far a band reaches beside its outermost steps, in canvas units. */
  public static final double BESIDE = 40;

  private static final double ABOVE = 20;
  private static final double RADIUS = 10;

  private final Pen pen;
  private final Palette palette;

  public BandPainter(Pen pen, Palette palette) {
    this.pen = pen;
    this.palette = palette;
  }

  public void paint(List<FlowGroup> groups, Arrangement arrangement) {
    for (FlowGroup group : groups) {
      bandOf(group, arrangement)
          .ifPresent(band -> paint(group, band, arrangement.heading() == Heading.DOWN));
    }
  }

  /** Its number stands where it begins. */
  private void paint(FlowGroup group, Box band, boolean isLevel) {
    pen.fillRound(band.x(), band.y(), band.width(), band.height(), RADIUS, palette.band());
    String number = Integer.toString(group.index() + 1);
    pen.text(
        number,
        isLevel ? band.x() + 12 : band.x() + band.width() / 2 - 4,
        isLevel ? band.y() + band.height() / 2 + 4 : band.y() + 22,
        FontRole.TITLE,
        Palette.faded(palette.subtitle(), 0.7));
  }

  /** Across the whole drawing, as far along it as its steps stand. */
  private static Optional<Box> bandOf(FlowGroup group, Arrangement arrangement) {
    Heading heading = arrangement.heading();
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (NodeId member : group.members()) {
      Box box = arrangement.boxOf(member).map(heading::turned).orElse(null);
      if (box != null) {
        top = Math.min(top, box.y());
        bottom = Math.max(bottom, box.bottom());
      }
    }
    if (top > bottom) {
      return Optional.empty();
    }
    Box all = heading.turned(arrangement.bounds());
    double width = all.width() + 2 * BESIDE;
    Box band = new Box(all.x() - BESIDE, top - ABOVE, width, bottom - top + 2 * ABOVE);
    return Optional.of(heading.turned(band));
  }
}

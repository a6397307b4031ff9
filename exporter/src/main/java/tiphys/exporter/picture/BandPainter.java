// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;

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
      bandOf(group, arrangement).ifPresent(band -> paint(group, band));
    }
  }

  private void paint(FlowGroup group, Box band) {
    pen.fillRound(band.x(), band.y(), band.width(), band.height(), RADIUS, palette.band());
    String number = Integer.toString(group.index() + 1);
    pen.text(
        number,
        band.x() + 12,
        band.y() + band.height() / 2 + 4,
        FontRole.TITLE,
        Palette.faded(palette.subtitle(), 0.7));
  }

  /** As wide as the whole drawing, as high as its steps stand. */
  private static Optional<Box> bandOf(FlowGroup group, Arrangement arrangement) {
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (NodeId member : group.members()) {
      Box box = arrangement.boxOf(member).orElse(null);
      if (box != null) {
        top = Math.min(top, box.y());
        bottom = Math.max(bottom, box.bottom());
      }
    }
    if (top > bottom) {
      return Optional.empty();
    }
    Box all = arrangement.bounds();
    return Optional.of(
        new Box(all.x() - BESIDE, top - ABOVE, all.width() + 2 * BESIDE, bottom - top + 2 * ABOVE));
  }
}

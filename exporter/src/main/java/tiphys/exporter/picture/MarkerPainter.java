// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.ArrayList;
import java.util.List;
import tiphys.icons.Glyph;
import tiphys.icons.Glyphs;
import tiphys.model.graph.FlowNode;
import tiphys.model.layout.NodeSize;
import tiphys.model.workflow.Behaviour;

/** The small glyphs in the lower right corner of a card. */
final class MarkerPainter {
  private static final double SIZE = 12;
  private static final double STEP = 16;
  private static final double BELOW = 6;

  /** More than these are summed up as "more". */
  private static final int MOST = 4;

  private final Pen pen;
  private final Palette palette;

  MarkerPainter(Pen pen, Palette palette) {
    this.pen = pen;
    this.palette = palette;
  }

  /** Draws from the right to the left; says how far to the left it came. */
  double paint(FlowNode node, double right, double top) {
    double x = right;
    double y = top + NodeSize.HEIGHT - SIZE - BELOW;
    if (node.opens().isPresent()) {
      x -= STEP;
      pen.glyph(Glyphs.of("inside"), x, y, SIZE, palette.accent());
    }
    if (node.elsewhere().isPresent()) {
      x -= STEP;
      pen.glyph(Glyphs.of("reference"), x, y, SIZE, palette.accent());
    }
    List<Glyph> glyphs = glyphs(node);
    for (Glyph glyph : glyphs) {
      x -= STEP;
      pen.glyph(glyph, x, y, SIZE, palette.subtitle());
    }
    return x;
  }

  private static List<Glyph> glyphs(FlowNode node) {
    List<Glyph> glyphs = new ArrayList<>();
    for (Behaviour behaviour : Behaviour.values()) {
      if (node.has(behaviour) && !isDrawn(node, behaviour)) {
        glyphs.add(NodeGlyphs.of(behaviour));
      }
    }
    if (glyphs.size() > MOST) {
      glyphs = new ArrayList<>(glyphs.subList(0, MOST - 1));
      glyphs.add(Glyphs.of("more"));
    }
    return glyphs;
  }

  /** Hooks hang at the side of the card. */
  private static boolean isDrawn(FlowNode node, Behaviour behaviour) {
    return !node.hooks().isEmpty()
        && (behaviour == Behaviour.HOOK || behaviour == Behaviour.EXIT_HANDLER);
  }
}

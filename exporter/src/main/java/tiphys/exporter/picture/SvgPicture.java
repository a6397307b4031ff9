// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import tiphys.model.graph.FlowGraph;
import tiphys.model.layout.Arrangement;

/** A scope as an SVG document. */
public final class SvgPicture {
  private SvgPicture() {}

  public static String of(FlowGraph graph, Arrangement arrangement, PictureStyle style) {
    return of(FlowPicture.of(graph, arrangement, style));
  }

  static String of(FlowPicture picture) {
    SvgPen pen = new SvgPen(picture.frame(), picture.palette().background());
    picture.draw(pen, new FontWidths());
    return pen.document();
  }
}

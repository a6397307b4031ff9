// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.Map;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.run.TaskState;

/** A scope as an SVG document. */
public final class SvgPicture {
  private SvgPicture() {}

  /** With the run's states laid over it; none for the design alone. */
  public static String of(
      FlowGraph graph, Arrangement arrangement, Map<NodeId, TaskState> states, Palette palette) {
    return of(FlowPicture.of(graph, arrangement, states, palette));
  }

  static String of(FlowPicture picture) {
    SvgPen pen = new SvgPen(picture.frame(), picture.palette().background());
    picture.draw(pen, new FontWidths());
    return pen.document();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import java.util.Map;
import tiphys.model.graph.NodeId;
import tiphys.model.run.TaskState;
import tiphys.model.symbol.DataEdge;

/**
 * What a picture shows beside the design.
 *
 * @param states the run laid over it; empty for the design alone
 * @param data the edges that data takes; empty where only dependencies are shown
 */
public record PictureStyle(Map<NodeId, TaskState> states, List<DataEdge> data, Palette palette) {
  public PictureStyle {
    states = Map.copyOf(states);
    data = List.copyOf(data);
  }

  /** The design alone. */
  public static PictureStyle plain(Palette palette) {
    return new PictureStyle(Map.of(), List.of(), palette);
  }

  public PictureStyle with(Map<NodeId, TaskState> run) {
    return new PictureStyle(run, data, palette);
  }

  public PictureStyle with(List<DataEdge> shown) {
    return new PictureStyle(states, shown, palette);
  }
}

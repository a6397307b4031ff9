// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.run.TaskState;
import tiphys.model.symbol.DataEdge;

/**
 * What a picture shows beside the design.
 *
 * @param states the run laid over it; empty for the design alone
 * @param data the edges that data takes; empty where only dependencies are shown
 * @param part the nodes that are shown, with what runs between them; empty for all
 */
public record PictureStyle(
    Map<NodeId, TaskState> states, List<DataEdge> data, Palette palette, Set<NodeId> part) {
  public PictureStyle {
    states = Map.copyOf(states);
    data = List.copyOf(data);
    part = Set.copyOf(part);
  }

  /** Of everything. */
  public PictureStyle(Map<NodeId, TaskState> states, List<DataEdge> data, Palette palette) {
    this(states, data, palette, Set.of());
  }

  /** The design alone. */
  public static PictureStyle plain(Palette palette) {
    return new PictureStyle(Map.of(), List.of(), palette);
  }

  public PictureStyle with(Map<NodeId, TaskState> run) {
    return new PictureStyle(run, data, palette, part);
  }

  public PictureStyle with(List<DataEdge> shown) {
    return new PictureStyle(states, shown, palette, part);
  }

  /** Of these nodes alone; of all where there are none. */
  public PictureStyle of(Set<NodeId> nodes) {
    return new PictureStyle(states, data, palette, nodes);
  }

  boolean shows(NodeId node) {
    return part.isEmpty() || part.contains(node);
  }

  /** What leads out of a part is not shown. */
  boolean shows(DataEdge edge) {
    return part.isEmpty()
        || edge.from().filter(part::contains).isPresent()
            && edge.to().filter(part::contains).isPresent();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/**
 * Nodes of a scope that the user put together under a name. It is drawn around them and moves them
 * together; for Argo it does not exist.
 */
public record Area(String name, Set<NodeId> members) {
  /** How high the strip above the nodes is that has the name. */
  public static final double TITLE = 28;

  private static final double MARGIN = 20;

  public Area {
    members = Set.copyOf(members);
  }

  Area renamed(NodeId from, NodeId to) {
    if (!members.contains(from)) {
      return this;
    }
    Set<NodeId> next = new LinkedHashSet<>(members);
    next.remove(from);
    next.add(to);
    return new Area(name, next);
  }

  /** What is drawn around those members that stand somewhere; empty where none does. */
  public Optional<Box> around(Function<NodeId, Optional<Box>> places) {
    List<Point> corners = new ArrayList<>();
    for (NodeId member : members) {
      places
          .apply(member)
          .ifPresent(
              box -> {
                corners.add(new Point(box.x(), box.y()));
                corners.add(new Point(box.right(), box.bottom()));
              });
    }
    return corners.isEmpty() ? Optional.empty() : Optional.of(widened(Box.around(corners)));
  }

  private static Box widened(Box box) {
    return new Box(
        box.x() - MARGIN,
        box.y() - MARGIN - TITLE,
        box.width() + 2 * MARGIN,
        box.height() + 2 * MARGIN + TITLE);
  }
}

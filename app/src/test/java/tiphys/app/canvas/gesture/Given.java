// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** A drawing by hand: A above B, C to the right of B. A → B. Cards are 188 × 56. */
final class Given {
  static final NodeId A = new NodeId("A");
  static final NodeId B = new NodeId("B");
  static final NodeId C = new NodeId("C");
  static final FlowEdge A_TO_B = new FlowEdge(A, B, "");

  private Given() {}

  static Drawing drawing() {
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    corners.put(A, new Point(100, 100));
    corners.put(B, new Point(100, 300));
    corners.put(C, new Point(400, 300));
    List<FlowNode> nodes = new ArrayList<>();
    for (NodeId id : corners.keySet()) {
      nodes.add(new FlowNode(id, NodeKind.CONTAINER, id.value(), "", List.of(), Optional.empty()));
    }
    return Drawing.of(
        nodes, List.of(A_TO_B), new Arrangement(corners, Map.of(), new Box(100, 100, 488, 256)));
  }

  static Pointer at(double x, double y) {
    return new Pointer(new Point2D(x, y), Viewport.HOME);
  }

  /** Only the edges that would close A → B into a cycle are refused. */
  static ConnectRules rules() {
    return new ConnectRules() {
      @Override
      public Optional<Problem> refusal(NodeId from, NodeId to) {
        return from.equals(B) && to.equals(A)
            ? Optional.of(Problem.refusal(ProblemCode.EDIT_NOT_POSSIBLE, "cycle"))
            : Optional.empty();
      }

      @Override
      public Set<NodeId> before(NodeId node) {
        return node.equals(B) ? Set.of(A) : Set.of();
      }

      @Override
      public Set<NodeId> after(NodeId node) {
        return node.equals(A) ? Set.of(B) : Set.of();
      }
    };
  }
}

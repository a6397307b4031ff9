// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.Map;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.editor.Selection;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;
import tiphys.model.writing.StepGroups;

/** What a gesture ends in. */
public sealed interface Intent {
  record Nothing() implements Intent {}

  /** Cards stand elsewhere. */
  record Move(Map<NodeId, Point> corners) implements Intent {
    public Move {
      corners = Map.copyOf(corners);
    }
  }

  /** A step is to stand elsewhere among the groups. */
  record MoveStep(NodeId step, StepGroups.Target target) implements Intent {}

  /** One task is to run after another. */
  record Connect(NodeId from, NodeId to) implements Intent {}

  /** A task of a kind is to stand somewhere. */
  record Create(NodeKind kind, Point corner) implements Intent {}

  /** A task of a kind is to stand on an edge. */
  record Insert(FlowEdge edge, NodeKind kind, Point corner) implements Intent {}

  /** An end of an edge is to be elsewhere. */
  record Reconnect(FlowEdge edge, NodeId from, NodeId to) implements Intent {}

  record Select(Selection selection) implements Intent {}

  record Look(Viewport viewport) implements Intent {}

  /** Something was refused; the reason was shown at the pointer already and is said once more. */
  record Refuse(Problem why) implements Intent {}

  /** A connection was dropped on nothing: offer what to create there, already wired. */
  record OfferToCreate(Point at, NodeId neighbour, Port port) implements Intent {}

  Intent NOTHING = new Nothing();
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.Optional;
import tiphys.app.canvas.drawing.Port;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Problem;
import tiphys.model.run.NodePhase;
import tiphys.model.state.Area;
import tiphys.model.symbol.DataEdge;

/** What lies under the pointer. */
public sealed interface Hit {
  record Nothing() implements Hit {}

  record OnNode(NodeId node) implements Hit {}

  record OnPort(NodeId node, Port port) implements Hit {}

  /** On the control that opens a card in place, or closes its frame. */
  record OnToggle(NodeId node) implements Hit {}

  /** On something of a fan-out of a run. */
  record OnStack(NodeId node, StackPart part) implements Hit {}

  /** What can be pressed of a fan-out. */
  sealed interface StackPart {
    /** What shows its nodes. */
    record Open() implements StackPart {}

    /** One of its nodes. */
    record Card(NodeId node) implements StackPart {}

    /** What leads to other pages. */
    record Turn(int pages) implements StackPart {}

    /** A count, which shows those of a phase alone. */
    record Only(NodePhase phase) implements StackPart {}
  }

  record OnEdge(FlowEdge edge) implements Hit {}

  /** On the mark of a card that has a problem. */
  record OnProblem(NodeId node, Problem problem) implements Hit {}

  /** On the name of an area. */
  record OnArea(Area area) implements Hit {}

  /** On what one task reads of another. */
  record OnData(DataEdge edge) implements Hit {}

  /** On what runs at a moment of a task; of the workflow where there is no owner. */
  record OnHook(Optional<NodeId> owner, FlowHook hook) implements Hit {}

  Hit NOTHING = new Nothing();
}

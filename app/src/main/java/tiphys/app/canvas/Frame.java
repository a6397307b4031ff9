// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.canvas.drawing.DataDrawing;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.editor.Selection;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.TaskState;

/**
 * All that a frame is painted from.
 *
 * @param drawing the one where the hand is at work, from whose origin all places are told
 * @param hover what lies under the pointer
 * @param data the edges that data takes; none while they are not asked for
 * @param around what else is shown where tasks are open in place
 */
record Frame(
    Drawing drawing,
    List<FlowGroup> groups,
    Map<NodeId, TaskState> states,
    Viewport viewport,
    Selection selection,
    Feedback feedback,
    Hit hover,
    DataDrawing data,
    Surroundings around) {
  /** Nothing at all. */
  static Frame nothing(Viewport viewport) {
    return new Frame(
        Drawing.EMPTY,
        List.of(),
        Map.of(),
        viewport,
        Selection.NONE,
        Feedback.NONE,
        Hit.NOTHING,
        DataDrawing.NONE,
        Surroundings.NONE);
  }

  /** Where a node stands now, also while it is being moved. */
  Optional<Box> placeOf(NodeId node) {
    Point moved = feedback.moved().get(node);
    return moved == null
        ? drawing.boxOf(node)
        : drawing.boxOf(node).map(box -> new Box(moved.x(), moved.y(), box.width(), box.height()));
  }

  /** What a run says of the inside at the end of a way. */
  Map<NodeId, TaskState> states(List<NodeId> way) {
    return way.equals(around.scene().way()) ? states : around.states(way);
  }

  Frame with(Viewport next) {
    return new Frame(drawing, groups, states, next, selection, feedback, hover, data, around);
  }

  Frame with(Selection next) {
    return new Frame(drawing, groups, states, viewport, next, feedback, hover, data, around);
  }

  Frame with(Feedback next) {
    return new Frame(drawing, groups, states, viewport, selection, next, hover, data, around);
  }

  Frame with(Hit next) {
    return new Frame(drawing, groups, states, viewport, selection, feedback, next, data, around);
  }

  Frame with(DataDrawing next) {
    return new Frame(drawing, groups, states, viewport, selection, feedback, hover, next, around);
  }

  /** With its cards elsewhere for a moment. */
  Frame passing(Drawing next) {
    return new Frame(next, groups, states, viewport, selection, feedback, hover, data, around);
  }

  /** Another run, or further on. */
  Frame with(Map<NodeId, TaskState> next, Surroundings nextAround) {
    return new Frame(drawing, groups, next, viewport, selection, feedback, hover, data, nextAround);
  }

  /** Another drawing, under a pointer that does not know it yet. */
  Frame with(Scene next) {
    return new Frame(
        next.drawing(),
        next.active().graph().groups(),
        states,
        viewport,
        selection,
        feedback,
        Hit.NOTHING,
        data,
        new Surroundings(next, around.runs(), around.problems()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Map;
import tiphys.app.canvas.drawing.DataDrawing;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.editor.Selection;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.NodeId;
import tiphys.model.run.TaskState;

/**
 * All that a frame is painted from.
 *
 * @param hover what lies under the pointer
 * @param data the edges that data takes; none while they are not asked for
 */
record Frame(
    Drawing drawing,
    List<FlowGroup> groups,
    Map<NodeId, TaskState> states,
    Viewport viewport,
    Selection selection,
    Feedback feedback,
    Hit hover,
    DataDrawing data) {
  Frame with(Viewport next) {
    return new Frame(drawing, groups, states, next, selection, feedback, hover, data);
  }

  Frame with(Selection next) {
    return new Frame(drawing, groups, states, viewport, next, feedback, hover, data);
  }

  Frame with(Feedback next) {
    return new Frame(drawing, groups, states, viewport, selection, next, hover, data);
  }

  Frame with(Hit next) {
    return new Frame(drawing, groups, states, viewport, selection, feedback, next, data);
  }

  Frame with(Map<NodeId, TaskState> next) {
    return new Frame(drawing, groups, next, viewport, selection, feedback, hover, data);
  }

  Frame with(DataDrawing next) {
    return new Frame(drawing, groups, states, viewport, selection, feedback, hover, next);
  }

  /** Another drawing, under a pointer that does not know it yet. */
  Frame with(Drawing next, List<FlowGroup> nextGroups) {
    return new Frame(next, nextGroups, states, viewport, selection, feedback, Hit.NOTHING, data);
  }
}

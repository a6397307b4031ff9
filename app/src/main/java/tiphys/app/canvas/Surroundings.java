// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Map;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Arrangement;
import tiphys.model.problem.Problem;
import tiphys.model.run.TaskState;
import tiphys.model.state.Inside;
import tiphys.model.state.Unfolded;
import tiphys.model.workflow.WorkflowFile;

/**
 * What a canvas shows beside the drawing where the hand is at work.
 *
 * @param runs what a run says of the insides, by their ways
 * @param problems the worst of each card that has any, by the ways
 */
record Surroundings(
    Scene scene,
    Map<List<NodeId>, Map<NodeId, TaskState>> runs,
    Map<List<NodeId>, Map<NodeId, Problem>> problems) {
  static final Surroundings NONE = new Surroundings(nothing(), Map.of(), Map.of());

  private static Scene nothing() {
    WorkflowFile file = new WorkflowFile(List.of());
    Scope scope = Scope.ofResource(0);
    FlowGraph graph = FlowGraph.of(file, scope);
    Inside place = new Inside(file, scope, "", _ -> graph);
    Unfolded root =
        new Unfolded(place, graph, Arrangement.EMPTY, Arrangement.EMPTY, List.of(), List.of());
    return new Scene(root, List.of(), Map.of(List.of(), Drawing.EMPTY));
  }

  Surroundings with(Map<List<NodeId>, Map<NodeId, Problem>> found) {
    return new Surroundings(scene, runs, found);
  }

  /** Of the drawing at the end of a way. */
  Map<NodeId, Problem> problems(List<NodeId> way) {
    return problems.getOrDefault(way, Map.of());
  }

  Map<NodeId, TaskState> states(List<NodeId> way) {
    return runs.getOrDefault(way, Map.of());
  }
}

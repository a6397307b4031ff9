// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Heading;
import tiphys.model.run.StackPage;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Unfolded;

/**
 * What a scene is made of. All values, so that a large one is made off the window's thread.
 *
 * @param open the ways that are open
 * @param stacks what is to be seen of the fan-outs that are open, by their ways
 * @param way where the hand is at work
 * @param places where nodes stood before the last change, by scope
 */
record SceneLayout(
    DiagramState state,
    Scope root,
    Set<List<NodeId>> open,
    Map<List<NodeId>, StackPage> stacks,
    List<NodeId> way,
    Map<Scope, Places> places) {
  SceneLayout {
    places = Map.copyOf(places);
  }

  /** What came of it. @param places where nodes stand now, of the scopes that are to be seen */
  record Laid(Scope root, Scene scene, Map<Scope, Places> places) {}

  /** O(nodes + edges) where the places are known. */
  Laid lay(Optional<Scene> before, Drawing last) {
    Map<Scope, Places> now = new HashMap<>();
    Unfolded shown =
        Unfolded.of(
            state,
            root,
            open,
            stacks,
            (place, graph) ->
                place.isHere()
                    ? now.computeIfAbsent(
                            place.scope(),
                            scope ->
                                Places.of(
                                    graph,
                                    state.positions().heading(),
                                    state.positions().in(scope),
                                    state.positions().lanesIn(scope),
                                    Optional.ofNullable(places.get(scope))))
                        .shown()
                    : Arranger.tidy(graph, state.positions().heading()));
    return new Laid(root, Scene.of(shown, way, before, last), now);
  }

  /** With its nodes in rows and nothing open, for who will not wait. @param graph of the root */
  SceneLayout inRows(FlowGraph graph) {
    Map<Scope, Places> rows = new HashMap<>(places);
    Heading heading = state.positions().heading();
    rows.compute(
        root,
        (_, known) -> known != null && known.runs(heading) ? known : Places.inRows(graph, heading));
    return new SceneLayout(state, root, Set.of(), Map.of(), List.of(), rows);
  }

  /** Whether nothing differs but where the hand is at work. */
  @SuppressWarnings("ReferenceEquality") // a revision is the same or another one
  boolean showsAs(SceneLayout other) {
    return state == other.state
        && root.equals(other.root)
        && open.equals(other.open)
        && stacks.equals(other.stacks);
  }
}

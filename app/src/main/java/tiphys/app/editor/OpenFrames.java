// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;

/**
 * The tasks that are drawn with their inside.
 *
 * @param byRoot for each scope that a canvas may show as a whole, the ways from task to task
 *     inwards
 */
public record OpenFrames(Map<Scope, Set<List<NodeId>>> byRoot) {
  public static final OpenFrames NONE = new OpenFrames(Map.of());

  public OpenFrames {
    byRoot = Map.copyOf(byRoot);
  }

  public Set<List<NodeId>> in(Scope root) {
    return byRoot.getOrDefault(root, Set.of());
  }

  OpenFrames with(Scope root, List<NodeId> way) {
    Set<List<NodeId>> ways = new LinkedHashSet<>(in(root));
    ways.add(way);
    return withAll(root, ways);
  }

  OpenFrames without(Scope root, List<NodeId> way) {
    Set<List<NodeId>> ways = new LinkedHashSet<>(in(root));
    ways.remove(way);
    return withAll(root, ways);
  }

  OpenFrames withoutAll(Scope root) {
    return withAll(root, Set.of());
  }

  OpenFrames withAll(Scope root, Set<List<NodeId>> ways) {
    Map<Scope, Set<List<NodeId>>> next = new LinkedHashMap<>(byRoot);
    if (ways.isEmpty()) {
      next.remove(root);
    } else {
      next.put(root, Set.copyOf(ways));
    }
    return new OpenFrames(next);
  }

  /**
   * The same in a changed file. A task that is gone where as many are as before was renamed: it is
   * the one in its place.
   */
  OpenFrames carried(DiagramState before, DiagramState after) {
    OpenFrames next = NONE;
    for (Map.Entry<Scope, Set<List<NodeId>>> entry : byRoot.entrySet()) {
      Optional<Scope> root = ScopePath.same(entry.getKey(), before, after);
      Set<List<NodeId>> ways = new LinkedHashSet<>();
      for (List<NodeId> way : entry.getValue()) {
        root.flatMap(from -> carried(from, way, before, after)).ifPresent(ways::add);
      }
      if (root.isPresent()) {
        next = next.withAll(root.get(), ways);
      }
    }
    return next;
  }

  private static Optional<List<NodeId>> carried(
      Scope root, List<NodeId> way, DiagramState before, DiagramState after) {
    List<NodeId> carried = new ArrayList<>();
    Scope at = root;
    for (NodeId node : way) {
      Optional<NodeId> now = same(at, node, before, after);
      if (now.isEmpty()) {
        return Optional.empty();
      }
      carried.add(now.get());
      Optional<Scope> inner = ScopePath.inside(after, at, now.get());
      if (inner.isEmpty()) {
        // the inside stands in another file, which is not edited here
        carried.addAll(way.subList(carried.size(), way.size()));
        return Optional.of(List.copyOf(carried));
      }
      at = inner.get();
    }
    return Optional.of(List.copyOf(carried));
  }

  private static Optional<NodeId> same(
      Scope scope, NodeId node, DiagramState before, DiagramState after) {
    List<FlowNode> now = after.graph(scope).nodes();
    if (after.graph(scope).node(node).isPresent()) {
      return Optional.of(node);
    }
    List<FlowNode> old = before.graph(scope).nodes();
    for (int i = 0; i < old.size() && old.size() == now.size(); i++) {
      if (old.get(i).id().equals(node)) {
        return Optional.of(now.get(i).id());
      }
    }
    return Optional.empty();
  }
}

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
import tiphys.model.run.StackView;
import tiphys.model.state.DiagramState;

/**
 * The tasks that are drawn with their inside, or with the nodes that they became in a run.
 *
 * @param byRoot for each scope that a canvas may show as a whole, the ways from task to task
 *     inwards
 * @param stacks the same for those that show what they became, and what is looked at of it
 */
public record OpenFrames(
    Map<Scope, Set<List<NodeId>>> byRoot, Map<Scope, Map<List<NodeId>, StackView>> stacks) {
  public static final OpenFrames NONE = new OpenFrames(Map.of(), Map.of());

  public OpenFrames {
    byRoot = Map.copyOf(byRoot);
    stacks = Map.copyOf(stacks);
  }

  public Set<List<NodeId>> in(Scope root) {
    return byRoot.getOrDefault(root, Set.of());
  }

  public Map<List<NodeId>, StackView> stacksIn(Scope root) {
    return stacks.getOrDefault(root, Map.of());
  }

  OpenFrames withStack(Scope root, List<NodeId> way, StackView view) {
    Map<List<NodeId>, StackView> views = new LinkedHashMap<>(stacksIn(root));
    views.put(way, view);
    return withStacks(root, views);
  }

  OpenFrames withoutStack(Scope root, List<NodeId> way) {
    Map<List<NodeId>, StackView> views = new LinkedHashMap<>(stacksIn(root));
    views.remove(way);
    return withStacks(root, views);
  }

  OpenFrames withoutStacks() {
    return new OpenFrames(byRoot, Map.of());
  }

  private OpenFrames withStacks(Scope root, Map<List<NodeId>, StackView> views) {
    Map<Scope, Map<List<NodeId>, StackView>> next = new LinkedHashMap<>(stacks);
    if (views.isEmpty()) {
      next.remove(root);
    } else {
      next.put(root, Map.copyOf(views));
    }
    return new OpenFrames(byRoot, next);
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
    return new OpenFrames(next, stacks);
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
    for (Map.Entry<Scope, Map<List<NodeId>, StackView>> entry : stacks.entrySet()) {
      Optional<Scope> root = ScopePath.same(entry.getKey(), before, after);
      Map<List<NodeId>, StackView> views = new LinkedHashMap<>();
      entry
          .getValue()
          .forEach(
              (way, view) ->
                  root.flatMap(from -> carried(from, way, before, after))
                      .ifPresent(now -> views.put(now, view)));
      if (root.isPresent()) {
        next = next.withStacks(root.get(), views);
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

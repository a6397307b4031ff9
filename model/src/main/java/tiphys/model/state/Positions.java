// SPDX-License-Identifier: Apache-2.0
package tiphys.model.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;

/**
 * The places that the user gave to nodes, by scope. They belong to the state, so that moving is
 * undone like any other change, and are kept beside the file, never in it.
 */
public record Positions(Map<Scope, Map<NodeId, Point>> byScope) {
  public static final Positions NONE = new Positions(Map.of());

  public Positions {
    byScope = Map.copyOf(byScope);
  }

  /** The user's places in a scope; empty where he gave none. */
  public Map<NodeId, Point> in(Scope scope) {
    return byScope.getOrDefault(scope, Map.of());
  }

  /** With all places of a scope replaced. */
  public Positions with(Scope scope, Map<NodeId, Point> places) {
    Map<Scope, Map<NodeId, Point>> next = new LinkedHashMap<>(byScope);
    if (places.isEmpty()) {
      next.remove(scope);
    } else {
      next.put(scope, Map.copyOf(places));
    }
    return new Positions(next);
  }

  /** With some places of a scope set, the others kept. */
  public Positions moved(Scope scope, Map<NodeId, Point> places) {
    Map<NodeId, Point> merged = new HashMap<>(in(scope));
    merged.putAll(places);
    return with(scope, merged);
  }

  /** With a node's place carried over to its new name. */
  public Positions renamed(Scope scope, NodeId from, NodeId to) {
    Point place = in(scope).get(from);
    if (place == null) {
      return this;
    }
    Map<NodeId, Point> merged = new HashMap<>(in(scope));
    merged.remove(from);
    merged.put(to, place);
    return with(scope, merged);
  }

  /** With a scope's places carried over to its template's new name. */
  public Positions renamed(Scope from, Scope to) {
    Map<NodeId, Point> places = in(from);
    return places.isEmpty() ? this : with(from, Map.of()).with(to, places);
  }
}

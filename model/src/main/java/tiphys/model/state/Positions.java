// SPDX-License-Identifier: Apache-2.0
package tiphys.model.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Lanes;
import tiphys.model.layout.Point;

/**
 * The places that the user gave to nodes, the lanes that a layout led long edges through between
 * them, and the areas that the user put nodes in, by scope, and which way all drawings run. They
 * belong to the state, so that moving is undone like any other change, and are kept beside the
 * file, never in it.
 */
public record Positions(
    Map<Scope, Map<NodeId, Point>> byScope,
    Map<Scope, Lanes> lanes,
    Map<Scope, List<Area>> areasByScope,
    Heading heading) {
  public static final Positions NONE = new Positions(Map.of(), Map.of(), Map.of(), Heading.DOWN);

  public Positions {
    byScope = Map.copyOf(byScope);
    lanes = Map.copyOf(lanes);
    areasByScope = Map.copyOf(areasByScope);
  }

  /** Whether there is nothing to keep. */
  public boolean isEmpty() {
    return byScope.isEmpty() && areasByScope.isEmpty() && heading == Heading.DOWN;
  }

  /** With drawings that run one way; places that were meant for the other are given up. */
  public Positions heading(Heading next) {
    return next == heading ? this : new Positions(Map.of(), Map.of(), areasByScope, next);
  }

  /** In the order in which they were made. */
  public List<Area> areas(Scope scope) {
    return areasByScope.getOrDefault(scope, List.of());
  }

  /** With all areas of a scope replaced. */
  public Positions withAreas(Scope scope, List<Area> areas) {
    Map<Scope, List<Area>> next = new LinkedHashMap<>(areasByScope);
    if (areas.isEmpty()) {
      next.remove(scope);
    } else {
      next.put(scope, List.copyOf(areas));
    }
    return new Positions(byScope, lanes, next, heading);
  }

  /**
   * With nodes put into the area of a name, and out of those where they were; without a name, out
   * of all. What holds nothing any more is gone.
   */
  public Positions grouped(Scope scope, Set<NodeId> nodes, Optional<String> name) {
    List<Area> next = new ArrayList<>();
    Set<NodeId> members = new LinkedHashSet<>(nodes);
    for (Area area : areas(scope)) {
      Set<NodeId> others = new LinkedHashSet<>(area.members());
      others.removeAll(nodes);
      if (name.filter(area.name()::equals).isPresent()) {
        members.addAll(others);
      } else if (!others.isEmpty()) {
        next.add(new Area(area.name(), others));
      }
    }
    name.ifPresent(wanted -> next.add(new Area(wanted, members)));
    return withAreas(scope, next);
  }

  /** The user's places in a scope; empty where he gave none. */
  public Map<NodeId, Point> in(Scope scope) {
    return byScope.getOrDefault(scope, Map.of());
  }

  /** The lanes between nodes of a scope that stand where a layout put them. */
  public Lanes lanesIn(Scope scope) {
    return lanes.getOrDefault(scope, Lanes.NONE);
  }

  /** With all places of a scope replaced, and its lanes given up. */
  public Positions with(Scope scope, Map<NodeId, Point> places) {
    return with(scope, places, Lanes.NONE);
  }

  /** With all places and lanes of a scope replaced. */
  public Positions with(Scope scope, Map<NodeId, Point> places, Lanes led) {
    Map<Scope, Map<NodeId, Point>> next = new LinkedHashMap<>(byScope);
    Map<Scope, Lanes> nextLanes = new LinkedHashMap<>(lanes);
    if (places.isEmpty()) {
      next.remove(scope);
    } else {
      next.put(scope, Map.copyOf(places));
    }
    if (places.isEmpty() || led.isEmpty()) {
      nextLanes.remove(scope);
    } else {
      nextLanes.put(scope, led);
    }
    return new Positions(next, nextLanes, areasByScope, heading);
  }

  /** With some places of a scope set, the others kept; lanes of what moves are given up. */
  public Positions moved(Scope scope, Map<NodeId, Point> places) {
    return moved(scope, places, Lanes.NONE);
  }

  /** The same with new lanes between what moves. */
  public Positions moved(Scope scope, Map<NodeId, Point> places, Lanes led) {
    Map<NodeId, Point> known = in(scope);
    Map<NodeId, Point> merged = new HashMap<>(known);
    merged.putAll(places);
    Map<NodeId, Point> moving = new HashMap<>(places);
    moving.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
    return with(scope, merged, lanesIn(scope).without(moving.keySet()).with(led));
  }

  /** Without the places of nodes that are gone. */
  public Positions without(Scope scope, Set<NodeId> nodes) {
    Map<NodeId, Point> left = new HashMap<>(in(scope));
    return left.keySet().removeAll(nodes) ? with(scope, left, lanesIn(scope).without(nodes)) : this;
  }

  /** With a node's place and area carried over to its new name. */
  public Positions renamed(Scope scope, NodeId from, NodeId to) {
    Positions carried =
        withAreas(scope, areas(scope).stream().map(a -> a.renamed(from, to)).toList());
    Point place = in(scope).get(from);
    if (place == null) {
      return carried;
    }
    Map<NodeId, Point> merged = new HashMap<>(in(scope));
    merged.remove(from);
    merged.put(to, place);
    return carried.with(scope, merged, lanesIn(scope).renamed(from, to));
  }

  /** With a scope's places and areas carried over to its template's new name. */
  public Positions renamed(Scope from, Scope to) {
    return with(from, Map.of())
        .with(to, in(from), lanesIn(from))
        .withAreas(from, List.of())
        .withAreas(to, areas(from));
  }
}

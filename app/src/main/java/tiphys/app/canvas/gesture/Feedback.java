// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;

/**
 * What a gesture shows while it goes on, in canvas units.
 *
 * @param moved where nodes would stand
 * @param marquee the rectangle that is drawn open
 * @param loop the line that is drawn around cards; empty for none
 * @param wire the connection that hangs at the pointer
 * @param ghost a card that does not exist yet
 * @param guides lines along which something is aligned
 * @param chosen nodes that would be selected or connected to
 * @param dimmed nodes that cannot be connected to
 * @param refusal why letting go here would do nothing
 */
public record Feedback(
    Map<NodeId, Point> moved,
    Optional<Box> marquee,
    List<Point> loop,
    Optional<Wire> wire,
    Optional<Ghost> ghost,
    List<Guide> guides,
    Set<NodeId> chosen,
    Set<NodeId> dimmed,
    Optional<Problem> refusal) {
  public static final Feedback NONE =
      new Feedback(
          Map.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Set.of(),
          Set.of(),
          Optional.empty());

  /** A connection from the lower side of something to the upper side of something. */
  public record Wire(Point from, Point to) {}

  /** A card of a kind that would be created. */
  public record Ghost(NodeKind kind, Point corner) {}

  /**
   * A line between two points, horizontal or vertical.
   *
   * @param isPlace whether what is held would go there; else it is aligned along the line
   */
  public record Guide(Point from, Point to, boolean isPlace) {
    public Guide(Point from, Point to) {
      this(from, to, false);
    }
  }

  /** Whether cards are being chosen, by a rectangle or a line around them. */
  public boolean isChoosing() {
    return marquee.isPresent() || !loop.isEmpty();
  }

  /** Cards stand elsewhere for now. */
  public static Feedback moving(Map<NodeId, Point> moved, List<Guide> guides) {
    return moving(moved, guides, Optional.empty());
  }

  static Feedback moving(Map<NodeId, Point> moved, List<Guide> guides, Optional<Problem> refusal) {
    return new Feedback(
        moved,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        guides,
        Set.of(),
        Set.of(),
        refusal);
  }

  static Feedback marquee(Box box, Set<NodeId> chosen) {
    return new Feedback(
        Map.of(),
        Optional.of(box),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        chosen,
        Set.of(),
        Optional.empty());
  }

  static Feedback lasso(List<Point> loop, Set<NodeId> chosen) {
    return new Feedback(
        Map.of(),
        Optional.empty(),
        List.copyOf(loop),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        chosen,
        Set.of(),
        Optional.empty());
  }

  /** Everything but these stands out. */
  public static Feedback dimming(Set<NodeId> dimmed) {
    return new Feedback(
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        dimmed,
        Optional.empty());
  }

  /** A connection that hangs at a pointer or at a card that keys have come to. */
  public static Feedback wire(
      Wire wire, Set<NodeId> chosen, Set<NodeId> dimmed, Optional<Problem> refusal) {
    return new Feedback(
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.of(wire),
        Optional.empty(),
        List.of(),
        chosen,
        dimmed,
        refusal);
  }

  /** A connection that leads nowhere yet. */
  public static Feedback hanging(Wire wire) {
    return wire(wire, Set.of(), Set.of(), Optional.empty());
  }

  static Feedback ghost(Ghost ghost, List<Guide> guides, Set<NodeId> chosen) {
    return new Feedback(
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(ghost),
        guides,
        chosen,
        Set.of(),
        Optional.empty());
  }
}

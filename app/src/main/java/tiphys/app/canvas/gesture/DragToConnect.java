// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Port;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;

/**
 * Pulls a connection out of a port. Near another card it holds on to it, or says why it cannot;
 * dropped on nothing it offers to create what it leads to.
 */
public final class DragToConnect implements Gesture {
  /** How far a port draws the connection to itself, in view pixels. */
  private static final double MAGNET_RADIUS = 20;

  /** A connection dropped nearer than this to where it began was not meant, in view pixels. */
  private static final double MEANT_DISTANCE = 24;

  private final Drawing drawing;
  private final ConnectRules rules;
  private final NodeId origin;
  private final Port port;
  private final Point from;
  private final Set<NodeId> impossible;
  private Point to;
  private boolean isMeant;
  private Optional<NodeId> target = Optional.empty();
  private Optional<Problem> refusal = Optional.empty();

  public DragToConnect(Hit.OnPort start, Drawing drawing, ConnectRules rules) {
    this.drawing = drawing;
    this.rules = rules;
    this.origin = start.node();
    this.port = start.port();
    this.from = port.of(drawing.box(drawing.numberOf(origin)), drawing.heading());
    this.to = from;
    this.impossible = new HashSet<>(port == Port.OUT ? rules.before(origin) : rules.after(origin));
    this.impossible.remove(origin);
  }

  @Override
  public void moveTo(Pointer pointer) {
    Point at = pointer.canvas();
    isMeant = HitTest.distance(from, at) >= pointer.onCanvas(MEANT_DISTANCE);
    Optional<NodeId> before = target;
    target = targetAt(at, pointer);
    to =
        target
            .flatMap(drawing::boxOf)
            .map(box -> port.opposite().of(box, drawing.heading()))
            .orElse(at);
    if (!target.equals(before)) {
      refusal =
          target.flatMap(
              node -> port == Port.OUT ? rules.refusal(origin, node) : rules.refusal(node, origin));
    }
  }

  @Override
  public Feedback feedback() {
    Feedback.Wire wire =
        port == Port.OUT ? new Feedback.Wire(from, to) : new Feedback.Wire(to, from);
    Set<NodeId> glowing = refusal.isEmpty() ? target.map(Set::of).orElse(Set.of()) : Set.of();
    return Feedback.wire(wire, glowing, impossible, refusal);
  }

  @Override
  public Intent end() {
    if (refusal.isPresent()) {
      return new Intent.Refuse(refusal.get());
    }
    if (target.isPresent()) {
      NodeId other = target.get();
      return port == Port.OUT
          ? new Intent.Connect(origin, other)
          : new Intent.Connect(other, origin);
    }
    return isMeant ? new Intent.OfferToCreate(to, origin, port) : Intent.NOTHING;
  }

  Optional<NodeId> target() {
    return target;
  }

  private Optional<NodeId> targetAt(Point at, Pointer pointer) {
    return HitTest.portNear(at, pointer.onCanvas(MAGNET_RADIUS), drawing)
        .map(Hit.OnPort::node)
        .or(
            () -> {
              int node = HitTest.nodeAt(at, drawing);
              return node < 0 ? Optional.empty() : Optional.of(drawing.nodes().get(node).id());
            })
        .filter(node -> !node.equals(origin));
  }
}

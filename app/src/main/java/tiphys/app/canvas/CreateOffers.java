// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.message.Messages;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/** Offers what may be added or run instead, at the place where somebody asked for it. */
final class CreateOffers {
  private static final double GAP = 14;

  private final CanvasViewModel model;
  private final Edits edits;
  private final CreateMenu menu;
  private Optional<Point2D> place = Optional.empty();

  /** Hidden at first. @param focus gives the focus back to the canvas */
  CreateOffers(CanvasViewModel model, Edits edits, Messages messages, Runnable focus) {
    this.model = model;
    this.edits = edits;
    this.menu =
        new CreateMenu(
            messages,
            () -> {
              model.feedback(Feedback.NONE);
              focus.run();
            });
  }

  CreateMenu menu() {
    return menu;
  }

  boolean isShown() {
    return menu.isVisible();
  }

  /** Within the view. */
  void show(double width, double height) {
    place.ifPresent(
        at -> {
          double right = Math.max(GAP, width - CreateMenu.WIDTH - GAP);
          double bottom = Math.max(GAP, height - CreateMenu.HEIGHT - GAP);
          menu.autosize();
          menu.relocate(
              Math.rint(Math.clamp(at.getX(), GAP, right)),
              Math.rint(Math.clamp(at.getY(), GAP, bottom)));
        });
  }

  /** What a connection that was dropped on nothing may lead to. */
  void hanging(Intent.OfferToCreate offer) {
    Point corner = cornerFor(offer.at(), offer.port() == Port.OUT, heading());
    Edits.Wish wish =
        offer.port() == Port.OUT
            ? Edits.Wish.wired(corner, List.of(offer.neighbour()), List.of())
            : Edits.Wish.wired(corner, List.of(), List.of(offer.neighbour()));
    model.feedback(wire(offer));
    offer(wish, model.viewport().toView(offer.at()).add(GAP, GAP));
  }

  /** The connection stays to be seen while its other end is chosen. */
  private Feedback wire(Intent.OfferToCreate offer) {
    Optional<Feedback.Wire> wire =
        model
            .drawing()
            .boxOf(offer.neighbour())
            .map(box -> offer.port().of(box, heading()))
            .map(
                from ->
                    offer.port() == Port.OUT
                        ? new Feedback.Wire(from, offer.at())
                        : new Feedback.Wire(offer.at(), from));
    return wire.map(Feedback::hanging).orElse(Feedback.NONE);
  }

  /** What may stand at a place, wired to nothing. */
  void at(Point at) {
    offer(Edits.Wish.at(cornerFor(at, true, heading())), model.viewport().toView(at));
  }

  /** What may run after a task, beside it. */
  void after(NodeId node) {
    offer(Edits.Wish.after(node), beside(node));
  }

  /** What may run before a task, beside it. */
  void before(NodeId node) {
    offer(Edits.Wish.before(node), beside(node));
  }

  /** What may stand on an edge. @param at the edge's middle in the view */
  void on(FlowEdge edge, Point2D at) {
    offer(Edits.Wish.on(edge), at);
  }

  /** What may be added anywhere, in the middle of what is in sight. */
  void anywhere() {
    Box seen = model.visible();
    Point middle = new Point(seen.x() + seen.width() / 2, seen.y() + seen.height() / 3);
    Point2D at = model.viewport().toView(middle);
    offer(Edits.Wish.ANYWHERE, at.subtract(CreateMenu.WIDTH / 2, 0));
  }

  /** What a task may run instead. */
  void instead(NodeId node) {
    place = Optional.of(beside(node));
    menu.open(edits.choices(), choice -> edits.replaceTemplate(node, choice));
  }

  private void offer(Edits.Wish wish, Point2D at) {
    place = Optional.of(at);
    menu.open(edits.choices(), choice -> edits.create(choice, wish));
  }

  /** In the view, at the right of a card. */
  Point2D beside(NodeId node) {
    return model
        .drawing()
        .boxOf(node)
        .map(box -> model.viewport().toView(new Point(box.right() + GAP, box.y())))
        .orElse(new Point2D(GAP, GAP));
  }

  /** A card whose port is where the connection was dropped. */
  static Point cornerFor(Point at, boolean isBehind, Heading heading) {
    Point down = heading.turned(at);
    double x = Math.rint(down.x() - heading.across() / 2);
    return heading.turned(
        new Point(x, Math.rint(isBehind ? down.y() : down.y() - heading.along())));
  }

  private Heading heading() {
    return model.drawing().heading();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.FrameShape;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.StackPage;
import tiphys.model.state.Area;
import tiphys.model.state.Unfolded;

/**
 * All that a canvas shows where tasks are open in place: one drawing for each inside, each with an
 * origin of its own. The one where the hand is at work is the drawing that gestures, keys and
 * controls know; places are told as seen from its origin.
 *
 * @param way to the inside where the hand is at work; empty for the scope that is shown as a whole
 * @param drawings by their ways
 */
record Scene(Unfolded root, List<NodeId> way, Map<List<NodeId>, Drawing> drawings) {
  /** One of the drawings. @param origin its own, as seen from where the hand is at work */
  record Layer(List<NodeId> way, Unfolded shown, Drawing drawing, Point origin) {}

  /** Draws an arrangement. @param before what was shown, for what is still as it was */
  static Scene of(Unfolded root, List<NodeId> way, Optional<Scene> before, Drawing last) {
    Map<List<NodeId>, Drawing> known = before.map(Scene::drawings).orElse(Map.of());
    Map<List<NodeId>, Drawing> drawings = new HashMap<>();
    draw(root, List.of(), known, last, drawings);
    return new Scene(root, List.of(), drawings).at(way);
  }

  private static void draw(
      Unfolded shown,
      List<NodeId> way,
      Map<List<NodeId>, Drawing> known,
      Drawing last,
      Map<List<NodeId>, Drawing> drawings) {
    Drawing earlier = way.isEmpty() && known.isEmpty() ? last : known.get(way);
    Drawing before = earlier == null ? Drawing.EMPTY : earlier;
    drawings.put(
        way,
        way.isEmpty()
            ? Drawing.of(shown.graph(), shown.open(), before)
            : Drawing.inside(shown.graph(), shown.open(), before));
    for (Unfolded.Frame frame : shown.frames()) {
      draw(frame.inside(), further(way, frame.node()), known, last, drawings);
    }
  }

  private static List<NodeId> further(List<NodeId> way, NodeId node) {
    List<NodeId> further = new ArrayList<>(way);
    further.add(node);
    return List.copyOf(further);
  }

  /** The inside where the hand is at work. */
  Unfolded active() {
    return root.at(way).orElse(root);
  }

  /** The nodes of a run that are shown at the end of a way, if they are what is shown there. */
  Optional<StackPage> stack(List<NodeId> at) {
    return at.isEmpty()
        ? Optional.empty()
        : root.at(at.subList(0, at.size() - 1))
            .flatMap(around -> around.frame(at.getLast()))
            .flatMap(Unfolded.Frame::stack);
  }

  /** The same for a node of the active drawing. */
  Optional<StackPage> stack(NodeId node) {
    return active().frame(node).flatMap(Unfolded.Frame::stack);
  }

  /** Where a node of a run stands whose task's fan-out is open in the active drawing. */
  Optional<Box> boxOf(NodeId task, NodeId part) {
    Point own = root.originOf(way);
    Point its = root.originOf(further(way, task));
    return Optional.ofNullable(drawings.get(further(way, task)))
        .filter(_ -> stack(task).isPresent())
        .flatMap(drawing -> drawing.boxOf(part))
        .map(
            box ->
                new Box(
                    box.x() + its.x() - own.x(),
                    box.y() + its.y() - own.y(),
                    box.width(),
                    box.height()));
  }

  Drawing drawing() {
    return drawings.getOrDefault(way, Drawing.EMPTY);
  }

  /** The frame whose inside the active drawing is; none where that is shown as a whole. */
  Optional<Box> activeFrame() {
    if (way.isEmpty()) {
      return Optional.empty();
    }
    List<NodeId> around = way.subList(0, way.size() - 1);
    Point its = root.originOf(around);
    Point own = root.originOf(way);
    return root.at(around)
        .flatMap(outer -> outer.open().boxOf(way.getLast()))
        .map(
            box ->
                new Box(
                    box.x() + its.x() - own.x(),
                    box.y() + its.y() - own.y(),
                    box.width(),
                    box.height()));
  }

  /** Whether nothing is open in place. */
  boolean isPlain() {
    return root.isPlain();
  }

  /** The box around everything. */
  Box bounds() {
    Box whole = drawings.getOrDefault(List.of(), Drawing.EMPTY).bounds();
    if (isPlain()) {
      return root.areas().isEmpty() ? whole : whole.with(root.bounds());
    }
    Point origin = root.originOf(way);
    Box all = root.areas().isEmpty() ? whole : whole.with(root.bounds());
    return new Box(all.x() - origin.x(), all.y() - origin.y(), all.width(), all.height());
  }

  /** Whether the user put nodes of the active drawing into areas. */
  boolean hasAreas() {
    return !active().areas().isEmpty();
  }

  /** The area whose name lies at a place of the active drawing. */
  Optional<Area> areaAt(Point place) {
    Optional<Area> found = Optional.empty();
    for (Area area : active().areas()) {
      boolean isOnName =
          area.around(active().open()::boxOf)
              .map(box -> new Box(box.x(), box.y(), box.width(), Area.TITLE))
              .filter(title -> title.contains(place))
              .isPresent();
      if (isOnName) {
        found = Optional.of(area);
      }
    }
    return found;
  }

  /** What is painted below the active drawing: all that it lies in, and what lies beside it. */
  List<Layer> below() {
    return isPlain() ? List.of() : layers().stream().filter(at -> !isWithin(at.way())).toList();
  }

  /** What lies in the active drawing, from the outside inwards. */
  List<Layer> above() {
    return isPlain()
        ? List.of()
        : layers().stream()
            .filter(at -> at.way().size() > way.size() && isWithin(at.way()))
            .toList();
  }

  private boolean isWithin(List<NodeId> other) {
    return other.size() >= way.size() && other.subList(0, way.size()).equals(way);
  }

  /** All, from the outside inwards. */
  List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    Point own = root.originOf(way);
    collect(root, List.of(), new Point(-own.x(), -own.y()), layers);
    return layers;
  }

  private void collect(Unfolded shown, List<NodeId> at, Point origin, List<Layer> layers) {
    layers.add(new Layer(at, shown, drawings.getOrDefault(at, Drawing.EMPTY), origin));
    for (Unfolded.Frame frame : shown.frames()) {
      collect(frame.inside(), further(at, frame.node()), shown.originIn(frame, origin), layers);
    }
  }

  /** The way to the inside that has a place, of those that can be worked on. */
  List<NodeId> wayAt(Point place) {
    if (isPlain()) {
      return List.of();
    }
    Point own = root.originOf(way);
    return wayAt(root, List.of(), new Point(place.x() + own.x(), place.y() + own.y()));
  }

  private static List<NodeId> wayAt(Unfolded shown, List<NodeId> way, Point at) {
    for (Unfolded.Frame frame : shown.frames()) {
      Optional<Box> box = shown.open().boxOf(frame.node());
      boolean isIn = box.filter(b -> FrameShape.inside(b).contains(at)).isPresent();
      if (isIn && frame.inside().place().isHere()) {
        Point origin = shown.originIn(frame, new Point(0, 0));
        Point inner = new Point(at.x() - origin.x(), at.y() - origin.y());
        return wayAt(frame.inside(), further(way, frame.node()), inner);
      }
    }
    return way;
  }

  /** Where something that is shown as a whole has its origin, as seen from the active drawing. */
  Point origin(List<NodeId> other) {
    Point own = root.originOf(way);
    Point its = root.originOf(other);
    return new Point(its.x() - own.x(), its.y() - own.y());
  }

  /** The same with the hand at work elsewhere, as far as it is open. */
  Scene at(List<NodeId> other) {
    List<NodeId> open = other;
    while (root.at(open).isEmpty()) {
      open = open.subList(0, open.size() - 1);
    }
    return open.equals(way) ? this : new Scene(root, List.copyOf(open), drawings);
  }

  /**
   * What a view shows of this scene so that what was seen stays where it is: a card or frame that
   * is opened or closed, else the drawing where the hand was at work.
   *
   * @param seen told from the origin of the scene before
   */
  Viewport kept(Viewport seen, Scene before, Optional<NodeId> anchor) {
    if (way.equals(before.way)) {
      Optional<Point> was = anchor.flatMap(before::toggleOf);
      Optional<Point> is = anchor.flatMap(this::toggleOf);
      return was.isPresent() && is.isPresent()
          ? seen.seenFrom(new Point(was.get().x() - is.get().x(), was.get().y() - is.get().y()))
          : seen;
    }
    Scene known = root.at(before.way).isPresent() ? this : before;
    Point from = known.root.originOf(before.way);
    Point to = known.root.at(way).isPresent() ? known.root.originOf(way) : from;
    return seen.seenFrom(new Point(to.x() - from.x(), to.y() - from.y()));
  }

  private Optional<Point> toggleOf(NodeId node) {
    int number = drawing().numberOf(node);
    return number < 0
        ? Optional.empty()
        : Optional.of(FrameShape.toggle(drawing().box(number), drawing().isFrame(number)));
  }
}

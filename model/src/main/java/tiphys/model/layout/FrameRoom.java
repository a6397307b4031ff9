// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;

/**
 * Makes room in a drawing for nodes that are shown with their inside. A frame keeps the middle of
 * its upper side; what stands beside it goes aside, what stands below it goes down, and nothing
 * changes its order. The places of cards are those without frames, so that closing a frame puts
 * everything back, and what is moved among frames is kept as the place that it has without them.
 */
public final class FrameRoom {
  /** A frame that pushes what is beside it. @param centre where its card has its middle */
  private record Push(double centre, double wider) {}

  /** Cards of which each stands beside another one. */
  private record Row(double top, double bottom, List<Push> pushes) {}

  private final Arrangement shut;
  private final Map<NodeId, Size> frames;
  private final Heading heading;

  /** The corners, and the sizes of the frames, as if the drawing ran down. */
  private final Map<NodeId, Point> corners;

  private final Map<NodeId, Size> sizes;

  private final List<Row> rows = new ArrayList<>();

  /** The lower sides of cards that are frames now, from the top down, and how far each pushes. */
  private final List<Double> bottoms = new ArrayList<>();

  private final List<Double> pushed = new ArrayList<>();

  /** In a drawing of cards alone. O(n log n). */
  public FrameRoom(Arrangement shut, Map<NodeId, Size> frames) {
    this.shut = shut;
    this.frames = frames;
    this.heading = shut.heading();
    this.corners = turned(shut.corners(), heading::turned);
    this.sizes = turned(frames, heading::turned);
    findRows();
    pushDown();
  }

  private <T> Map<NodeId, T> turned(Map<NodeId, T> known, UnaryOperator<T> turn) {
    if (heading == Heading.DOWN) {
      return known;
    }
    Map<NodeId, T> turned = LinkedHashMap.newLinkedHashMap(known.size());
    known.forEach((node, value) -> turned.put(node, turn.apply(value)));
    return turned;
  }

  private void findRows() {
    List<Map.Entry<NodeId, Point>> fromTop = new ArrayList<>(corners.entrySet());
    fromTop.sort(Comparator.comparingDouble(entry -> entry.getValue().y()));
    List<Push> pushes = new ArrayList<>();
    double top = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Map.Entry<NodeId, Point> entry : fromTop) {
      double y = entry.getValue().y();
      if (y >= bottom) {
        close(top, bottom, pushes);
        pushes = new ArrayList<>();
        top = y;
      }
      bottom = Math.max(bottom, y + heading.along());
      Size size = sizes.get(entry.getKey());
      if (size != null) {
        double centre = entry.getValue().x() + heading.across() / 2;
        pushes.add(new Push(centre, size.width() - heading.across()));
      }
    }
    close(top, bottom, pushes);
  }

  private void close(double top, double bottom, List<Push> pushes) {
    if (!pushes.isEmpty()) {
      pushes.sort(Comparator.comparingDouble(Push::centre));
      rows.add(new Row(top, bottom, pushes));
    }
  }

  /** What is below two frames that stand side by side goes down by the higher of them. */
  private void pushDown() {
    List<Map.Entry<NodeId, Size>> fromTop =
        new ArrayList<>(
            sizes.entrySet().stream().filter(f -> corners.containsKey(f.getKey())).toList());
    fromTop.sort(Comparator.comparingDouble(frame -> corner(frame.getKey()).y()));
    for (Map.Entry<NodeId, Size> frame : fromTop) {
      double top = corner(frame.getKey()).y();
      double by = down(top) + frame.getValue().height() - heading.along();
      double before = pushed.isEmpty() ? 0 : pushed.getLast();
      bottoms.add(top + heading.along());
      pushed.add(Math.max(before, by));
    }
  }

  private Point corner(NodeId node) {
    return corners.getOrDefault(node, new Point(0, 0));
  }

  /** How far down something goes. O(log frames). */
  private double down(double y) {
    int low = 0;
    int high = bottoms.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bottoms.get(middle) <= y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : pushed.get(low - 1);
  }

  /** How far aside something goes whose middle is somewhere. */
  private double aside(double middle, double y) {
    double by = 0;
    for (Push push : row(y).map(Row::pushes).orElse(List.of())) {
      by += Math.signum(middle - push.centre()) * push.wider() / 2;
    }
    return by;
  }

  private Optional<Row> row(double y) {
    return rows.stream().filter(row -> row.top() <= y && y <= row.bottom()).findFirst();
  }

  /** The drawing with its frames. @param edges those of the drawing */
  public Arrangement open(List<FlowEdge> edges) {
    if (frames.isEmpty()) {
      return shut;
    }
    Map<NodeId, Point> opened = LinkedHashMap.newLinkedHashMap(corners.size());
    corners.forEach((node, at) -> opened.put(node, heading.turned(opened(node, at))));
    Arrangement cards = new Arrangement(opened, Map.of(), frames, heading, shut.bounds());
    Map<FlowEdge, List<Point>> bends = new HashMap<>();
    for (FlowEdge edge : edges) {
      List<Point> way = way(edge, cards);
      if (!way.isEmpty()) {
        bends.put(edge, way);
      }
    }
    return new Arrangement(opened, bends, frames, heading, Arranger.boundsOf(cards));
  }

  private Point opened(NodeId node, Point at) {
    double middle = at.x() + heading.across() / 2;
    double width = Optional.ofNullable(sizes.get(node)).map(Size::width).orElse(heading.across());
    return new Point(
        middle + aside(middle, at.y() + heading.along() / 2) - width / 2, at.y() + down(at.y()));
  }

  /** Beside a frame an edge goes straight on, before it turns to where it leads. */
  private List<Point> way(FlowEdge edge, Arrangement cards) {
    List<Point> way = new ArrayList<>();
    Optional<Box> from = cards.boxOf(edge.from()).map(heading::turned);
    Optional<Box> to = cards.boxOf(edge.to()).map(heading::turned);
    if (from.isPresent() && to.isPresent()) {
      double below = corner(edge.from()).y() + heading.along();
      double end = below + down(below);
      if (end > from.get().bottom() + 1 && end <= to.get().y()) {
        way.add(heading.turned(new Point(from.get().x() + from.get().width() / 2, end)));
      }
    }
    List<Point> kept =
        shut.bends().getOrDefault(edge, List.of()).stream().map(heading::turned).toList();
    for (Point bend : withRows(kept)) {
      Point now = new Point(bend.x() + aside(bend.x(), bend.y()), bend.y() + down(bend.y()));
      way.add(heading.turned(now));
    }
    return List.copyOf(way);
  }

  /** What runs straight past rows that hold frames goes aside in them, like what stands there. */
  private List<Point> withRows(List<Point> bends) {
    List<Point> all = new ArrayList<>();
    for (int i = 0; i < bends.size(); i++) {
      Point from = bends.get(i);
      all.add(from);
      if (i + 1 < bends.size() && bends.get(i + 1).x() == from.x()) {
        double end = bends.get(i + 1).y();
        for (Row row : rows) {
          if (from.y() < row.top() && row.bottom() < end) {
            all.add(new Point(from.x(), row.top()));
            all.add(new Point(from.x(), row.bottom()));
          }
        }
      }
    }
    return all;
  }

  /**
   * The places without frames of what is put somewhere among them. A place that a frame takes is
   * the one beside it, or below it.
   */
  public Map<NodeId, Point> shut(Map<NodeId, Point> moved) {
    if (frames.isEmpty()) {
      return moved;
    }
    FrameRoom still = without(moved);
    Map<NodeId, Point> places = new LinkedHashMap<>();
    moved.forEach(
        (node, at) -> {
          if (frames.containsKey(node)) {
            places.put(node, still.shut(at, heading.turned(frames.get(node)).width()));
          }
        });
    FrameRoom then = places.isEmpty() ? still : with(places, moved);
    moved.forEach(
        (node, at) -> {
          if (!frames.containsKey(node)) {
            places.put(node, then.shut(at, heading.across()));
          }
        });
    return places;
  }

  private FrameRoom without(Map<NodeId, Point> moved) {
    Map<NodeId, Point> rest = new LinkedHashMap<>(shut.corners());
    rest.keySet().removeAll(moved.keySet());
    Map<NodeId, Size> staying = new HashMap<>(frames);
    staying.keySet().removeAll(moved.keySet());
    return new FrameRoom(standing(rest), staying);
  }

  private FrameRoom with(Map<NodeId, Point> places, Map<NodeId, Point> moved) {
    Map<NodeId, Point> all = new LinkedHashMap<>(shut.corners());
    all.keySet().removeAll(moved.keySet());
    all.putAll(places);
    return new FrameRoom(standing(all), frames);
  }

  private Arrangement standing(Map<NodeId, Point> places) {
    return new Arrangement(places, Map.of(), shut.bounds()).heading(heading);
  }

  private Point shut(Point place, double width) {
    Point at = heading.turned(place);
    double y = up(at.y());
    double middle = back(at.x() + width / 2, y + heading.along() / 2);
    return heading.turned(new Point(Math.rint(middle - heading.across() / 2), Math.rint(y)));
  }

  /** The height that {@link #down} leads to a height; none does to the room of a frame itself. */
  private double up(double y) {
    for (int i = bottoms.size() - 1; i >= 0; i--) {
      double bottom = bottoms.get(i);
      if (y - pushed.get(i) >= bottom) {
        return y - pushed.get(i);
      }
      double above = i == 0 ? 0 : pushed.get(i - 1);
      if (y - above >= bottom) {
        boolean isNearerToTop = y - above - bottom < pushed.get(i) - above - (y - above - bottom);
        return isNearerToTop ? bottom - heading.along() : bottom + heading.gapAlong() / 4;
      }
    }
    return y;
  }

  private double back(double middle, double y) {
    List<Push> pushes = row(y).map(Row::pushes).orElse(List.of());
    double by = pushes.stream().mapToDouble(push -> -push.wider() / 2).sum();
    double least = Double.NEGATIVE_INFINITY;
    for (Push push : pushes) {
      double found = middle - by;
      if (found < push.centre()) {
        return Math.max(found, least);
      }
      double besideIt = heading.stepAcross();
      boolean isWithin = middle - by - push.wider() < push.centre();
      if (isWithin) {
        boolean isLeft = middle - by - push.centre() < push.wider() / 2;
        return push.centre() + (isLeft ? -besideIt : besideIt);
      }
      by += push.wider();
      least = push.centre();
    }
    return middle - by;
  }
}

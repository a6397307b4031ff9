// SPDX-License-Identifier: Apache-2.0
package tiphys.model.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Box;
import tiphys.model.layout.FrameRoom;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.layout.Size;
import tiphys.model.run.StackPage;

/**
 * A scope as it is drawn, with the insides of some of its tasks in place of their cards.
 *
 * @param place what is drawn, and in which file it stands
 * @param shut where its cards stand while none of them is open
 * @param open where they stand now
 * @param frames those that are open, in order of declaration
 * @param areas those of the user that hold any node that is there
 */
public record Unfolded(
    Inside place,
    FlowGraph graph,
    Arrangement shut,
    Arrangement open,
    List<Frame> frames,
    List<Area> areas) {
  /** Frames are not opened deeper than this in each other. */
  public static final int MOST_DEEP = 8;

  /** Above what a frame holds: its title. */
  public static final double TITLE = 40;

  private static final double MARGIN = 30;

  /** The bands of step groups reach beside the outermost steps. */
  private static final double BAND_MARGIN = 54;

  private static final double LEAST_INSIDE = 24;

  /**
   * A task with its inside, or with the nodes that it became in a run.
   *
   * @param origin where the inside has its own origin, as seen from the corner of the frame
   * @param uses how many tasks of its resource run that template
   * @param stack what is to be seen of the nodes that it became; empty where it shows its inside
   */
  public record Frame(
      NodeId node, Point origin, Unfolded inside, int uses, Optional<StackPage> stack) {}

  /** Where the cards of a scope stand while none of them is open. */
  @FunctionalInterface
  public interface Layouts {
    Arrangement of(Inside place, FlowGraph graph);

    /** The user's places, and the layout for the others. */
    static Layouts of(DiagramState state) {
      return of(state, Map.of());
    }

    /** The same, where what stood somewhere stays there. @param drawn how scopes stood last */
    static Layouts of(DiagramState state, Map<Scope, Arrangement> drawn) {
      return (place, graph) ->
          place.isHere()
              ? Arranger.arrange(
                  graph,
                  state.positions().heading(),
                  state.positions().in(place.scope()),
                  state.positions().lanesIn(place.scope()),
                  Optional.ofNullable(drawn.get(place.scope())))
              : Arranger.tidy(graph, state.positions().heading());
    }
  }

  /**
   * Draws a scope.
   *
   * @param open the ways to the tasks that are open, each from task to task inwards; those that
   *     lead nowhere are left out
   * @param stacks by the ways to their tasks; they go before insides
   */
  public static Unfolded of(
      DiagramState state,
      Scope scope,
      Set<List<NodeId>> open,
      Map<List<NodeId>, StackPage> stacks,
      Layouts layouts) {
    Set<List<NodeId>> ways = new HashSet<>(open);
    ways.addAll(stacks.keySet());
    return new Unfolding(state.positions(), ways, stacks, layouts, new HashMap<>())
        .unfold(Inside.of(state, scope), List.of());
  }

  /** More frames than these would be no drawing any more. */
  private static final int MOST_AT_ONCE = 200;

  /**
   * The ways to everything that has an inside, but to no template within itself; the first two
   * hundred.
   */
  public static Set<List<NodeId>> all(DiagramState state, Scope scope) {
    Set<List<NodeId>> found = new LinkedHashSet<>();
    collect(Inside.of(state, scope), List.of(), List.of(), found);
    return found;
  }

  private static void collect(
      Inside place, List<NodeId> way, List<String> around, Set<List<NodeId>> found) {
    List<String> within = new ArrayList<>(around);
    within.add(place.key());
    for (FlowNode node : place.graph().nodes()) {
      Optional<Inside> inside = node.hasInside() ? place.of(node) : Optional.empty();
      boolean isFit = inside.isPresent() && !within.contains(inside.get().key());
      if (isFit && found.size() < MOST_AT_ONCE && way.size() < MOST_DEEP) {
        List<NodeId> further = new ArrayList<>(way);
        further.add(node.id());
        found.add(List.copyOf(further));
        collect(inside.get(), further, within, found);
      }
    }
  }

  /** The box around all cards and areas. */
  public Box bounds() {
    Box all = open.bounds();
    for (Area area : areas) {
      all = area.around(open::boxOf).map(all::with).orElse(all);
    }
    return all;
  }

  /** Nothing is open. */
  public boolean isPlain() {
    return frames.isEmpty();
  }

  public Optional<Frame> frame(NodeId node) {
    return frames.stream().filter(frame -> frame.node().equals(node)).findFirst();
  }

  /** The inside at the end of a way; empty where the way is not open. */
  public Optional<Unfolded> at(List<NodeId> way) {
    Optional<Unfolded> found = Optional.of(this);
    for (NodeId node : way) {
      found = found.flatMap(at -> at.frame(node)).map(Frame::inside);
    }
    return found;
  }

  /** Where the origin of the inside at the end of a way is on this drawing. */
  public Point originOf(List<NodeId> way) {
    Point origin = new Point(0, 0);
    Unfolded at = this;
    for (NodeId node : way) {
      Optional<Frame> frame = at.frame(node);
      if (frame.isEmpty()) {
        return origin;
      }
      origin = at.originIn(frame.get(), origin);
      at = frame.get().inside();
    }
    return origin;
  }

  /** The same for one of the frames. @param own where this drawing has its own origin */
  public Point originIn(Frame frame, Point own) {
    Point corner = open.corners().getOrDefault(frame.node(), new Point(0, 0));
    return new Point(
        own.x() + corner.x() + frame.origin().x(), own.y() + corner.y() + frame.origin().y());
  }

  /** The places without frames of what was moved to places among them. */
  public Map<NodeId, Point> shut(Map<NodeId, Point> moved) {
    return isPlain() ? moved : new FrameRoom(shut, open.frames()).shut(moved);
  }

  /** Makes it, from the outside inwards. */
  private record Unfolding(
      Positions positions,
      Set<List<NodeId>> ways,
      Map<List<NodeId>, StackPage> stacks,
      Layouts layouts,
      Map<String, Integer> uses) {
    private Unfolded unfold(Inside place, List<NodeId> way) {
      FlowGraph graph = place.graph();
      Arrangement shut = layouts.of(place, graph);
      List<Frame> frames = new ArrayList<>();
      Map<NodeId, Size> sizes = new LinkedHashMap<>();
      if (way.size() < MOST_DEEP && ways.stream().anyMatch(open -> open.size() > way.size())) {
        for (FlowNode node : graph.nodes()) {
          List<NodeId> further = new ArrayList<>(way);
          further.add(node.id());
          StackPage page = stacks.get(further);
          if (page != null) {
            add(StackFrame.of(place, node, page), frames, sizes);
          } else if (node.hasInside() && ways.contains(further)) {
            place.of(node).ifPresent(inside -> add(node, unfold(inside, further), frames, sizes));
          }
        }
      }
      Arrangement open = sizes.isEmpty() ? shut : new FrameRoom(shut, sizes).open(graph.edges());
      return new Unfolded(place, graph, shut, open, List.copyOf(frames), areas(place, open));
    }

    private List<Area> areas(Inside place, Arrangement open) {
      return place.isHere()
          ? positions.areas(place.scope()).stream()
              .filter(area -> area.around(open::boxOf).isPresent())
              .toList()
          : List.of();
    }

    private static void add(StackFrame stack, List<Frame> frames, Map<NodeId, Size> sizes) {
      frames.add(stack.frame());
      sizes.put(stack.frame().node(), stack.size());
    }

    private void add(FlowNode node, Unfolded inside, List<Frame> frames, Map<NodeId, Size> sizes) {
      Box all = inside.bounds();
      double across = inside.graph().groups().isEmpty() ? MARGIN : BAND_MARGIN;
      Size margin = positions.heading().turned(new Size(across, MARGIN));
      double width = Math.max(all.width(), NodeSize.WIDTH) + 2 * margin.width();
      double height = TITLE + Math.max(all.height(), LEAST_INSIDE) + 2 * margin.height();
      double left = (width - all.width()) / 2 - all.x();
      frames.add(
          new Frame(
              node.id(),
              new Point(left, TITLE + margin.height() - all.y()),
              inside,
              usesOf(inside.place()),
              Optional.empty()));
      sizes.put(node.id(), new Size(width, height));
    }

    private int usesOf(Inside place) {
      return uses.computeIfAbsent(place.key(), _ -> place.uses());
    }
  }
}

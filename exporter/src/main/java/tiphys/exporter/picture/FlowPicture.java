// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tiphys.model.difference.Change;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;
import tiphys.model.run.TaskState;
import tiphys.model.state.Area;
import tiphys.model.state.Unfolded;
import tiphys.model.workflow.Behaviour;

/**
 * What a file shows: the whole of a scope, with nothing of the editor around it.
 *
 * @param hooks what runs at moments of the whole workflow
 * @param data the edges that data takes, where they are shown
 * @param states the run laid over it; empty for the design alone
 * @param frames the insides that are drawn in place of cards
 * @param areas those that the user made
 * @param changes from an earlier version; empty where there is none to compare with
 */
record FlowPicture(
    List<FlowNode> nodes,
    List<FlowEdge> edges,
    List<FlowGroup> groups,
    List<FlowHook> hooks,
    Arrangement arrangement,
    DataRoutes data,
    Map<NodeId, TaskState> states,
    List<Framed> frames,
    List<Area> areas,
    Optional<ScopeDifference> changes,
    Palette palette) {
  private static final double MARGIN = 32;
  private static final double HOOK_MARGIN = 12;
  private static final double VEIL = 0.65;
  private static final double BAND_MARGIN = BandPainter.BESIDE + 16;

  /** An inside, and the node in whose place it is drawn. */
  record Framed(Unfolded.Frame frame, FlowPicture inside) {}

  FlowPicture(
      List<FlowNode> nodes,
      List<FlowEdge> edges,
      List<FlowGroup> groups,
      List<FlowHook> hooks,
      Arrangement arrangement,
      DataRoutes data,
      Map<NodeId, TaskState> states,
      Palette palette) {
    this(
        nodes,
        edges,
        groups,
        hooks,
        arrangement,
        data,
        states,
        List.of(),
        List.of(),
        Optional.empty(),
        palette);
  }

  static FlowPicture of(FlowGraph graph, Arrangement whole, PictureStyle style) {
    List<FlowNode> nodes = graph.nodes().stream().filter(node -> style.shows(node.id())).toList();
    List<FlowEdge> edges =
        graph.edges().stream()
            .filter(edge -> style.shows(edge.from()) && style.shows(edge.to()))
            .toList();
    List<FlowGroup> groups =
        graph.groups().stream()
            .filter(group -> group.members().stream().anyMatch(style::shows))
            .toList();
    Arrangement arrangement =
        style.part().isEmpty() ? whole : whole.within(around(nodes, edges, whole));
    return new FlowPicture(
        nodes,
        edges,
        groups,
        style.part().isEmpty() ? graph.hooks() : List.of(),
        arrangement,
        DataRoutes.of(arrangement, style.data().stream().filter(style::shows).toList()),
        style.states(),
        style.palette());
  }

  /** The box around cards, and around the bends of edges. */
  private static Box around(List<FlowNode> nodes, List<FlowEdge> edges, Arrangement arrangement) {
    List<Point> points = new ArrayList<>();
    for (FlowNode node : nodes) {
      arrangement
          .boxOf(node.id())
          .ifPresent(
              box -> {
                points.add(new Point(box.x(), box.y()));
                points.add(new Point(box.right(), box.bottom()));
              });
    }
    edges.forEach(edge -> points.addAll(arrangement.bends().getOrDefault(edge, List.of())));
    return points.isEmpty() ? arrangement.bounds() : Box.around(points);
  }

  /**
   * A scope with the insides of its open tasks.
   *
   * @param runs what a run says of the inside at the end of a way
   */
  static FlowPicture of(
      Unfolded shown, PictureStyle style, Function<List<NodeId>, Map<NodeId, TaskState>> runs) {
    FlowPicture cards = of(shown.graph(), shown.open(), style);
    return new FlowPicture(
        cards.nodes(),
        cards.edges(),
        cards.groups(),
        cards.hooks(),
        cards.arrangement(),
        cards.data(),
        cards.states(),
        framed(shown, List.of(), style, runs),
        style.part().isEmpty() ? shown.areas() : List.of(),
        Optional.empty(),
        cards.palette());
  }

  private static List<Framed> framed(
      Unfolded shown,
      List<NodeId> way,
      PictureStyle style,
      Function<List<NodeId>, Map<NodeId, TaskState>> runs) {
    List<Framed> framed = new ArrayList<>();
    for (Unfolded.Frame frame : shown.frames()) {
      List<NodeId> further = new ArrayList<>(way);
      further.add(frame.node());
      Unfolded inside = frame.inside();
      framed.add(
          new Framed(
              frame,
              new FlowPicture(
                  inside.graph().nodes(),
                  inside.graph().edges(),
                  inside.graph().groups(),
                  List.of(),
                  inside.open(),
                  DataRoutes.NONE,
                  runs.apply(further),
                  framed(inside, further, style, runs),
                  inside.areas(),
                  Optional.empty(),
                  style.palette())));
    }
    return framed;
  }

  /** The same with the changes from an earlier version marked. */
  FlowPicture marked(ScopeDifference difference) {
    return new FlowPicture(
        nodes,
        edges,
        groups,
        hooks,
        arrangement,
        data,
        states,
        frames,
        areas,
        Optional.of(difference),
        palette);
  }

  /** The part of the canvas that the picture shows. */
  Box frame() {
    Box all = arrangement.bounds();
    for (Area area : areas) {
      all = area.around(arrangement::boxOf).map(all::with).orElse(all);
    }
    Box framed = framed(all);
    for (Box hook : hookBoxes()) {
      framed =
          framed.with(
              new Box(
                  hook.x() - HOOK_MARGIN,
                  hook.y() - HOOK_MARGIN,
                  hook.width() + 2 * HOOK_MARGIN,
                  hook.height() + 2 * HOOK_MARGIN));
    }
    return framed;
  }

  /** What hangs at cards and at the end may reach farther than all cards do. */
  private List<Box> hookBoxes() {
    List<Box> boxes = new ArrayList<>();
    for (FlowNode node : nodes) {
      Optional<Box> card = arrangement.boxOf(node.id());
      for (int i = 0; card.isPresent() && i < HookPainter.shown(node); i++) {
        boxes.add(HookPainter.boxOf(node, new Point(card.get().x(), card.get().y()), i));
      }
    }
    for (int i = 0; i < hooks.size(); i++) {
      boxes.add(HookPainter.endBoxOf(arrangement.bounds(), hooks.size(), i));
    }
    return boxes;
  }

  private Box framed(Box all) {
    double margin = groups.isEmpty() ? MARGIN : BAND_MARGIN;
    double below = hooks.isEmpty() ? 0 : HookPainter.END_REACH;
    Box shown = new Box(all.x(), all.y(), all.width(), all.height() + below);
    shown = data.inputs().map(shown::with).orElse(shown);
    shown = data.outputs().map(shown::with).orElse(shown);
    return new Box(
        shown.x() - margin,
        shown.y() - margin,
        shown.width() + 2 * margin,
        shown.height() + 2 * margin);
  }

  void draw(Pen pen, TextWidths widths) {
    FittedText texts = new FittedText(widths);
    new AreaPainter(pen, palette, texts).paint(areas, arrangement::boxOf);
    new BandPainter(pen, palette).paint(groups, arrangement);
    EdgePainter edgePainter = new EdgePainter(pen, palette, texts);
    ChangePainter changePainter = new ChangePainter(pen, palette, edgePainter, texts);
    for (FlowEdge edge : edges) {
      Optional<Route> way = route(edge);
      if (way.isPresent()) {
        Route route = way.get();
        Optional<Change> change =
            changes.flatMap(all -> Optional.ofNullable(all.edges().get(edge)));
        if (change.filter(Change.REMOVED::equals).isEmpty()) {
          edgePainter.paint(edge, route, stateOf(edge.from()), Detail.FULL);
        }
        change.ifPresent(marked -> changePainter.paint(route, marked));
      }
    }
    DataPainter dataPainter = new DataPainter(pen, palette, texts);
    for (int i = 0; i < data.edges().size(); i++) {
      dataPainter.paint(data.edges().get(i), data.routes().get(i));
    }
    new HookPainter(pen, palette, texts).paintEnd(hooks, arrangement.bounds());
    NodePainter nodePainter = new NodePainter(pen, palette, texts);
    for (FlowNode node : nodes) {
      Point corner = arrangement.corners().get(node.id());
      if (corner != null && !arrangement.frames().containsKey(node.id())) {
        nodePainter.paint(node, stateOf(node.id()), corner, Detail.FULL);
        dimIfIdle(node, corner, pen);
        changes.ifPresent(all -> changePainter.paint(all, node.id(), corner, Detail.FULL));
      }
    }
    FramePainter framePainter = new FramePainter(pen, palette, texts);
    frames.forEach(framed -> draw(framed, framePainter, pen, widths));
    name(dataPainter);
  }

  /** As pale as on the canvas: what is disabled, and what cannot be read. */
  private void dimIfIdle(FlowNode node, Point corner, Pen pen) {
    if (node.has(Behaviour.DISABLED) || node.has(Behaviour.LOST)) {
      pen.fillRound(
          corner.x() - 1,
          corner.y() - 1,
          NodeSize.WIDTH + 2,
          NodeSize.HEIGHT + 5,
          NodePainter.RADIUS + 1,
          Palette.faded(palette.background(), VEIL));
    }
  }

  private void draw(Framed framed, FramePainter painter, Pen pen, TextWidths widths) {
    Unfolded.Frame frame = framed.frame();
    Optional<Box> place = arrangement.boxOf(frame.node());
    Optional<FlowNode> node =
        nodes.stream().filter(found -> found.id().equals(frame.node())).findFirst();
    if (place.isPresent() && node.isPresent()) {
      Box box = place.get();
      painter.paint(node.get(), frame, stateOf(frame.node()), box, false);
      pen.within(
          box.x() + frame.origin().x(),
          box.y() + frame.origin().y(),
          () -> framed.inside().draw(pen, widths));
    }
  }

  private void name(DataPainter painter) {
    data.inputs().ifPresent(box -> painter.rail(box, "inputs"));
    data.outputs().ifPresent(box -> painter.rail(box, "outputs"));
    for (int i = 0; i < data.edges().size(); i++) {
      painter.names(data.edges().get(i), data.routes().get(i));
    }
  }

  private Optional<TaskState> stateOf(NodeId node) {
    return Optional.ofNullable(states.get(node));
  }

  private Optional<Route> route(FlowEdge edge) {
    return arrangement
        .boxOf(edge.from())
        .flatMap(
            from ->
                arrangement
                    .boxOf(edge.to())
                    .map(
                        to ->
                            Route.between(
                                from,
                                arrangement.bends().getOrDefault(edge, List.of()),
                                to,
                                arrangement.heading())));
  }
}

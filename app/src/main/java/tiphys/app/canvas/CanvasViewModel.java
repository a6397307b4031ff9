// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import tiphys.app.canvas.drawing.DataDrawing;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.ConnectRules;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.model.command.LayOut;
import tiphys.model.command.MoveStep;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Box;
import tiphys.model.layout.Lanes;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;
import tiphys.model.run.CriticalPath;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.TaskState;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.DataEdge;
import tiphys.model.writing.StepGroups;

/**
 * What the canvas shows of an editor: the drawing of the scope, laid out off the window's thread if
 * it is large, where the view looks, and what the hand is doing. Without JavaFX nodes.
 */
public final class CanvasViewModel {
  /** Smaller graphs are laid out at once, within a frame. */
  private static final int AT_ONCE = 2_000;

  /** Smaller graphs that were laid out before are only mended after an edit. */
  private static final int MENDED_AT_ONCE = 20_000;

  private static final Viewport UNSEEN = new Viewport(1, 48, 64);

  private final Editor editor;
  private final Background.Newest layouts;
  private final Background.Newest overlays;
  private final ReadOnlyObjectWrapper<Frame> frame =
      new ReadOnlyObjectWrapper<>(
          new Frame(
              Drawing.EMPTY,
              List.of(),
              Map.of(),
              UNSEEN,
              Selection.NONE,
              Feedback.NONE,
              Hit.NOTHING,
              DataDrawing.NONE));
  private final Map<Scope, Places> places = new HashMap<>();
  private final Map<Scope, Viewport> viewports = new HashMap<>();
  private final DataLayer data;
  private RunOverlay overlay = RunOverlay.NONE;
  private Optional<Scope> shown = Optional.empty();
  private Optional<NodeId> lastChosen = Optional.empty();
  private Optional<NodeId> toReveal = Optional.empty();
  private boolean isUnseen = true;
  private boolean isChosenByHand;
  private double width;
  private double height;

  public CanvasViewModel(Editor editor, Background background) {
    this.editor = editor;
    this.layouts = background.newest();
    this.overlays = background.newest();
    this.data = new DataLayer(editor, background, shownData -> change(f -> f.with(shownData)));
    editor.state().subscribe(_ -> refresh());
    editor.scopePath().subscribe(_ -> refresh());
    editor.selection().subscribe(this::takeSelection);
    editor.overlay().subscribe(this::takeRun);
  }

  public Editor editor() {
    return editor;
  }

  /** Whether the edges are shown that data takes from task to task. */
  public BooleanProperty showsData() {
    return data.isShown();
  }

  /** Chooses who reads along an edge of data, and shows where in the source. */
  void goTo(DataEdge edge) {
    data.goTo(edge);
  }

  ReadOnlyObjectProperty<Frame> frame() {
    return frame.getReadOnlyProperty();
  }

  Drawing drawing() {
    return frame.get().drawing();
  }

  Viewport viewport() {
    return frame.get().viewport();
  }

  Selection selection() {
    return frame.get().selection();
  }

  void select(Selection selection) {
    isChosenByHand = true;
    editor.select(selection);
    isChosenByHand = false;
  }

  /** Shows another part of the canvas. */
  void look(Viewport viewport) {
    isUnseen = false;
    shown.ifPresent(scope -> viewports.put(scope, viewport));
    change(f -> f.with(viewport));
  }

  void feedback(Feedback feedback) {
    change(f -> f.with(feedback));
  }

  /** What brings back what is shown and chosen now, unless another template is shown by then. */
  public Runnable keep() {
    Optional<Scope> scope = shown;
    Viewport seen = viewport();
    Selection chosen = selection();
    return () -> {
      if (scope.equals(shown)) {
        select(chosen);
        look(seen);
      }
    };
  }

  Feedback feedback() {
    return frame.get().feedback();
  }

  /** The graph of the scope that is shown. */
  Optional<FlowGraph> graph() {
    return shown.map(scope -> editor.state().get().graph(scope));
  }

  /** The tasks that decided how long the run took that is shown; empty where none is. */
  List<NodeId> criticalPath() {
    return graph()
        .flatMap(
            graph ->
                editor
                    .overlay()
                    .get()
                    .map(run -> CriticalPath.of(graph, frame.get().states(), run)))
        .orElse(List.of());
  }

  void hover(Hit hover) {
    if (!hover.equals(frame.get().hover())) {
      change(f -> f.with(hover));
    }
  }

  /** The view has another size; what has not been looked at yet is fitted into it. */
  void resize(double newWidth, double newHeight) {
    width = newWidth;
    height = newHeight;
    if (isUnseen) {
      fitUnseen();
    }
  }

  public void fit() {
    if (!drawing().isEmpty()) {
      look(Viewport.fitting(drawing().bounds(), width, height));
    }
  }

  /** Shows what is chosen as large as it goes; everything where nothing is. */
  public void fitChosen() {
    List<Point> corners = new ArrayList<>();
    for (NodeId node : selection().nodes()) {
      drawing()
          .boxOf(node)
          .ifPresent(
              box -> {
                corners.add(new Point(box.x(), box.y()));
                corners.add(new Point(box.right(), box.bottom()));
              });
    }
    if (corners.isEmpty()) {
      fit();
    } else {
      look(Viewport.fitting(Box.around(corners), width, height));
    }
  }

  public void zoomIn() {
    look(viewport().zoomedIn(middle()));
  }

  public void zoomOut() {
    look(viewport().zoomedOut(middle()));
  }

  public void zoomTo(double scale) {
    look(viewport().zoomedTo(scale, middle()));
  }

  public void selectAll() {
    Set<NodeId> all = new LinkedHashSet<>();
    drawing().nodes().forEach(node -> all.add(node.id()));
    select(Selection.of(all));
  }

  /**
   * Lays out anew what is chosen, or all where at most one node is: one step that can be undone.
   */
  public void layOut() {
    Optional<Scope> scope = editor.scope();
    if (scope.isEmpty()) {
      return;
    }
    FlowGraph graph = editor.state().get().graph(scope.get());
    Set<NodeId> nodes = selection().nodes().size() > 1 ? selection().nodes() : Set.of();
    Drawing drawing = drawing();
    Supplier<Arrangement> work =
        nodes.isEmpty() || !graph.groups().isEmpty()
            ? () -> Arranger.tidy(graph)
            : () -> Arranger.tidy(graph, drawing.arrangement().corners(), nodes);
    if (graph.nodes().size() <= AT_ONCE) {
      takeLayout(scope.get(), nodes, work.get());
    } else {
      layouts.run(work, tidy -> takeLayout(scope.get(), nodes, tidy));
    }
  }

  /** Moves the view so that a node is seen; it follows once the node is laid out. */
  void reveal(NodeId node) {
    Optional<Box> box = drawing().boxOf(node);
    if (box.isEmpty() || width == 0 || isUnseen) {
      toReveal = Optional.of(node);
      return;
    }
    toReveal = Optional.empty();
    Viewport seen = viewport().revealing(box.get(), width, height);
    if (!seen.equals(viewport())) {
      look(seen);
    }
  }

  /** What may be connected in the scope that is shown. */
  ConnectRules rules() {
    return new EditorRules(editor, shown);
  }

  /** Why a step cannot go to a place among the groups. */
  Optional<Problem> refusalToMove(NodeId step, StepGroups.Target target) {
    return shown.flatMap(scope -> editor.plan(new MoveStep(scope, step, target)).refusal());
  }

  /** The part of the canvas that is in sight. */
  Box visible() {
    return viewport().visible(width, height);
  }

  /** From where arrow keys go on: the card that was chosen last of those that are. */
  Optional<NodeId> lastChosen() {
    return lastChosen.filter(selection()::has).or(() -> selection().nodes().stream().findFirst());
  }

  void lastChosen(NodeId node) {
    lastChosen = Optional.of(node);
  }

  Optional<FlowNode> singleNode() {
    return selection().single().flatMap(drawing()::node);
  }

  private void takeLayout(Scope scope, Set<NodeId> nodes, Arrangement tidy) {
    editor.apply(new LayOut(scope, nodes, Optional.of(tidy)));
    if (nodes.isEmpty() && editor.scope().filter(scope::equals).isPresent()) {
      fit();
    }
  }

  private void refresh() {
    Optional<Scope> scope = editor.scope();
    DiagramState state = editor.state().get();
    if (scope.isEmpty()) {
      layouts.drop();
      take(Optional.empty(), Drawing.EMPTY, List.of());
      return;
    }
    FlowGraph graph = state.graph(scope.get());
    if (!Scopes.exists(state.workflow(), scope.get()) && graph.nodes().isEmpty()) {
      return;
    }
    Optional<Places> before = placesBefore(state, scope.get());
    var chosen = state.positions().in(scope.get());
    Lanes lanes = state.positions().lanesIn(scope.get());
    Drawing last = drawing();
    if (graph.nodes().size() <= (before.isPresent() ? MENDED_AT_ONCE : AT_ONCE)) {
      layouts.drop();
      Places now = Places.of(graph, chosen, lanes, before);
      take(scope.get(), graph, now, Drawing.of(graph, now.shown(), last));
    } else {
      record Laid(Places places, Drawing drawing) {}
      layouts.run(
          () -> {
            Places now = Places.of(graph, chosen, lanes, before);
            return new Laid(now, Drawing.of(graph, now.shown(), last));
          },
          laid -> take(scope.get(), graph, laid.places(), laid.drawing()));
    }
  }

  /** A template that was just renamed is found where the last one stood. */
  private Optional<Places> placesBefore(DiagramState state, Scope scope) {
    Places known = places.get(scope);
    if (known != null) {
      return Optional.of(known);
    }
    return shown.filter(last -> !Scopes.exists(state.workflow(), last)).map(places::get);
  }

  private void take(Scope scope, FlowGraph graph, Places now, Drawing drawing) {
    places.put(scope, now);
    take(Optional.of(scope), drawing, graph.groups());
  }

  private void take(Optional<Scope> scope, Drawing drawing, List<FlowGroup> groups) {
    boolean isOther = !scope.equals(shown);
    boolean isRenamed =
        isOther
            && shown.isPresent()
            && !Scopes.exists(editor.state().get().workflow(), shown.get());
    boolean wasEmpty = drawing().isEmpty();
    shown = scope;
    Viewport viewport = viewport();
    if (isOther && !isRenamed) {
      Viewport known = scope.map(viewports::get).orElse(null);
      isUnseen = known == null;
      viewport = known == null ? UNSEEN : known;
    } else if (wasEmpty && !drawing.isEmpty()) {
      isUnseen = scope.filter(this::isLeftToTheLayout).isPresent();
    }
    Viewport seen = viewport;
    change(f -> f.with(drawing, groups).with(seen).with(states()));
    data.follow(drawing, scope);
    if (isUnseen) {
      fitUnseen();
    }
    toReveal.ifPresent(this::reveal);
  }

  /** What was put somewhere by hand stays under the hand: the view does not move to it. */
  private boolean isLeftToTheLayout(Scope scope) {
    return !viewports.containsKey(scope) && editor.state().get().positions().in(scope).isEmpty();
  }

  private void fitUnseen() {
    if (width > 0 && height > 0 && !drawing().isEmpty()) {
      isUnseen = false;
      fit();
      toReveal.ifPresent(this::reveal);
    }
  }

  private void takeSelection(Selection selection) {
    change(f -> f.with(selection));
    if (!isChosenByHand) {
      selection.single().ifPresent(this::reveal);
    }
  }

  private void takeRun(Optional<RunSnapshot> run) {
    if (run.isEmpty()) {
      overlays.drop();
      take(RunOverlay.NONE);
    } else if (run.get().nodes().size() <= AT_ONCE) {
      overlays.drop();
      take(RunOverlay.of(run.get()));
    } else {
      overlays.run(() -> RunOverlay.of(run.get()), this::take);
    }
  }

  private void take(RunOverlay next) {
    overlay = next;
    change(f -> f.with(states()));
  }

  private Map<NodeId, TaskState> states() {
    return shown.map(overlay::states).orElse(Map.of());
  }

  private Point2D middle() {
    return new Point2D(width / 2, height / 2);
  }

  private void change(UnaryOperator<Frame> next) {
    frame.set(next.apply(frame.get()));
  }
}

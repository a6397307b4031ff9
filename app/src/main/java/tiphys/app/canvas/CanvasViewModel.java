// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
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
import tiphys.model.command.TurnDrawing;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;
import tiphys.model.run.CriticalPath;
import tiphys.model.run.RunOverlay;
import tiphys.model.symbol.DataEdge;
import tiphys.model.writing.StepGroups;

/**
 * What the canvas shows of an editor: the drawing of the scope, laid out off the window's thread if
 * it is large, where the view looks, and what the hand is doing. Without JavaFX nodes.
 */
public final class CanvasViewModel {
  private static final Viewport UNSEEN = new Viewport(1, 48, 64);

  private final Editor editor;
  private final Background.Newest layouts;
  private final ReadOnlyObjectWrapper<Frame> frame =
      new ReadOnlyObjectWrapper<>(Frame.nothing(UNSEEN));
  private final SceneSource source;
  private final Map<Scope, Viewport> viewports = new HashMap<>();
  private final DataLayer data;
  private final RunLayer runs;
  private final ProblemLayer problems;

  /** What stays where it is in the view while it is opened or closed. */
  private Optional<NodeId> anchor = Optional.empty();

  private final BooleanProperty glides = new SimpleBooleanProperty(false);
  private Consumer<Frame> beforeLayout = _ -> {};
  private Optional<NodeId> lastChosen = Optional.empty();
  private Optional<NodeId> toReveal = Optional.empty();
  private boolean isUnseen = true;
  private boolean isChosenByHand;
  private double width;
  private double height;

  public CanvasViewModel(Editor editor, Background background) {
    this.editor = editor;
    this.layouts = background.newest();
    this.data = new DataLayer(editor, background, shownData -> change(f -> f.with(shownData)));
    this.runs = new RunLayer(background, this::takeRun);
    this.problems = new ProblemLayer(background, this::showRun);
    this.source =
        new SceneSource(
            editor,
            layouts,
            () -> runs.pages(editor.inPlace().root(), editor.inPlace().stacks()),
            this::show);
    editor.state().subscribe(_ -> source.refresh());
    editor.scopePath().subscribe(_ -> source.refresh());
    editor.inPlace().open().subscribe(_ -> source.refresh());
    editor.selection().subscribe(this::takeSelection);
    editor.overlay().subscribe(runs::take);
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
    Point origin = source.scene().origin(List.of());
    source.root().ifPresent(scope -> viewports.put(scope, viewport.seenFrom(origin)));
    change(f -> f.with(viewport));
  }

  void feedback(Feedback feedback) {
    change(f -> f.with(feedback));
  }

  /** What brings back what is shown and chosen now, unless another template is shown by then. */
  public Runnable keep() {
    Optional<Scope> scope = source.root();
    List<NodeId> way = source.scene().way();
    Viewport seen = viewport();
    Selection chosen = selection();
    return () -> {
      if (scope.equals(source.root())) {
        editor.inPlace().activate(way);
        select(chosen);
        look(seen);
      }
    };
  }

  Feedback feedback() {
    return frame.get().feedback();
  }

  /** The scope where the hand is at work. */
  private Optional<Scope> shown() {
    return source.root().map(_ -> source.scene().active().place().scope());
  }

  /** The graph of the scope where the hand is at work. */
  Optional<FlowGraph> graph() {
    return shown().map(scope -> editor.state().get().graph(scope));
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
      look(Viewport.fitting(source.scene().bounds(), width, height));
    }
  }

  /** Opens a card in place or closes its frame; it stays where it is seen. */
  Optional<Problem> toggle(NodeId node) {
    return holding(node, () -> editor.inPlace().toggle(node));
  }

  /** Lets a card stay where it is seen while it becomes a frame, or is one no longer. */
  <T> T holding(NodeId node, Supplier<T> change) {
    anchor = Optional.of(node);
    try {
      return change.get();
    } finally {
      anchor = Optional.empty();
    }
  }

  /** What the run says that is shown. */
  RunOverlay run() {
    return runs.overlay();
  }

  /** Takes the hand to the inside that has a place of the view. */
  void reach(Point2D view) {
    editor.inPlace().activate(source.scene().wayAt(viewport().toCanvas(view)));
  }

  /** Whether a place of the view belongs to the inside where the hand is at work. */
  boolean isWithinReach(Point2D view) {
    return source.scene().wayAt(viewport().toCanvas(view)).equals(source.scene().way());
  }

  /** Whether a frame holds what stands in another file. */
  boolean isForeign(NodeId node) {
    return source
        .scene()
        .active()
        .frame(node)
        .filter(at -> !at.inside().place().isHere())
        .isPresent();
  }

  Point shut(Point corner) {
    NodeId unknown = new NodeId("");
    return shut(Map.of(unknown, corner)).getOrDefault(unknown, corner);
  }

  /** The places without frames that places among them stand for. */
  Map<NodeId, Point> shut(Map<NodeId, Point> corners) {
    return source.scene().active().shut(corners);
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
    Map<NodeId, Point> standing = source.scene().active().shut().corners();
    Heading heading = drawing().heading();
    Supplier<Arrangement> work =
        nodes.isEmpty() || !graph.groups().isEmpty()
            ? () -> Arranger.tidy(graph, heading)
            : () -> Arranger.tidy(graph, heading, standing, nodes);
    if (SceneSource.isAtOnce(graph)) {
      takeLayout(scope.get(), nodes, work.get());
    } else {
      layouts.run(
          SceneSource.told(graph), work, tidy -> takeLayout(scope.get(), nodes, tidy), () -> {});
    }
  }

  /** Lets the drawings of the file run the other way; one step that can be undone. */
  public void turn() {
    if (glides.get()) {
      beforeLayout.accept(frame.get());
    }
    editor.apply(new TurnDrawing(editor.state().get().positions().heading().other()));
  }

  /** Moves the view so that a node is seen; it follows once the node is laid out. */
  void reveal(NodeId node) {
    Optional<Box> box = drawing().boxOf(node);
    if (box.isEmpty() || width == 0 || isUnseen) {
      toReveal = Optional.of(node);
      return;
    }
    toReveal = Optional.empty();
    reveal(box.get());
  }

  /** Moves the view so that a place is seen. */
  void reveal(Box box) {
    Viewport seen = viewport().revealing(box, width, height);
    if (!seen.equals(viewport())) {
      look(seen);
    }
  }

  /** What may be connected in the scope that is shown. */
  ConnectRules rules() {
    return new EditorRules(editor, shown());
  }

  /** Why a step cannot go to a place among the groups. */
  Optional<Problem> refusalToMove(NodeId step, StepGroups.Target target) {
    return shown().flatMap(scope -> editor.plan(new MoveStep(scope, step, target)).refusal());
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

  /** Whether the eye can follow cards to where a layout puts them. */
  public BooleanProperty glides() {
    return glides;
  }

  /** Who shows how cards get to where a layout puts them; told the frame before it is taken. */
  void onLayout(Consumer<Frame> told) {
    beforeLayout = told;
  }

  private void takeLayout(Scope scope, Set<NodeId> nodes, Arrangement tidy) {
    if (glides.get()) {
      beforeLayout.accept(frame.get());
    }
    editor.apply(new LayOut(scope, nodes, Optional.of(tidy)));
    if (nodes.isEmpty() && editor.scope().filter(scope::equals).isPresent()) {
      fit();
    }
  }

  private void show(Optional<Scope> rootBefore, Scene before) {
    Optional<Scope> root = source.root();
    Scene next = source.scene();
    boolean isOther = !root.equals(rootBefore);
    boolean isRenamed =
        isOther
            && rootBefore.isPresent()
            && !Scopes.exists(editor.state().get().workflow(), rootBefore.get());
    if (next.drawing().heading() != before.drawing().heading()) {
      viewports.clear(); // they looked at places that are elsewhere now
    }
    Viewport viewport = viewport();
    if (isOther && !isRenamed) {
      Viewport known = root.map(viewports::get).orElse(null);
      isUnseen = known == null;
      viewport = known == null ? UNSEEN : known.seenFrom(next.root().originOf(next.way()));
    } else {
      viewport = next.kept(viewport, before, anchor);
      if (next.drawing().heading() != before.drawing().heading()
          || before.drawing().isEmpty() && !next.drawing().isEmpty()) {
        isUnseen = root.filter(this::isLeftToTheLayout).isPresent();
      }
    }
    Viewport seen = viewport;
    change(f -> f.with(next).with(seen));
    problems.follow(editor.state().get());
    showRun();
    data.follow(next.drawing(), shown());
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

  private void takeRun() {
    source.refreshStacks();
    showRun();
  }

  private void showRun() {
    Surroundings around =
        runs.around(source.root(), source.scene()).with(problems.marks(source.scene()));
    change(f -> f.with(runs.states(source.root(), source.scene()), around));
  }

  private Point2D middle() {
    return new Point2D(width / 2, height / 2);
  }

  private void change(UnaryOperator<Frame> next) {
    frame.set(next.apply(frame.get()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import tiphys.app.canvas.drawing.DataDrawing;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.DataEdge;
import tiphys.model.symbol.DataFlow;

/** The edges that data takes, looked for while they are asked for; those of large graphs aside. */
final class DataLayer {
  /** Smaller graphs are looked through at once, within a frame. */
  private static final int AT_ONCE = 500;

  private final Editor editor;
  private final Background.Newest finding;
  private final Consumer<DataDrawing> show;
  private final BooleanProperty isShown = new SimpleBooleanProperty();
  private Drawing drawing = Drawing.EMPTY;
  private Optional<Scope> scope = Optional.empty();
  private DataDrawing last = DataDrawing.NONE;

  /** Over an editor. @param show takes what is to be seen from now on */
  DataLayer(Editor editor, Background background, Consumer<DataDrawing> show) {
    this.editor = editor;
    this.finding = background.newest();
    this.show = show;
    isShown.subscribe((_, _) -> find());
  }

  BooleanProperty isShown() {
    return isShown;
  }

  /** Another drawing is shown, of the same scope or of another one. */
  void follow(Drawing next, Optional<Scope> ofScope) {
    drawing = next;
    scope = ofScope;
    find();
  }

  private void find() {
    DiagramState now = editor.state().get();
    if (!isShown.get() || scope.isEmpty() || drawing.isEmpty()) {
      finding.drop();
      take(DataDrawing.NONE);
      return;
    }
    FlowGraph graph = now.graph(scope.get());
    Drawing under = drawing;
    DataDrawing before = last;
    if (graph.nodes().size() <= AT_ONCE) {
      finding.drop();
      take(DataDrawing.of(under, DataFlow.of(now.tree(), now.workflow(), graph), before));
    } else {
      finding.run(
          () -> DataDrawing.of(under, DataFlow.of(now.tree(), now.workflow(), graph), before),
          this::take);
    }
  }

  @SuppressWarnings("ReferenceEquality") // what looks the same is the same
  private void take(DataDrawing next) {
    if (next != last) {
      last = next;
      show.accept(next);
    }
  }

  /** Chooses who reads, and shows where in the source. */
  void goTo(DataEdge edge) {
    DiagramState now = editor.state().get();
    List<DataEdge.Passed> passed = edge.passed();
    edge.to().or(edge::from).map(tiphys.app.editor.Selection::of).ifPresent(editor::select);
    editor.reveal(passed.getFirst().read().in(now.text()));
  }

  /** Whether a task is at one of the ends of an edge. */
  static boolean touches(DataEdge edge, NodeId node) {
    return edge.from().filter(node::equals).isPresent()
        || edge.to().filter(node::equals).isPresent();
  }
}

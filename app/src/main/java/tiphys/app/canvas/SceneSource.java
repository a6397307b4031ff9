// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Heading;
import tiphys.model.run.StackPage;
import tiphys.model.state.DiagramState;

/**
 * Draws what an editor shows, anew whenever that changes; what is large, off the window's thread.
 */
final class SceneSource {
  /** Smaller graphs, nodes and edges, are laid out at once, within a frame. */
  private static final int AT_ONCE = 700;

  /** Smaller graphs that were laid out before are only mended after an edit. */
  private static final int MENDED_AT_ONCE = 50_000;

  /** Is told of another scene, and what was shown until then. */
  @FunctionalInterface
  interface Listener {
    void show(Optional<Scope> rootBefore, Scene before);
  }

  private final Editor editor;
  private final Background.Newest layouts;
  private final Listener listener;
  private final Supplier<Map<List<NodeId>, StackPage>> stacks;
  private final Map<Scope, Places> places = new HashMap<>();
  private Optional<Scope> root = Optional.empty();
  private Scene scene = Surroundings.NONE.scene();
  private Optional<SceneLayout> laidFrom = Optional.empty();

  /** Of an editor. @param stacks what is to be seen of the fan-outs that are open now */
  SceneSource(
      Editor editor,
      Background.Newest layouts,
      Supplier<Map<List<NodeId>, StackPage>> stacks,
      Listener listener) {
    this.editor = editor;
    this.stacks = stacks;
    this.layouts = layouts;
    this.listener = listener;
  }

  /** What the whole canvas shows; empty where there is nothing. */
  Optional<Scope> root() {
    return root;
  }

  Scene scene() {
    return scene;
  }

  /** A run went on: other nodes may be to be seen of a fan-out. */
  void refreshStacks() {
    if (laidFrom.isPresent() && !laidFrom.get().stacks().equals(stacks.get())) {
      refresh();
    }
  }

  /** The editor may show something else. */
  void refresh() {
    Optional<Scope> scope = editor.inPlace().root();
    DiagramState state = editor.state().get();
    if (scope.isEmpty()) {
      layouts.drop();
      laidFrom = Optional.empty();
      take(scope, Surroundings.NONE.scene());
      return;
    }
    FlowGraph graph = state.graph(scope.get());
    if (!Scopes.exists(state.workflow(), scope.get()) && graph.nodes().isEmpty()) {
      return;
    }
    Map<Scope, Places> before = placesBefore(state, scope.get());
    SceneLayout layout =
        new SceneLayout(
            state,
            scope.get(),
            editor.inPlace().ways(),
            stacks.get(),
            editor.inPlace().way(),
            before);
    if (laidFrom.filter(layout::showsAs).isPresent()) {
      take(scope, scene.at(layout.way()));
      return;
    }
    Optional<Scene> known = root.filter(scope.get()::equals).map(_ -> scene);
    Drawing last = scene.drawing();
    Heading heading = state.positions().heading();
    boolean isMended =
        Optional.ofNullable(before.get(scope.get())).filter(one -> one.runs(heading)).isPresent();
    int most = isMended ? MENDED_AT_ONCE : AT_ONCE;
    if (size(graph) <= most) {
      layouts.drop();
      take(layout, layout.lay(known, last));
    } else {
      layouts.run(
          told(graph),
          () -> layout.lay(known, last),
          laid -> take(layout, laid),
          () -> {
            SceneLayout rows = layout.inRows(graph);
            take(rows, rows.lay(known, last));
          });
    }
  }

  /** Whether a layout of all of a graph does not hold up the window. */
  static boolean isAtOnce(FlowGraph graph) {
    return size(graph) <= AT_ONCE;
  }

  /** What is told of a layout that takes a while. */
  static Background.Told told(FlowGraph graph) {
    return Background.Told.of("window.waiting.layout", graph.nodes().size());
  }

  private static int size(FlowGraph graph) {
    return graph.nodes().size() + graph.edges().size();
  }

  /** A template that was just renamed is found where the last one stood. */
  private Map<Scope, Places> placesBefore(DiagramState state, Scope scope) {
    Optional<Places> last =
        root.filter(former -> !Scopes.exists(state.workflow(), former)).map(places::get);
    if (places.containsKey(scope) || last.isEmpty()) {
      return places;
    }
    Map<Scope, Places> before = new HashMap<>(places);
    before.put(scope, last.get());
    return before;
  }

  /** The hand may have gone elsewhere while a large one was laid out. */
  private void take(SceneLayout layout, SceneLayout.Laid laid) {
    places.putAll(laid.places());
    Map<Scope, Arrangement> drawn = new HashMap<>();
    places.forEach((scope, known) -> drawn.put(scope, known.shown()));
    editor.drew(drawn);
    laidFrom = Optional.of(layout);
    boolean isStill = editor.inPlace().root().filter(laid.root()::equals).isPresent();
    take(
        Optional.of(laid.root()), isStill ? laid.scene().at(editor.inPlace().way()) : laid.scene());
  }

  private void take(Optional<Scope> nextRoot, Scene next) {
    Optional<Scope> rootBefore = root;
    Scene before = scene;
    root = nextRoot;
    scene = next;
    listener.show(rootBefore, before);
  }
}

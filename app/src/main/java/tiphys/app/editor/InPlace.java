// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.StackView;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Inside;
import tiphys.model.state.Unfolded;

/**
 * Which tasks are drawn with their inside in place of their cards, and in which of these frames the
 * hand is at work: there the selection lies, and what is edited is the template that it stands for.
 * Kept while the file is open; no step that is undone.
 */
public final class InPlace {
  private final Editor editor;
  private final BiConsumer<List<Crumb>, Selection> go;
  private final ReadOnlyObjectWrapper<OpenFrames> open =
      new ReadOnlyObjectWrapper<>(OpenFrames.NONE);

  InPlace(Editor editor, BiConsumer<List<Crumb>, Selection> go) {
    this.editor = editor;
    this.go = go;
  }

  /** The frames that are open. */
  public ReadOnlyObjectProperty<OpenFrames> open() {
    return open.getReadOnlyProperty();
  }

  /** The scope that the whole canvas shows: the last of the path that is on its own. */
  public Optional<Scope> root() {
    return path().isEmpty() ? Optional.empty() : Optional.of(path().get(rootCrumb()).scope());
  }

  /** The way from {@link #root()} to the frame where the hand is at work; empty for the root. */
  public List<NodeId> way() {
    return path().isEmpty()
        ? List.of()
        : path().subList(rootCrumb() + 1, path().size()).stream()
            .flatMap(crumb -> crumb.taken().stream())
            .toList();
  }

  /** The ways that are open in what the canvas shows. */
  public Set<List<NodeId>> ways() {
    return root().map(open.get()::in).orElse(Set.of());
  }

  /** Whether a node of the scope where the hand is at work is open. */
  public boolean isOpen(NodeId node) {
    return ways().contains(wayTo(node));
  }

  /** The ways to the fan-outs whose nodes are shown, and what is looked at of them. */
  public Map<List<NodeId>, StackView> stacks() {
    return root().map(open.get()::stacksIn).orElse(Map.of());
  }

  /** What is looked at of a node of the scope where the hand is at work, if it shows its nodes. */
  public Optional<StackView> stack(NodeId node) {
    return Optional.ofNullable(stacks().get(wayTo(node)));
  }

  /** Shows the nodes that a node fanned out to, or others of them. */
  public void look(NodeId node, StackView view) {
    root().ifPresent(root -> open.set(open.get().withStack(root, wayTo(node), view)));
  }

  /** Makes a stack of them again. */
  public void closeStack(NodeId node) {
    root().ifPresent(root -> open.set(open.get().withoutStack(root, wayTo(node))));
  }

  /** There is no run any more that anything fanned out in. */
  void closeStacks() {
    if (!open.get().stacks().isEmpty()) {
      open.set(open.get().withoutStacks());
    }
  }

  /** Opens a node, or closes it. Why not, where it cannot be. */
  public Optional<Problem> toggle(NodeId node) {
    if (stack(node).isPresent()) {
      closeStack(node);
      return Optional.empty();
    }
    if (isOpen(node)) {
      close(wayTo(node));
      return Optional.empty();
    }
    Optional<Problem> why = refusal(node);
    if (why.isEmpty()) {
      root().ifPresent(root -> open.set(open.get().with(root, wayTo(node))));
    }
    return why;
  }

  private Optional<Problem> refusal(NodeId node) {
    if (inside(node).isEmpty()) {
      return Optional.of(Problem.refusal(ProblemCode.NOTHING_INSIDE, node.value()));
    }
    return way().size() >= Unfolded.MOST_DEEP
        ? Optional.of(
            Problem.refusal(
                ProblemCode.FRAMES_TOO_DEEP, node.value(), Integer.toString(Unfolded.MOST_DEEP)))
        : Optional.empty();
  }

  private Optional<Inside> inside(NodeId node) {
    DiagramState state = editor.state().get();
    return editor
        .scope()
        .flatMap(
            scope ->
                state.graph(scope).node(node).flatMap(found -> Inside.of(state, scope).of(found)));
  }

  /** Closes a frame; the hand leaves it first. */
  private void close(List<NodeId> way) {
    if (startsWith(way(), way)) {
      activate(way.subList(0, way.size() - 1));
    }
    root().ifPresent(root -> open.set(open.get().without(root, way)));
  }

  private static boolean startsWith(List<NodeId> way, List<NodeId> with) {
    return way.size() >= with.size() && way.subList(0, with.size()).equals(with);
  }

  /** Opens everything that has an inside, but no template within itself; or closes everything. */
  public void toggleAll() {
    if (!ways().isEmpty()) {
      activate(List.of());
      closeStacks();
      root().ifPresent(root -> open.set(open.get().withoutAll(root)));
      return;
    }
    root()
        .ifPresent(
            root -> open.set(open.get().withAll(root, Unfolded.all(editor.state().get(), root))));
  }

  /**
   * Takes the hand to the inside of an open frame, or back to the root; what was chosen elsewhere
   * no longer is.
   */
  public void activate(List<NodeId> way) {
    if (way.equals(way()) || path().isEmpty()) {
      return;
    }
    List<Crumb> next = new ArrayList<>(path().subList(0, rootCrumb() + 1));
    for (NodeId node : way) {
      Optional<Scope> inner = ScopePath.inside(editor.state().get(), next.getLast().scope(), node);
      if (inner.isEmpty()) {
        break;
      }
      next.add(new Crumb(inner.get(), Optional.of(node), true));
    }
    go.accept(next, Selection.NONE);
  }

  /** The way to the first open frame that shows a scope. */
  Optional<List<NodeId>> wayTo(Scope scope) {
    return ways().stream()
        .filter(way -> scopeAt(way).filter(scope::equals).isPresent())
        .findFirst();
  }

  private Optional<Scope> scopeAt(List<NodeId> way) {
    Optional<Scope> at = root();
    for (NodeId node : way) {
      at = at.flatMap(scope -> ScopePath.inside(editor.state().get(), scope, node));
    }
    return at;
  }

  /** What was renamed stays open; what is gone is forgotten. */
  void follow(DiagramState before, DiagramState after) {
    OpenFrames next = open.get().carried(before, after);
    if (!next.equals(open.get())) {
      open.set(next);
    }
  }

  /** The path as far as its frames are open. */
  List<Crumb> trimmed(List<Crumb> path) {
    List<NodeId> way = new ArrayList<>();
    Map<Scope, Set<List<NodeId>>> all = open.get().byRoot();
    Scope root = path.isEmpty() ? Scope.ofResource(0) : path.getFirst().scope();
    for (int i = 0; i < path.size(); i++) {
      Crumb crumb = path.get(i);
      if (!crumb.isInPlace()) {
        root = crumb.scope();
        way.clear();
      } else {
        crumb.taken().ifPresent(way::add);
        if (!all.getOrDefault(root, Set.of()).contains(way)) {
          return path.subList(0, i);
        }
      }
    }
    return path;
  }

  private List<NodeId> wayTo(NodeId node) {
    List<NodeId> way = new ArrayList<>(way());
    way.add(node);
    return List.copyOf(way);
  }

  private List<Crumb> path() {
    return editor.scopePath().get();
  }

  private int rootCrumb() {
    int at = path().size() - 1;
    while (at > 0 && path().get(at).isInPlace()) {
      at--;
    }
    return at;
  }
}

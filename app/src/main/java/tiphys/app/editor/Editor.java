// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tiphys.model.command.Command;
import tiphys.model.command.Plan;
import tiphys.model.diagram.Diagram;
import tiphys.model.diagram.DiagramChange;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.history.Step;
import tiphys.model.layout.Arrangement;
import tiphys.model.place.Location;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.run.RunSnapshot;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Unfolded;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Library;

/**
 * One open file: its diagram, and what the window shows and has chosen of it. Views read the
 * properties and call the methods; a listener of {@link #state()} may look and may select, but may
 * not change the diagram.
 */
public final class Editor {
  private final Diagram diagram;
  private final ReadOnlyObjectWrapper<DiagramState> state;
  private final ReadOnlyObjectWrapper<Optional<DiagramChange>> lastChange = empty();
  private final ReadOnlyObjectWrapper<List<Crumb>> scopePath;
  private final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(Selection.NONE);
  private final ReadOnlyObjectWrapper<Optional<RunSnapshot>> overlay = empty();
  private final ReadOnlyObjectWrapper<Optional<Problem>> refusal = empty();
  private final ReadOnlyObjectWrapper<Optional<Reveal>> reveal = empty();
  private final ReadOnlyObjectWrapper<Optional<Departure>> departure = empty();
  private final ReadOnlyObjectWrapper<Optional<Origin>> origin = empty();
  private final ReadOnlyObjectWrapper<Optional<String>> undoable = empty();
  private final ReadOnlyObjectWrapper<Optional<String>> redoable = empty();
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
  private final InPlace inPlace = new InPlace(this, this::go);
  private SharedEdits shared = SharedEdits.NONE;
  private Map<Scope, Arrangement> drawn = Map.of();
  private boolean wasTyped;

  /** The nodes before a step whose new ones are to be selected; empty for what is typed. */
  private Optional<List<FlowNode>> nodesBefore = Optional.empty();

  public Editor(Diagram diagram) {
    this.diagram = diagram;
    this.state = new ReadOnlyObjectWrapper<>(diagram.state());
    this.scopePath = new ReadOnlyObjectWrapper<>(ScopePath.first(diagram.state()));
    diagram.onChange(this::take);
  }

  /** The newest revision. Set before the scope path and the selection follow it. */
  public ReadOnlyObjectProperty<DiagramState> state() {
    return state.getReadOnlyProperty();
  }

  /** What led to {@link #state()}, set just before it; empty while the file is as it was opened. */
  public ReadOnlyObjectProperty<Optional<DiagramChange>> lastChange() {
    return lastChange.getReadOnlyProperty();
  }

  /** From the first scope down to the one that is shown; empty where there is none to show. */
  public ReadOnlyObjectProperty<List<Crumb>> scopePath() {
    return scopePath.getReadOnlyProperty();
  }

  /** The scope that is shown: the last of the path. */
  public Optional<Scope> scope() {
    List<Crumb> path = scopePath.get();
    return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast().scope());
  }

  /** The tasks that are drawn with their inside, and in which of them the hand is at work. */
  public InPlace inPlace() {
    return inPlace;
  }

  public ReadOnlyObjectProperty<Selection> selection() {
    return selection.getReadOnlyProperty();
  }

  /** The run whose states colour the graph. */
  public ReadOnlyObjectProperty<Optional<RunSnapshot>> overlay() {
    return overlay.getReadOnlyProperty();
  }

  /** Why the last command was refused; empty after one that was done. */
  public ReadOnlyObjectProperty<Optional<Problem>> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** The newest request to bring a place of the text into view. */
  public ReadOnlyObjectProperty<Optional<Reveal>> reveal() {
    return reveal.getReadOnlyProperty();
  }

  /** The newest request to show a template of another file. */
  public ReadOnlyObjectProperty<Optional<Departure>> departure() {
    return departure.getReadOnlyProperty();
  }

  /** The other file from which what is shown was opened. */
  public ReadOnlyObjectProperty<Optional<Origin>> origin() {
    return origin.getReadOnlyProperty();
  }

  /** Takes over what other files hold. */
  public void use(Library library) {
    diagram.use(library);
  }

  /** Shows what another file refers to. */
  public void arrive(Scope scope, Origin from) {
    open(scope);
    origin.set(Optional.of(from));
  }

  /** The key of the step that {@link #undo} takes back. */
  public ReadOnlyObjectProperty<Optional<String>> undoable() {
    return undoable.getReadOnlyProperty();
  }

  /** The key of the step that {@link #redo} does again. */
  public ReadOnlyObjectProperty<Optional<String>> redoable() {
    return redoable.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty saved() {
    return saved.getReadOnlyProperty();
  }

  /** Where the nodes of scopes stand on the canvas now, without what is open in place. */
  public void drew(Map<Scope, Arrangement> places) {
    drawn = Map.copyOf(places);
  }

  /** Where nodes stand: as on the canvas, where that has drawn their scope. */
  public Unfolded.Layouts layouts() {
    return Unfolded.Layouts.of(state.get(), drawn);
  }

  /** What a command would do now; changes nothing. */
  public Outcome<Plan> plan(Command command) {
    return shared.isOfAnotherFile(command)
        ? Outcome.done(Plan.ofText(TextEdits.NONE))
        : diagram.plan(command);
  }

  /** Lets somebody have a say in what is done from now on. */
  public void share(SharedEdits with) {
    shared = with;
  }

  /**
   * Does a command and selects the nodes that it makes, or keeps the reason of the refusal. Where
   * others have a say, it may come later.
   */
  public Outcome<DiagramState> apply(Command command) {
    if (shared.takes(command)) {
      refusal.set(Optional.empty());
      return Outcome.done(diagram.state());
    }
    Outcome<DiagramState> outcome = selecting(() -> diagram.apply(command));
    refusal.set(outcome.refusal());
    return outcome;
  }

  /** Keeps the reason of something that was not even tried. */
  public void refuse(Problem why) {
    refusal.set(Optional.of(why));
  }

  /** Takes over what was typed into the source. */
  public void type(TextEdits edits) {
    wasTyped = true;
    diagram.type(edits);
    refusal.set(Optional.empty());
  }

  /** Whether anything was ever typed into the source, even if it was taken back since. */
  public boolean wasTyped() {
    return wasTyped;
  }

  /** Ends a run of typing: what is typed next is undone on its own. */
  public void endTyping() {
    diagram.endTyping();
  }

  /** The step that {@link #undo} takes back. */
  public Optional<Step> lastStep() {
    return diagram.lastStep();
  }

  /** The step that {@link #redo} does again. */
  public Optional<Step> nextStep() {
    return diagram.nextStep();
  }

  /** Takes over what somebody else wrote into the file, as a step that can be undone. */
  public void takeOver(TextEdits edits) {
    diagram.takeOver(edits);
  }

  public void undo() {
    if (diagram.lastStep().filter(shared::takesBack).isPresent()) {
      return;
    }
    selecting(
        () -> {
          diagram.undo();
          return true;
        });
  }

  public void redo() {
    if (diagram.nextStep().filter(shared::takesAgain).isPresent()) {
      return;
    }
    selecting(
        () -> {
          diagram.redo();
          return true;
        });
  }

  public void markSaved() {
    diagram.markSaved();
    saved.set(diagram.isSaved());
  }

  public void select(Selection chosen) {
    if (!chosen.equals(selection.get())) {
      selection.set(chosen);
    }
  }

  /** Goes into the template that a node calls; nothing happens where it has no inside. */
  public void open(NodeId node) {
    Optional<Scope> before = scope();
    scope()
        .flatMap(scope -> ScopePath.inside(diagram.state(), scope, node))
        .ifPresent(
            inside -> {
              List<Crumb> path = new ArrayList<>(scopePath.get());
              path.add(new Crumb(inside, Optional.of(node)));
              go(path, Selection.NONE);
            });
    if (scope().equals(before)) {
      before
          .flatMap(scope -> ScopePath.elsewhere(diagram.state(), scope, node))
          .ifPresent(this::depart);
    }
  }

  /**
   * Shows a scope, in place where it is open, else on its own: it need not be reachable from the
   * first. Nothing happens if there is none.
   */
  public void open(Scope scope) {
    if (Scopes.exists(diagram.state().workflow(), scope)
        && !scope().filter(scope::equals).isPresent()) {
      inPlace
          .wayTo(scope)
          .ifPresentOrElse(
              inPlace::activate, () -> go(List.of(Crumb.first(scope)), Selection.NONE));
    }
  }

  /** Leaves the scope that is shown and selects the node that was opened to come there. */
  public void goUp() {
    if (scopePath.get().size() <= 1) {
      origin.get().ifPresent(from -> from.back().run());
    }
    if (scopePath.get().size() > 1) {
      goTo(scopePath.get().size() - 2);
    }
  }

  /** Goes back to a crumb of the path, counted from 0. */
  public void goTo(int crumb) {
    List<Crumb> path = scopePath.get();
    if (crumb < path.size() - 1) {
      Optional<NodeId> left = path.get(crumb + 1).taken();
      go(path.subList(0, crumb + 1), left.map(Selection::of).orElse(Selection.NONE));
    }
  }

  /**
   * Selects what the text at an offset describes, and shows the template that it belongs to. A
   * template that calls nothing is selected where the shown scope calls it. O(file).
   */
  public void selectAt(int offset) {
    diagram.state().locator().at(offset).ifPresent(this::select);
  }

  private void select(Location location) {
    Set<NodeId> callers =
        scope()
            .map(from -> NodesInSight.callers(diagram.state().workflow(), from, location.scope()))
            .orElse(Set.of());
    if (callers.isEmpty()) {
      open(location.scope());
      select(location.node().map(Selection::of).orElse(Selection.NONE));
    } else if (Collections.disjoint(callers, selection.get().nodes())) {
      select(Selection.of(callers));
    }
  }

  /** Asks whoever shows the text to bring a place into view. */
  public void reveal(TextRange range) {
    reveal.set(Optional.of(new Reveal(range, reveal.get().map(Reveal::number).orElse(0L) + 1)));
  }

  public void showRun(RunSnapshot run) {
    overlay.set(Optional.of(run));
  }

  public void hideRun() {
    overlay.set(Optional.empty());
    inPlace.closeStacks();
    select(selection.get().whole());
  }

  private void depart(Departure wish) {
    long number = departure.get().map(Departure::number).orElse(0L) + 1;
    departure.set(Optional.of(new Departure(wish.to(), wish.template(), number)));
  }

  private void go(List<Crumb> path, Selection chosen) {
    selection.set(Selection.NONE);
    scopePath.set(List.copyOf(path));
    select(chosen);
  }

  private void take(DiagramChange change) {
    lastChange.set(Optional.of(change));
    state.set(change.after());
    undoable.set(diagram.undoable());
    redoable.set(diagram.redoable());
    saved.set(diagram.isSaved());
    if (change.after().tree().syntaxError().isEmpty()) {
      follow(change.before(), change.after());
    }
  }

  /** While the text is half-typed, the way and the selection stay as they were. */
  private void follow(DiagramState before, DiagramState after) {
    inPlace.follow(before, after);
    List<Crumb> path = inPlace.trimmed(ScopePath.carried(scopePath.get(), before, after));
    if (!path.equals(scopePath.get())) {
      scopePath.set(List.copyOf(path));
    }
    Set<NodeId> appeared =
        nodesBefore.map(earlier -> NodesInSight.appeared(earlier, shown())).orElse(Set.of());
    select(
        appeared.isEmpty()
            ? scope()
                .map(scope -> selection.get().within(after.graph(scope)))
                .orElse(Selection.NONE)
            : Selection.of(appeared));
  }

  private List<FlowNode> shown() {
    return scope().map(scope -> diagram.state().graph(scope).nodes()).orElse(List.of());
  }

  /** The nodes that a step makes are selected by it, not after it. */
  private <T> T selecting(Supplier<T> step) {
    nodesBefore = Optional.of(shown());
    try {
      return step.get();
    } finally {
      nodesBefore = Optional.empty();
    }
  }

  private static <T> ReadOnlyObjectWrapper<Optional<T>> empty() {
    return new ReadOnlyObjectWrapper<>(Optional.empty());
  }
}

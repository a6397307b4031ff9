// SPDX-License-Identifier: Apache-2.0
package tiphys.model.diagram;

import java.util.Optional;
import java.util.function.Consumer;
import tiphys.model.command.Command;
import tiphys.model.command.Plan;
import tiphys.model.history.History;
import tiphys.model.history.Step;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.Library;

/**
 * One open file. {@link #apply} and {@link #type} are the only ways to change it. Every change
 * derives the complete next state before it replaces the current one, so an exception on the way
 * changes nothing. Not for use by several threads.
 */
public final class Diagram {
  /** The key of a step that was typed rather than commanded. */
  public static final String TYPING = "typing";

  /** The key of a step that another program made. */
  public static final String TAKING_OVER = "taking-over";

  private final History history = new History();
  private DiagramState state;
  private Consumer<DiagramChange> listener = change -> {};
  private boolean isTelling;

  private Diagram(DiagramState state) {
    this.state = state;
  }

  public static Diagram open(SourceText text, Positions positions) {
    return new Diagram(DiagramState.of(text, positions));
  }

  /** A diagram over a state that was derived elsewhere, for example on another thread. */
  public static Diagram open(DiagramState state) {
    return new Diagram(state);
  }

  public DiagramState state() {
    return state;
  }

  /**
   * What a command would do now; the same answer greys the menu, colours the pointer and performs.
   */
  public Outcome<Plan> plan(Command command) {
    return command.plan(state);
  }

  /** Does what a command plans, or leaves everything as it was and says why. */
  public Outcome<DiagramState> apply(Command command) {
    return switch (command.plan(state)) {
      case Outcome.Refused<Plan>(Problem why) -> Outcome.refused(why);
      case Outcome.Done<Plan>(Plan plan) -> {
        Step step = stepOf(command.key(), plan.edits(), plan.positions().orElse(state.positions()));
        if (!step.isIdentity()) {
          move(step.forward(), step.positionsAfter(), () -> history.record(step));
        }
        yield Outcome.done(state);
      }
    };
  }

  /** Takes over what was typed into the source. A run of typing at one place becomes one step. */
  public void type(TextEdits edits) {
    Step step = stepOf(TYPING, edits, state.positions());
    if (!step.isIdentity()) {
      move(edits, state.positions(), () -> history.recordTyping(step));
    }
  }

  /** Takes over what another program wrote into the file, as a step of its own. */
  public void takeOver(TextEdits edits) {
    Step step = stepOf(TAKING_OVER, edits, state.positions());
    if (!step.isIdentity()) {
      move(edits, state.positions(), () -> history.record(step));
    }
  }

  /** Takes over what other files hold; no step of the history, for nothing is edited. */
  public void use(Library library) {
    move(TextEdits.NONE, state.with(library), () -> {});
  }

  /** Ends a run of typing: what is typed next is a step of its own. */
  public void endTyping() {
    history.endTyping();
  }

  /** The step that {@link #undo} would take back. */
  public Optional<Step> lastStep() {
    return history.nextUndo();
  }

  /** The step that {@link #redo} would do again. */
  public Optional<Step> nextStep() {
    return history.nextRedo();
  }

  /** The key of the step that {@link #undo} would take back. */
  public Optional<String> undoable() {
    return history.nextUndo().map(Step::key);
  }

  /** The key of the step that {@link #redo} would do again. */
  public Optional<String> redoable() {
    return history.nextRedo().map(Step::key);
  }

  public void undo() {
    history
        .nextUndo()
        .ifPresent(step -> move(step.back(), step.positionsBefore(), history::moveBack));
  }

  public void redo() {
    history
        .nextRedo()
        .ifPresent(step -> move(step.forward(), step.positionsAfter(), history::moveForward));
  }

  public void markSaved() {
    history.markSaved();
  }

  /**
   * Whether the text is the one that was last saved; undoing back to it counts, a different edit
   * does not.
   */
  public boolean isSaved() {
    return history.isAtSaved();
  }

  /** The one listener. It may look, not touch. */
  public void onChange(Consumer<DiagramChange> told) {
    listener = told;
  }

  private Step stepOf(String key, TextEdits edits, Positions after) {
    return new Step(key, edits, edits.invertedFor(state.text()), state.positions(), after);
  }

  private void move(TextEdits edits, Positions positions, Runnable moveHistory) {
    if (isTelling) {
      throw new IllegalStateException("a listener may not change the diagram");
    }
    move(edits, state.after(edits, positions), moveHistory);
  }

  private void move(TextEdits edits, DiagramState after, Runnable moveHistory) {
    DiagramState before = state;
    moveHistory.run();
    state = after;
    isTelling = true;
    try {
      listener.accept(new DiagramChange(before, after, edits));
    } finally {
      isTelling = false;
    }
  }
}

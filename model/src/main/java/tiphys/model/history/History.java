// SPDX-License-Identifier: Apache-2.0
package tiphys.model.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/** The steps done and undone. "Saved" is a position among them, never a counter. Unbounded. */
@SuppressWarnings("ReferenceEquality") // An equal step at another position is another position.
public final class History {
  private final List<Step> done = new ArrayList<>();
  private final List<Step> undone = new ArrayList<>();
  private @Nullable Step saved;
  private boolean isTyping;

  public void record(Step step) {
    done.add(step);
    undone.clear();
    isTyping = false;
  }

  /**
   * Records a typed step, joined to the one before it if that was typed too and ends where this one
   * goes on.
   */
  public void recordTyping(Step step) {
    Step last = isTyping && !done.isEmpty() && undone.isEmpty() ? done.getLast() : null;
    Step joined = last == null || last == saved ? null : join(last, step);
    if (joined == null) {
      record(step);
    } else {
      done.set(done.size() - 1, joined);
    }
    isTyping = true;
  }

  public void endTyping() {
    isTyping = false;
  }

  public Optional<Step> nextUndo() {
    return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
  }

  public Optional<Step> nextRedo() {
    return undone.isEmpty() ? Optional.empty() : Optional.of(undone.getLast());
  }

  public void moveBack() {
    undone.add(done.removeLast());
    isTyping = false;
  }

  public void moveForward() {
    done.add(undone.removeLast());
    isTyping = false;
  }

  public void markSaved() {
    saved = position();
    isTyping = false;
  }

  public boolean isAtSaved() {
    return position() == saved;
  }

  private @Nullable Step position() {
    return done.isEmpty() ? null : done.getLast();
  }

  /** Two insertions, the second behind the first, become one. */
  private static @Nullable Step join(Step first, Step second) {
    if (first.forward().edits().size() != 1 || second.forward().edits().size() != 1) {
      return null;
    }
    TextEdit one = first.forward().edits().getFirst();
    TextEdit two = second.forward().edits().getFirst();
    boolean goesOn =
        two.range().isEmpty()
            && two.range().start() == one.range().start() + one.replacement().length()
            && !two.replacement().contains("\n");
    if (!goesOn) {
      return null;
    }
    TextEdit forward = new TextEdit(one.range(), one.replacement() + two.replacement());
    TextEdit oneBack = first.back().edits().getFirst();
    TextEdit back =
        TextEdit.replace(
            one.range().start(),
            one.range().start() + forward.replacement().length(),
            oneBack.replacement());
    return new Step(
        first.key(),
        TextEdits.of(forward),
        TextEdits.of(back),
        first.positionsBefore(),
        second.positionsAfter());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.util.Optional;

/**
 * Which of the nodes that a task fanned out to somebody looks at.
 *
 * @param page counted from 0
 * @param only those of one phase, as they are counted; empty for all
 */
public record StackView(int page, Optional<NodePhase> only) {
  /** From the beginning. */
  public static final StackView FIRST = new StackView(0, Optional.empty());

  /** At the page that has the first node that failed; at the beginning where none did. */
  public static StackView atFailure(TaskState state, RunOverlay run) {
    for (int i = 0; i < state.parts().size(); i++) {
      if (run.node(state.parts().get(i))
          .filter(node -> node.phase().counted() == NodePhase.FAILED)
          .isPresent()) {
        return new StackView(i / StackPage.SIZE, Optional.empty());
      }
    }
    return FIRST;
  }

  /** The same with another page. */
  public StackView turned(int pages) {
    return new StackView(Math.max(0, page + pages), only);
  }

  /** Those of a phase from their beginning; all where they were shown already. */
  public StackView toggled(NodePhase phase) {
    return new StackView(
        0, only.filter(phase::equals).isPresent() ? Optional.empty() : Optional.of(phase));
  }
}

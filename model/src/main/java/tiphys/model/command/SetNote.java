// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Writes a note on a task, or on the template that is shown: the comment lines right above it. A
 * comment goes where the text goes, is copied along with the task, and is read by whoever has no
 * Tiphys; a file beside the workflow does none of that. JSON has no comments, so it has no notes.
 *
 * @param node the task; empty for the template
 * @param text in lines, without {@code #}; empty to take the note away
 */
public record SetNote(Scope scope, Optional<NodeId> node, String text) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.beside(now, scope)
        .then(
            ground ->
                node.isEmpty()
                    ? plan(ground, ground.place())
                    : ground
                        .task(node.get())
                        .then(_ -> plan(ground, ground.place(node.get()).orElseThrow())));
  }

  private Outcome<Plan> plan(Ground ground, YamlPlace place) {
    DocumentWriter writer = ground.writer();
    writer.comment(place, text);
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  /** The note that is there; empty for none. */
  public static String of(DiagramState now, Scope scope, Optional<NodeId> node) {
    return Ground.beside(now, scope)
        .result()
        .flatMap(ground -> node.isEmpty() ? Optional.of(ground.place()) : ground.place(node.get()))
        .map(place -> new DocumentWriter(now.tree()).commentOf(place))
        .orElse("");
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.place.NodeSearch;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/**
 * Puts a bare scalar in quotes, so that every reader takes it for the text that is written.
 *
 * @param place of the scalar, a value or a key
 */
public record Quote(TextRange place) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    Optional<YamlPlace> found =
        NodeSearch.at(now.tree(), place).filter(at -> at.node() instanceof YamlScalar);
    if (found.isEmpty()) {
      return Outcome.refused(ProblemCode.NOTHING_TO_MEND);
    }
    String text = ((YamlScalar) found.get().node()).value();
    DocumentWriter writer = new DocumentWriter(now.tree());
    writer.replace(found.get(), YamlValue.text(text));
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}

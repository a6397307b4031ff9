// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.place.NodeSearch;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlTree;

/**
 * Writes another name where one was mistaken: a whole value in its own manner of quoting, a key, or
 * a part of a text.
 *
 * @param place of what is mistaken
 * @param name what is meant
 */
public record Correct(TextRange place, String name) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    if (place.end() > now.text().length() || place.isEmpty()) {
      return Outcome.refused(ProblemCode.NOTHING_TO_MEND);
    }
    Optional<YamlPlace> whole =
        NodeSearch.at(now.tree(), place).filter(at -> at.node() instanceof YamlScalar);
    if (whole.isPresent()) {
      DocumentWriter writer = new DocumentWriter(now.tree());
      writer.replace(whole.get(), YamlValue.text(name));
      return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
    }
    TextEdits edits = TextEdits.of(TextEdit.replace(place.start(), place.end(), name));
    YamlTree after = now.tree().edited(edits);
    boolean isSound =
        after.syntaxError().isEmpty() && after.documents().size() == now.tree().documents().size();
    return isSound
        ? Outcome.done(Plan.ofText(edits))
        : Outcome.refused(ProblemCode.EDIT_NOT_POSSIBLE, name);
  }
}

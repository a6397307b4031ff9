// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Adds what stands in a text: tasks, steps or containers, wired among themselves as they were there
 * and to tasks of the template that they name; templates; or a whole workflow, whose templates are
 * added with a task that calls its entrypoint and the parameters that it declares. Names that are
 * taken are made free, and what names them within the text follows. A template that is here
 * already, with the same meaning, is not added again for tasks that call it. An empty file becomes
 * the workflow as it stands.
 *
 * @param scope where tasks are added; templates go to its resource
 * @param text YAML, as {@link FragmentText} gives it or from anywhere
 * @param corner where the first of several tasks is to stand; absent to let the layout decide
 */
public record PasteFragment(Scope scope, String text, Optional<Point> corner) implements Command {
  /** What begins like a comment; if it is text, it is found in the text that came of it. */
  private static final Pattern COMMENT =
      Pattern.compile("(?:^|[ \\t])(#[^\\r\\n]*)", Pattern.MULTILINE);

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Fragment.parse(text)
        .then(
            fragment ->
                now.text().toString().isBlank() && fragment.spec().isPresent()
                    ? Outcome.done(Plan.ofText(TextEdits.of(TextEdit.insert(0, text))))
                    : Ground.of(now, scope).then(ground -> plan(ground, fragment)));
  }

  /**
   * Whether a comment of the pasted text is in none of the places that it came to: brackets and
   * JSON have no room for it.
   */
  public boolean hasLostComments(SourceText before, SourceText after) {
    String old = before.toString();
    String now = after.toString();
    return COMMENT
        .matcher(text)
        .results()
        .map(comment -> comment.group(1).strip())
        .distinct()
        .anyMatch(comment -> count(comment, now) <= count(comment, old));
  }

  private static int count(String wanted, String in) {
    int count = 0;
    for (int at = in.indexOf(wanted); at >= 0; at = in.indexOf(wanted, at + wanted.length())) {
      count++;
    }
    return count;
  }

  private Outcome<Plan> plan(Ground ground, Fragment fragment) {
    return Arrival.prepared(ground, fragment).then(ready -> write(ground, ready));
  }

  private Outcome<Plan> write(Ground ground, Arrival.Ready ready) {
    DocumentWriter writer = ground.writer();
    if (!ready.groups().isEmpty()) {
      Optional<YamlPlace> list = TaskList.of(ground);
      if (list.isEmpty()) {
        return Outcome.refused(ProblemCode.PASTE_NOT_HERE, scope.template().value());
      }
      if (ready.needsDepends()) {
        Waiting.toDepends(writer, ground.locator().tasks(scope));
      }
      TaskList.append(ground, list.get(), ready.groups(), writer);
    }
    addTemplates(ground, ready, writer);
    addParameters(ground, ready, writer);
    return writer.edits().then(edits -> Outcome.done(new Plan(edits, places(ground, ready))));
  }

  private static void addTemplates(Ground ground, Arrival.Ready ready, DocumentWriter writer) {
    Optional<YamlPlace> templates = ground.locator().templates(ground.scope().resource());
    for (YamlValue template : ready.templates()) {
      templates.ifPresent(list -> writer.insert(list, list.size(), template));
    }
  }

  /** Parameters that the pasted templates may ask the workflow for. */
  private static void addParameters(Ground ground, Arrival.Ready ready, DocumentWriter writer) {
    List<YamlValue> missing = ready.parameters();
    Optional<YamlPlace> spec = ground.locator().spec(ground.scope().resource());
    if (missing.isEmpty() || spec.isEmpty()) {
      return;
    }
    Optional<YamlPlace> arguments = spec.get().get("arguments");
    Optional<YamlPlace> list = arguments.flatMap(place -> place.get("parameters"));
    YamlValue whole = new YamlValue.Sequence(missing);
    if (list.isPresent()) {
      missing.forEach(parameter -> writer.insert(list.get(), list.get().size(), parameter));
    } else if (arguments.isPresent()) {
      writer.put(arguments.get(), "parameters", whole);
    } else {
      writer.put(spec.get(), "arguments", YamlValue.mapping("parameters", whole));
    }
  }

  private Optional<Positions> places(Ground ground, Arrival.Ready ready) {
    return corner.flatMap(
        at ->
            ready
                .firstTask()
                .map(name -> ground.now().positions().moved(scope, Map.of(new NodeId(name), at))));
  }
}

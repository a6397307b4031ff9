// SPDX-License-Identifier: Apache-2.0
package tiphys.model.fix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.Correct;
import tiphys.model.command.Modernise;
import tiphys.model.command.Quote;
import tiphys.model.expression.TaskResult;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scopes;
import tiphys.model.place.Location;
import tiphys.model.problem.Problem;
import tiphys.model.schema.Definition;
import tiphys.model.schema.Schema;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/** Ways to mend problems: quotes, the name that was probably meant, what a field is called now. */
public final class Fixes {
  private static final Set<String> OLD =
      Set.of("schedule", "mutex", "semaphore", "ttlSecondsAfterFinished");

  private Fixes() {}

  /** The ways to mend a problem of a state, the likeliest first; none for most problems. */
  public static List<Fix> of(DiagramState state, Problem problem) {
    Optional<TextRange> place = problem.place();
    if (place.isEmpty() || state.tree().syntaxError().isPresent()) {
      return List.of();
    }
    TextRange at = place.get();
    String name = problem.arguments().isEmpty() ? "" : problem.arguments().getFirst();
    return switch (problem.code()) {
      case TEXT_EXPECTED, TEXT_READ_OTHERWISE ->
          List.of(new Fix("quote", List.of(name), new Quote(at)));
      case FIELD_REMOVED ->
          OLD.contains(name)
              ? List.of(
                  new Fix(
                      "modernise",
                      List.of(problem.arguments().get(2)),
                      new Modernise(Optional.of(at))))
              : List.of();
      case FIELD_NOT_IN_ARGO -> unknownField(name, problem.arguments().get(1), at);
      case TEMPLATE_UNKNOWN, ENTRYPOINT_UNKNOWN -> written(at, name, templates(state, at));
      case DEPENDENCY_UNKNOWN -> written(nameOnly(state, at, name), name, tasks(state, at));
      case DEPENDS_UNKNOWN_RESULT ->
          written(at, name, Arrays.stream(TaskResult.values()).map(TaskResult::argoName).toList());
      case TAG_UNKNOWN -> tag(state, at, name);
      case TAG_NOT_BEFORE -> wait(state, at, problem.arguments().get(1));
      default -> List.of();
    };
  }

  private static List<Fix> unknownField(String name, String definition, TextRange at) {
    if (OLD.contains(name) && definition.equals("WorkflowSpec")) {
      return List.of(new Fix("modernise", List.of("ttlStrategy"), new Modernise(Optional.of(at))));
    }
    Collection<String> known =
        Schema.argo()
            .definition(definition)
            .map(Definition::fields)
            .map(fields -> (Collection<String>) fields.keySet())
            .orElse(List.of());
    return written(at, name, known);
  }

  private static List<Fix> written(TextRange at, String name, Collection<String> known) {
    return Nearest.of(name, known)
        .map(meant -> List.of(new Fix("write", List.of(meant), new Correct(at, meant))))
        .orElse(List.of());
  }

  /** Without the result that is asked for behind the name. */
  private static TextRange nameOnly(DiagramState state, TextRange at, String name) {
    return state.text().slice(at).startsWith(name + ".")
        ? new TextRange(at.start(), at.start() + name.length())
        : at;
  }

  private static List<String> templates(DiagramState state, TextRange at) {
    return specAt(state, at).map(WorkflowSpec::templates).orElse(List.of()).stream()
        .flatMap(template -> template.name().stream())
        .map(TemplateName::value)
        .toList();
  }

  private static Optional<WorkflowSpec> specAt(DiagramState state, TextRange at) {
    List<Resource> resources = state.workflow().resources();
    for (int i = 0; i < resources.size(); i++) {
      Optional<YamlPlace> place = state.locator().resource(i);
      if (place.filter(found -> found.range().touches(at.start())).isPresent()) {
        return resources.get(i).spec();
      }
    }
    return Optional.empty();
  }

  private static Optional<Template> templateAt(DiagramState state, TextRange at) {
    return state
        .locator()
        .at(at.start())
        .map(Location::scope)
        .flatMap(scope -> Scopes.template(state.workflow(), scope));
  }

  private static List<String> tasks(DiagramState state, TextRange at) {
    return templateAt(state, at).map(Scopes::tasks).orElse(List.of()).stream()
        .map(Task::name)
        .flatMap(Optional::stream)
        .map(TaskName::value)
        .toList();
  }

  /** What reads of a task waits for it. */
  private static List<Fix> wait(DiagramState state, TextRange at, String task) {
    NodeId writer = new NodeId(task);
    return state
        .locator()
        .at(at.start())
        .flatMap(
            place -> place.node().map(reader -> new ConnectTasks(place.scope(), writer, reader)))
        .map(command -> List.of(new Fix("wait", List.of(task), command)))
        .orElse(List.of());
  }

  /** The tag is one of perhaps several in a text: the first that is written so is mended. */
  private static List<Fix> tag(DiagramState state, TextRange at, String tag) {
    String text = state.text().slice(at);
    int start = text.indexOf(tag);
    Optional<String> meant = Nearest.of(tag, tags(state, at, tag));
    if (start < 0 || meant.isEmpty()) {
      return List.of();
    }
    TextRange place = new TextRange(at.start() + start, at.start() + start + tag.length());
    return List.of(new Fix("write", List.of(meant.get()), new Correct(place, meant.get())));
  }

  private static List<String> tags(DiagramState state, TextRange at, String tag) {
    List<String> known = new ArrayList<>();
    Optional<Template> template = templateAt(state, at);
    for (Arguments.Parameter input :
        template.map(Template::inputs).orElse(Arguments.NONE).parameters()) {
      known.add("inputs.parameters." + input.name());
    }
    for (Arguments.Parameter argument :
        specAt(state, at).map(WorkflowSpec::arguments).orElse(Arguments.NONE).parameters()) {
      known.add("workflow.parameters." + argument.name());
    }
    String[] parts = tag.split("\\.", 3);
    if (parts.length == 3) {
      tasks(state, at).forEach(task -> known.add(parts[0] + "." + task + "." + parts[2]));
    }
    return known;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.symbol.Mention.Role;
import tiphys.model.symbol.Symbol.Value;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlTree;

/**
 * The names within {@code {{tags}}} and {@code {{=expressions}}}, read from the text as it is
 * written, so that each has its own place. Which names there are: Argo, docs/variables.md.
 */
final class TagMentions {
  private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  /** One name of a path: {@code .name} or {@code ['name']}. */
  private static final String NAME =
      "(?:\\.(?<%1$s>[\\w-]+)|\\[\\s*['\"](?<%1$sIndex>[^'\"]+)['\"]\\s*])";

  private static final Pattern OF_TEMPLATE =
      Pattern.compile(
          "(?<![\\w.])(?<side>inputs|outputs)\\.(?<list>parameters|artifacts)"
              + NAME.formatted("name"));

  private static final Pattern OF_TASK =
      Pattern.compile(
          "(?<![\\w.])(?:tasks|steps)"
              + NAME.formatted("task")
              + "(?:\\.outputs\\.(?<list>parameters|artifacts)"
              + NAME.formatted("name")
              + ")?");

  private static final Pattern OF_WORKFLOW =
      Pattern.compile("(?<![\\w.])workflow\\.parameters" + NAME.formatted("name"));

  /** Fields that are expressions without braces around them. */
  private static final List<String> EXPRESSIONS = List.of("expression", "fromExpression");

  private final YamlTree tree;
  private final WorkflowFile workflow;
  private final Scope scope;
  private final List<Mention> found;

  /** The task whose inline template it is. */
  private final Optional<TaskName> inline;

  /** The names of the tasks of that template: there they mean no others. */
  private final Set<String> ownTasks;

  TagMentions(YamlTree tree, WorkflowFile workflow, Scope scope, List<Mention> found) {
    this(tree, workflow, scope, found, Optional.empty(), Set.of());
  }

  private TagMentions(
      YamlTree tree,
      WorkflowFile workflow,
      Scope scope,
      List<Mention> found,
      Optional<TaskName> inline,
      Set<String> ownTasks) {
    this.tree = tree;
    this.workflow = workflow;
    this.scope = scope;
    this.found = found;
    this.inline = inline;
    this.ownTasks = ownTasks;
  }

  /** For the template that stands in a task of the scope. */
  TagMentions inTask(TaskName task, Set<String> tasks) {
    return new TagMentions(tree, workflow, scope, found, Optional.of(task), tasks);
  }

  /** Adds what a value and all values in it mention. */
  void within(YamlPlace place) {
    within(place, "");
  }

  private void within(YamlPlace place, String key) {
    if (place.node() instanceof YamlScalar scalar) {
      if (EXPRESSIONS.contains(key)) {
        mentions(place.start(), tree.text().slice(place.start(), place.end()));
      } else if (scalar.value().contains("{{")) {
        Matcher tag = TAG.matcher(tree.text().slice(place.start(), place.end()));
        while (tag.find()) {
          mentions(place.start() + tag.start(1), tag.group(1));
        }
      }
      return;
    }
    for (YamlPlace.Entry entry : place.entries()) {
      // names within a template in a task are of another scope
      if (!entry.name().equals("inline")) {
        within(entry.value(), entry.name());
      }
    }
    place.items().forEach(item -> within(item, key));
  }

  private void mentions(int start, String expression) {
    Matcher own = OF_TEMPLATE.matcher(expression);
    while (own.find()) {
      Value value = value(own);
      String name = name(own, "name");
      add(
          own.group("side").equals("inputs") ? input(value, name) : output(value, name),
          range(own, "name", start));
    }
    Matcher task = OF_TASK.matcher(expression);
    while (task.find()) {
      TaskName name = new TaskName(name(task, "task"));
      boolean isOwn = inline.isPresent() && ownTasks.contains(name.value());
      add(
          isOwn
              ? new Symbol.OfInlineTask(scope, inline.get(), name)
              : new Symbol.OfTask(scope, name),
          range(task, "task", start));
      if (task.group("list") != null && !isOwn) {
        output(name, value(task), name(task, "name"))
            .ifPresent(output -> add(output, range(task, "name", start)));
      }
    }
    Matcher global = OF_WORKFLOW.matcher(expression);
    while (global.find()) {
      add(
          new Symbol.OfWorkflowParameter(scope.resource(), name(global, "name")),
          range(global, "name", start));
    }
  }

  /** Argo puts in the values of the template around first: its input of a name hides the own. */
  private Symbol input(Value value, String name) {
    boolean isOwn = inline.isPresent() && !isInputOfScope(value, name);
    return isOwn
        ? new Symbol.OfInlineInput(scope, inline.get(), value, name)
        : new Symbol.OfInput(scope, value, name);
  }

  private Symbol output(Value value, String name) {
    return inline.isPresent()
        ? new Symbol.OfInlineOutput(scope, inline.get(), value, name)
        : new Symbol.OfOutput(scope, value, name);
  }

  private boolean isInputOfScope(Value value, String name) {
    Optional<Arguments> inputs = Scopes.template(workflow, scope).map(Template::inputs);
    return value == Value.PARAMETER
        ? inputs.stream()
            .flatMap(all -> all.parameters().stream())
            .anyMatch(parameter -> parameter.name().equals(name))
        : inputs.stream()
            .flatMap(all -> all.artifacts().stream())
            .anyMatch(artifact -> artifact.name().equals(name));
  }

  /** An output of the template that a task of the scope calls, or that stands in it. */
  private Optional<Symbol> output(TaskName task, Value value, String name) {
    Optional<Call> call =
        Scopes.template(workflow, scope).stream()
            .flatMap(template -> template.calls().stream())
            .filter(candidate -> candidate.name().filter(task::equals).isPresent())
            .map(Task::call)
            .findFirst();
    return call.flatMap(
        found ->
            switch (found) {
              case Call.Local(TemplateName called) ->
                  Optional.of(
                      new Symbol.OfOutput(new Scope(scope.resource(), called), value, name));
              case Call.Inline _ ->
                  Optional.of(new Symbol.OfInlineOutput(scope, task, value, name));
              case Call.Reference _, Call.None _ -> Optional.empty();
            });
  }

  private static Value value(Matcher match) {
    return match.group("list").equals("parameters") ? Value.PARAMETER : Value.ARTIFACT;
  }

  private static String name(Matcher match, String group) {
    return Optional.ofNullable(match.group(group)).orElseGet(() -> match.group(group + "Index"));
  }

  private static TextRange range(Matcher match, String group, int start) {
    String taken = match.group(group) == null ? group + "Index" : group;
    return new TextRange(start + match.start(taken), start + match.end(taken));
  }

  private void add(Symbol symbol, TextRange range) {
    found.add(new Mention(symbol, range, Role.READS));
  }
}

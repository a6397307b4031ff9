// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.model.expression.Depends;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.symbol.Mention.Role;
import tiphys.model.symbol.Symbol.Value;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** Walks through the places where Argo's schema has names. */
final class MentionFinder {
  private final YamlTree tree;
  private final WorkflowFile workflow;
  private final Locator locator;
  private final List<Mention> found = new ArrayList<>();

  MentionFinder(YamlTree tree, WorkflowFile workflow) {
    this.tree = tree;
    this.workflow = workflow;
    this.locator = new Locator(tree, workflow);
  }

  List<Mention> find() {
    for (int i = 0; i < workflow.resources().size(); i++) {
      int resource = i;
      locator.spec(i).ifPresent(spec -> spec(resource, spec));
    }
    return found;
  }

  private void spec(int resource, YamlPlace spec) {
    callOf(spec, "entrypoint", resource);
    callOf(spec, "onExit", resource);
    hooks(spec, resource);
    named(spec.get("arguments", "parameters"))
        .forEach(
            name -> add(new Symbol.OfWorkflowParameter(resource, text(name)), name, Role.DEFINES));
    named(spec.get("arguments", "artifacts"))
        .forEach(
            name -> add(new Symbol.OfWorkflowArtifact(resource, text(name)), name, Role.DEFINES));
    for (VolumeNames.Named volume : VolumeNames.of(resource, spec)) {
      Symbol symbol = new Symbol.OfVolume(volume.scope(), volume.name());
      add(symbol, volume.place(), volume.role());
    }
    TagMentions tags = new TagMentions(tree, workflow, new Scope(resource, NOWHERE), found);
    for (YamlPlace.Entry entry : spec.entries()) {
      if (!entry.name().equals("templates")) {
        tags.within(entry.value());
      }
    }
    for (YamlPlace template : locator.templates(resource).map(YamlPlace::items).orElse(List.of())) {
      template
          .get("name")
          .filter(this::isText)
          .ifPresent(name -> template(resource, template, name));
    }
  }

  /** The scope of what stands outside of all templates: it has no tasks and no inputs. */
  private static final TemplateName NOWHERE = new TemplateName("");

  private void template(int resource, YamlPlace template, YamlPlace name) {
    TemplateName own = new TemplateName(text(name));
    Scope scope = new Scope(resource, own);
    add(new Symbol.OfTemplate(resource, own), name, Role.DEFINES);
    for (Value value : Value.values()) {
      named(template.get("inputs", value.key()))
          .forEach(in -> add(new Symbol.OfInput(scope, value, text(in)), in, Role.DEFINES));
      named(template.get("outputs", value.key()))
          .forEach(out -> add(new Symbol.OfOutput(scope, value, text(out)), out, Role.DEFINES));
    }
    Optional<Template> read = Scopes.template(workflow, scope);
    List<Task> tasks = read.map(Template::calls).orElse(List.of());
    List<YamlPlace> places = locator.tasks(scope);
    for (int i = 0; i < Math.min(tasks.size(), places.size()); i++) {
      task(scope, tasks.get(i), places.get(i));
    }
    template
        .get("dag", "target")
        .ifPresent(target -> depends(target, task -> new Symbol.OfTask(scope, task)));
    new TagMentions(tree, workflow, scope, found).within(template);
  }

  private void task(Scope scope, Task task, YamlPlace place) {
    place
        .get("name")
        .filter(this::isText)
        .ifPresent(
            name -> add(new Symbol.OfTask(scope, new TaskName(text(name))), name, Role.DEFINES));
    callOf(place, "template", scope.resource());
    callOf(place, "onExit", scope.resource());
    hooks(place, scope.resource());
    place
        .get("depends")
        .ifPresent(expression -> depends(expression, name -> new Symbol.OfTask(scope, name)));
    for (YamlPlace name : place.get("dependencies").map(YamlPlace::items).orElse(List.of())) {
      if (isText(name)) {
        add(new Symbol.OfTask(scope, new TaskName(text(name))), name, Role.READS);
      }
    }
    place.get("inline").ifPresent(inline -> inline(scope, place, inline));
    if (task.call() instanceof Call.Local(TemplateName called)) {
      Scope callee = new Scope(scope.resource(), called);
      for (Value value : Value.values()) {
        named(place.get("arguments", value.key()))
            .forEach(in -> add(new Symbol.OfInput(callee, value, text(in)), in, Role.WRITES));
      }
    }
  }

  /** The names of a template that stands in a task. */
  private void inline(Scope scope, YamlPlace task, YamlPlace inline) {
    List<YamlPlace> tasks = Locator.tasksOf(inline);
    tasks.forEach(
        inner -> {
          callOf(inner, "template", scope.resource());
          callOf(inner, "onExit", scope.resource());
          hooks(inner, scope.resource());
        });
    Optional<TaskName> name =
        task.get("name").filter(this::isText).map(found -> new TaskName(text(found)));
    if (name.isEmpty()) {
      return;
    }
    Set<String> own = tasks(scope, name.get(), tasks);
    for (Value value : Value.values()) {
      Function<YamlPlace, Symbol> input =
          in -> new Symbol.OfInlineInput(scope, name.get(), value, text(in));
      named(inline.get("inputs", value.key()))
          .forEach(in -> add(input.apply(in), in, Role.DEFINES));
      named(task.get("arguments", value.key()))
          .forEach(in -> add(input.apply(in), in, Role.WRITES));
      named(inline.get("outputs", value.key()))
          .forEach(
              out ->
                  add(
                      new Symbol.OfInlineOutput(scope, name.get(), value, text(out)),
                      out,
                      Role.DEFINES));
    }
    new TagMentions(tree, workflow, scope, found).inTask(name.get(), own).within(inline);
  }

  /** The tasks of a template that stands in a task: nobody else knows them. Their names. */
  private Set<String> tasks(Scope scope, TaskName around, List<YamlPlace> tasks) {
    Set<String> names = new HashSet<>();
    Function<TaskName, Symbol> own = task -> new Symbol.OfInlineTask(scope, around, task);
    for (YamlPlace task : tasks) {
      task.get("name")
          .filter(this::isText)
          .filter(name -> names.add(text(name)))
          .ifPresent(name -> add(own.apply(new TaskName(text(name))), name, Role.DEFINES));
    }
    for (YamlPlace task : tasks) {
      task.get("depends").ifPresent(expression -> depends(expression, own));
      for (YamlPlace name : task.get("dependencies").map(YamlPlace::items).orElse(List.of())) {
        if (isText(name)) {
          add(own.apply(new TaskName(text(name))), name, Role.READS);
        }
      }
    }
    return names;
  }

  private void hooks(YamlPlace owner, int resource) {
    for (YamlPlace.Entry hook : owner.get("hooks").map(YamlPlace::entries).orElse(List.of())) {
      callOf(hook.value(), "template", resource);
    }
  }

  private void callOf(YamlPlace owner, String key, int resource) {
    owner
        .get(key)
        .filter(this::isText)
        .filter(name -> !text(name).contains("{{"))
        .ifPresent(
            name ->
                add(
                    new Symbol.OfTemplate(resource, new TemplateName(text(name))),
                    name,
                    Role.READS));
  }

  /** The names within an expression have places of their own only where it stands as it means. */
  private void depends(YamlPlace place, Function<TaskName, Symbol> symbol) {
    String expression = text(place);
    int at = tree.text().slice(place.start(), place.end()).indexOf(expression);
    if (at >= 0 && Depends.parse(expression) instanceof Outcome.Done<Depends>(Depends depends)) {
      for (Depends.Task task : depends.tasks()) {
        int start = place.start() + at + task.range().start();
        TextRange range = new TextRange(start, start + task.name().value().length());
        found.add(new Mention(symbol.apply(task.name()), range, Role.READS));
      }
    }
  }

  /** The {@code name}s of the items of a list. */
  private List<YamlPlace> named(Optional<YamlPlace> list) {
    return list.map(YamlPlace::items).orElse(List.of()).stream()
        .flatMap(item -> item.get("name").stream())
        .filter(this::isText)
        .toList();
  }

  private boolean isText(YamlPlace place) {
    return place.text().filter(text -> !text.isEmpty()).isPresent();
  }

  private static String text(YamlPlace place) {
    return place.text().orElse("");
  }

  private void add(Symbol symbol, YamlPlace name, Role role) {
    String written = tree.text().slice(name.start(), name.end());
    int at = written.indexOf(symbol.name());
    int start = name.start() + Math.max(0, at);
    int end = at < 0 ? name.end() : start + symbol.name().length();
    found.add(new Mention(symbol, new TextRange(start, end), role));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** Makes what comes from elsewhere fit the template that it comes to: names, wires, form. */
final class Arrival {
  private final Ground ground;
  private final boolean isForTasks;
  private Fragment fragment;
  private List<List<Integer>> order = List.of();

  /**
   * What is to be written.
   *
   * @param groups of steps; for other templates in any number of groups
   * @param needsDepends whether tasks that are here must say {@code depends} from now on
   */
  record Ready(
      List<List<YamlValue>> groups,
      Optional<String> firstTask,
      boolean needsDepends,
      List<YamlValue> templates,
      List<YamlValue> parameters) {}

  private Arrival(Ground ground, Fragment fragment) {
    this.ground = ground;
    this.fragment = fragment;
    this.isForTasks = !fragment.groups().isEmpty() || fragment.spec().isPresent();
  }

  static Outcome<Ready> prepared(Ground ground, Fragment fragment) {
    return new Arrival(ground, fragment).prepare();
  }

  private Outcome<Ready> prepare() {
    Set<Integer> added = templatesToAdd();
    Map<String, String> templates = freeTemplateNames(added);
    boolean needsDepends = needsDepends();
    Optional<Problem> trouble =
        step(this::forgetStrangers)
            .or(this::shape)
            .or(() -> step(writer -> rename(writer, templates, added)));
    return trouble
        .<Outcome<Ready>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(ready(added, templates, needsDepends)));
  }

  /** One change of the fragment's own text. */
  private Optional<Problem> step(Consumer<DocumentWriter> change) {
    DocumentWriter writer = fragment.writer();
    change.accept(writer);
    Outcome<Fragment> next = fragment.edited(writer);
    next.result().ifPresent(edited -> fragment = edited);
    return next.refusal();
  }

  /** Positions of the templates that are not here with the same meaning. */
  private Set<Integer> templatesToAdd() {
    Set<Integer> added = new HashSet<>();
    List<YamlPlace> templates = fragment.templates();
    for (int i = 0; i < templates.size(); i++) {
      if (!isForTasks || !isHere(templates.get(i))) {
        added.add(i);
      }
    }
    return added;
  }

  private boolean isHere(YamlPlace template) {
    Optional<YamlPlace> here =
        Fragment.name(template)
            .map(name -> new Scope(ground.scope().resource(), new TemplateName(name)))
            .flatMap(ground.locator()::template);
    return here.flatMap(place -> YamlValue.of(place.node()))
        .filter(value -> YamlValue.of(template.node()).filter(value::equals).isPresent())
        .isPresent();
  }

  /** Nobody waits for a task that is neither pasted nor here. */
  private void forgetStrangers(DocumentWriter writer) {
    Set<String> known = new HashSet<>(Naming.taskNames(ground.template()));
    fragment.tasks().forEach(task -> Fragment.name(task).ifPresent(known::add));
    for (YamlPlace task : fragment.tasks()) {
      Waiting.remove(writer, task, name -> !known.contains(name.value()));
    }
  }

  private boolean needsDepends() {
    boolean comesWithDepends =
        fragment.tasks().stream().anyMatch(task -> task.get("depends").isPresent());
    return ground.template().body() instanceof TemplateBody.Dag
        && comesWithDepends
        && Waiting.isOlderForm(ground.locator().tasks(ground.scope()));
  }

  /** Steps become tasks, tasks become steps, lists become expressions, as the template asks. */
  private Optional<Problem> shape() {
    if (fragment.groups().isEmpty()) {
      return Optional.empty();
    }
    boolean areContainers = fragment.tasks().stream().allMatch(t -> t.get("image").isPresent());
    return switch (ground.template().body()) {
      case TemplateBody.Dag _ when !areContainers ->
          fragment.isGrouped() ? groupsAsTasks() : asTasks();
      case TemplateBody.Steps _ when !areContainers ->
          fragment.isGrouped() ? Optional.empty() : asSteps();
      case TemplateBody.ContainerSet _ when areContainers -> Optional.empty();
      default ->
          Optional.of(
              Problem.refusal(ProblemCode.PASTE_NOT_HERE, ground.scope().template().value()));
    };
  }

  private Optional<Problem> groupsAsTasks() {
    List<List<YamlPlace>> groups = fragment.groups();
    boolean asList = ground.usesDependencies();
    return step(
        writer -> {
          for (int i = 1; i < groups.size(); i++) {
            List<String> before =
                groups.get(i - 1).stream().flatMap(task -> Fragment.name(task).stream()).toList();
            for (YamlPlace task : groups.get(i)) {
              writer.put(task, asList ? "dependencies" : "depends", Waiting.value(before, asList));
            }
          }
        });
  }

  private Optional<Problem> asTasks() {
    List<YamlPlace> tasks = fragment.tasks();
    boolean saysDepends =
        ground.template().calls().stream().anyMatch(task -> task.depends().isPresent())
            || tasks.stream().anyMatch(task -> task.get("depends").isPresent());
    return saysDepends && Waiting.isOlderForm(tasks)
        ? step(writer -> Waiting.toDepends(writer, tasks))
        : Optional.empty();
  }

  /** Each task runs in the group behind the last that it waits for. */
  private Optional<Problem> asSteps() {
    Outcome<List<List<Integer>>> found = StepOrder.of(fragment.tasks());
    found.result().ifPresent(groups -> order = groups);
    return found
        .refusal()
        .or(
            () ->
                step(
                    writer ->
                        fragment
                            .tasks()
                            .forEach(
                                task ->
                                    writer.change(
                                        task, Set.of("depends", "dependencies"), Map.of()))));
  }

  private void rename(DocumentWriter writer, Map<String, String> templates, Set<Integer> added) {
    Map<String, String> tasks = freeTaskNames();
    for (YamlPlace task : fragment.tasks()) {
      give(task, tasks, writer);
      TemplateCalls.ofTask(task).forEach(call -> replace(call, templates, writer));
    }
    if (!tasks.isEmpty()) {
      new TaskReferences(tasks, family()).rename(fragment.tasks(), writer);
    }
    for (int i : added) {
      YamlPlace template = fragment.templates().get(i);
      give(template, templates, writer);
      TemplateCalls.ofTemplate(template).forEach(call -> replace(call, templates, writer));
    }
  }

  private Optional<String> family() {
    return switch (ground.template().body()) {
      case TemplateBody.Dag _ -> Optional.of("tasks");
      case TemplateBody.Steps _ -> Optional.of("steps");
      default -> Optional.empty();
    };
  }

  private Map<String, String> freeTaskNames() {
    List<String> names =
        fragment.tasks().stream().flatMap(task -> Fragment.name(task).stream()).toList();
    return Naming.freed(names, Naming.taskNames(ground.template()));
  }

  private Map<String, String> freeTemplateNames(Set<Integer> added) {
    List<String> names =
        added.stream()
            .sorted()
            .flatMap(i -> Fragment.name(fragment.templates().get(i)).stream())
            .toList();
    return Naming.freed(names, Naming.templateNames(ground.spec()));
  }

  private static void give(YamlPlace owner, Map<String, String> names, DocumentWriter writer) {
    owner.get("name").ifPresent(name -> replace(name, names, writer));
  }

  static void replace(YamlPlace place, Map<String, String> names, DocumentWriter writer) {
    String name = place.text().orElse("");
    String next = names.getOrDefault(name, name);
    if (!next.equals(name)) {
      writer.replace(place, YamlValue.text(next));
    }
  }

  private Ready ready(Set<Integer> added, Map<String, String> templates, boolean needsDepends) {
    List<YamlValue> toAdd =
        added.stream().sorted().map(i -> copied(fragment.templates().get(i))).toList();
    List<List<YamlValue>> groups = new ArrayList<>();
    if (order.isEmpty()) {
      fragment.groups().forEach(group -> groups.add(copied(group)));
    } else {
      List<YamlPlace> tasks = fragment.tasks();
      order.forEach(group -> groups.add(copied(group.stream().map(tasks::get).toList())));
    }
    Optional<String> first = fragment.tasks().stream().findFirst().flatMap(Fragment::name);
    if (groups.isEmpty() && TaskList.of(ground).isPresent()) {
      Optional<YamlValue> call = entrypointCall(templates);
      call.ifPresent(task -> groups.add(List.of(task)));
    }
    return new Ready(groups, first, needsDepends, toAdd, parameters());
  }

  /** A task that runs what a whole workflow begins with. */
  private Optional<YamlValue> entrypointCall(Map<String, String> templates) {
    boolean holdsCalls = !(ground.template().body() instanceof TemplateBody.ContainerSet);
    return fragment
        .spec()
        .filter(_ -> holdsCalls)
        .flatMap(spec -> spec.get("entrypoint"))
        .flatMap(YamlPlace::text)
        .map(
            entry -> {
              String name = Naming.free(entry, Naming.taskNames(ground.template()));
              return YamlValue.mapping("name", YamlValue.text(name))
                  .and("template", YamlValue.text(templates.getOrDefault(entry, entry)));
            });
  }

  /** What a whole workflow declares and the one that is here does not. */
  private List<YamlValue> parameters() {
    Arguments here = ground.spec().arguments();
    List<YamlPlace> declared =
        fragment
            .spec()
            .flatMap(spec -> spec.get("arguments", "parameters"))
            .map(YamlPlace::items)
            .orElse(List.of());
    return declared.stream()
        .filter(
            item -> Fragment.name(item).filter(name -> here.parameter(name).isEmpty()).isPresent())
        .map(this::copied)
        .toList();
  }

  private List<YamlValue> copied(List<YamlPlace> places) {
    return places.stream().map(this::copied).toList();
  }

  private YamlValue copied(YamlPlace place) {
    return new YamlValue.Copied(fragment.tree().text(), place);
  }
}

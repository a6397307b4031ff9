// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.python.PyStatement;
import tiphys.exporter.python.PyValue;

/** Templates: by the class of their kind where it says the same, else as a model. */
final class TemplateForms {
  private static final Map<String, List<String>> BODIES =
      Map.of(
          "container", List.of("Container", "Container"),
          "script", List.of("Script", "ScriptTemplate"),
          "resource", List.of("Resource", "ResourceTemplate"),
          "data", List.of("Data", "Data"),
          "http", List.of("HTTP", "HTTP"),
          "suspend", List.of("Suspend", "SuspendTemplate"),
          "dag", List.of("DAG", "DAGTemplate"),
          "steps", List.of("Steps", "Steps"),
          "containerSet", List.of("ContainerSet", "ContainerSetTemplate"));

  private final Draft draft;
  private final Slots slots;
  private final TemplateNames names;
  private final TaskForms tasks;
  private ScriptFunctions functions;

  TemplateForms(Draft draft, Slots slots, TemplateNames names) {
    this.draft = draft;
    this.slots = slots;
    this.names = names;
    this.functions = new ScriptFunctions(false, names);
    this.tasks = new TaskForms(draft, slots, names, () -> functions);
  }

  /** Whether scripts become functions from now on. */
  void useFunctions(boolean areWanted) {
    functions = new ScriptFunctions(areWanted, names);
  }

  List<PyStatement> functions() {
    return functions.definitions();
  }

  /** All templates in their order. */
  List<PyStatement> write(Place templates, String workflow) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (Place template : templates.items()) {
      if (!seen.add(template.field("name").text())) {
        twice.add(template.field("name").text());
      }
    }
    functions.choose(templates, twice);
    List<PyStatement> statements = new ArrayList<>();
    List<Optional<String>> variables = new ArrayList<>();
    for (Place template : templates.items()) {
      Optional<PyStatement> form = draft.attempt(() -> form(template));
      Optional<PyStatement> function = form.flatMap(each -> functions.define(each, template));
      if (function.isPresent()) {
        statements.add(function.get());
        variables.add(Optional.empty());
        continue;
      }
      String name = template.field("name").text();
      boolean canBeCalled = form.isPresent() && !name.isEmpty() && !twice.contains(name);
      variables.add(canBeCalled ? Optional.of(names.define(name)) : Optional.empty());
      statements.add(form.orElseGet(() -> model(template, workflow)));
    }
    List<PyStatement> named = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (!functions.isCalled(templates.items().get(i))) {
        named.add(named(statements.get(i), variables.get(i).filter(names::isUsed)));
      }
    }
    return named;
  }

  private static PyStatement named(PyStatement statement, Optional<String> name) {
    return switch (statement) {
      case PyStatement.Evaluate(Optional<String> _, PyValue value, Optional<String> origin)
          when name.isPresent() ->
          new PyStatement.Evaluate(name, value, origin);
      case PyStatement.With with when name.isPresent() && with.name().isEmpty() ->
          new PyStatement.With(with.call(), name, with.body(), with.origin());
      default -> statement;
    };
  }

  private PyStatement model(Place template, String workflow) {
    draft.fellBack(template);
    return new PyStatement.Evaluate(
        Optional.empty(),
        new PyValue.Apply(
            workflow + ".templates.append",
            slots.models().write(new HeraType.Model("Template"), template)),
        draft.origin(template));
  }

  private Optional<PyStatement> form(Place template) {
    List<String> kinds = BODIES.keySet().stream().filter(k -> template.field(k).isThere()).toList();
    if (kinds.size() != 1) {
      return Optional.empty();
    }
    String kind = kinds.getFirst();
    Place body = template.field(kind);
    return switch (kind) {
      case "dag" ->
          block(template, kind, tasks.tasks(body.field("tasks")), Optional.empty(), "tasks");
      case "containerSet" ->
          block(
              template,
              kind,
              tasks.containers(body.field("containers")),
              Optional.empty(),
              "containers");
      case "steps" -> {
        boolean hasGroups = body.items().stream().anyMatch(group -> group.value().size() != 1);
        Optional<String> variable =
            hasGroups ? Optional.of(names.names().inner().take("s", "steps")) : Optional.empty();
        yield block(template, kind, tasks.steps(body, variable.orElse("")), variable, "");
      }
      default ->
          call(template, kind, "")
              .map(
                  call -> new PyStatement.Evaluate(Optional.empty(), call, draft.origin(template)));
    };
  }

  private Optional<PyStatement> block(
      Place template,
      String kind,
      Optional<List<PyStatement>> body,
      Optional<String> variable,
      String inside) {
    return body.filter(statements -> !statements.isEmpty())
        .flatMap(
            statements ->
                call(template, kind, inside)
                    .map(
                        call ->
                            new PyStatement.With(
                                call, variable, statements, draft.origin(template))));
  }

  private Optional<PyValue.Call> call(Place template, String kind, String inside) {
    List<String> names = BODIES.getOrDefault(kind, List.of());
    Place body = template.field(kind);
    boolean isMounted = false;
    SugarCall call = slots.sugar(names.getFirst());
    if (kind.equals("container") || kind.equals("script")) {
      isMounted = mount(template, body, call);
      call.unless(!body.field("image").isThere())
          .unless(kind.equals("script") && body.field("command").value().isEmpty());
    }
    Set<String> outside = new HashSet<>(Set.of(kind, "metadata"));
    Set<String> within = new HashSet<>(Set.of(inside));
    if (isMounted) {
      outside.add("volumes");
      within.add("volumeMounts");
    }
    boolean isLong = kind.equals("script") || kind.equals("resource");
    if (!isLong) {
      body(call, names.getLast(), kind, body, within);
    }
    call.with("Template", template, outside);
    if (template.field("metadata").isThere()) {
      call.with("Metadata", template.field("metadata"), Set.of());
    }
    if (isLong) {
      body(call, names.getLast(), kind, body, within);
    }
    return call.call();
  }

  private void body(SugarCall call, String model, String kind, Place body, Set<String> except) {
    switch (kind) {
      case "steps" -> {}
      case "data" -> {
        Set<String> others = new HashSet<>(except);
        others.add("transformation");
        call.with(model, body, others);
        transformations(call, body.field("transformation"));
      }
      default -> call.with(model, body, except);
    }
  }

  private static void transformations(SugarCall call, Place steps) {
    List<PyValue> expressions = new ArrayList<>();
    for (Place step : steps.items()) {
      call.unless(step.value().size() != 1 || !step.field("expression").value().isTextual());
      expressions.add(new PyValue.Text(step.field("expression").text()));
    }
    call.unless(!steps.value().isArray()).add("transformations", new PyValue.Items(expressions));
  }

  /**
   * Volumes that say where they are mounted, if the last mounts of the template are those of its
   * volumes in their order. Answers whether mounts and volumes are thereby said.
   */
  private boolean mount(Place template, Place body, SugarCall call) {
    List<Place> volumes = template.field("volumes").items();
    List<Place> mounts = body.field("volumeMounts").items();
    int before = mounts.size() - volumes.size();
    if (volumes.isEmpty() || before < 0) {
      return false;
    }
    Optional<PyValue> written =
        draft.attempt(
            () -> {
              List<PyValue> items = new ArrayList<>();
              for (int i = 0; i < volumes.size(); i++) {
                slots
                    .containers()
                    .volume(volumes.get(i), Optional.of(mounts.get(before + i)))
                    .ifPresent(items::add);
              }
              return items.size() == volumes.size()
                  ? Optional.of(new PyValue.Items(items))
                  : Optional.empty();
            });
    written.ifPresent(value -> call.add("volumes", value));
    if (written.isPresent() && before > 0) {
      HeraType mount = new HeraType.Model("VolumeMount");
      call.add(
          "volume_mounts",
          new PyValue.Items(
              mounts.subList(0, before).stream()
                  .map(each -> slots.models().write(mount, each))
                  .toList()));
    }
    return written.isPresent();
  }
}

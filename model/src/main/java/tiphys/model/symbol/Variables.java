// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.place.Locator;
import tiphys.model.symbol.Symbol.Value;
import tiphys.model.symbol.Variable.Group;
import tiphys.model.symbol.Variable.Source;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/**
 * Who writes and who reads each variable of a file. What there is to read: Argo, docs/variables.md;
 * that the entrypoint and the exit handler take the workflow's arguments by their names: Argo,
 * workflow/controller/operator.go.
 */
public final class Variables {
  private final Locator locator;
  private final WorkflowFile workflow;
  private final VariableTable table = new VariableTable();

  /** The tasks of templates that stand in tasks, as a tag names them. */
  private final Set<VariableTable.Key> inside = new HashSet<>();

  private Variables(YamlTree tree, WorkflowFile workflow) {
    this.locator = new Locator(tree, workflow);
    this.workflow = workflow;
  }

  /**
   * All variables of a file that are declared or read, by resource and group. O(file) the first
   * time, O(tasks) after an edit; may be called from any thread. Nothing behind a syntax error.
   */
  public static List<Variable> of(YamlTree tree, WorkflowFile workflow) {
    if (tree.syntaxError().isPresent()) {
      return List.of();
    }
    Variables variables = new Variables(tree, workflow);
    for (int i = 0; i < workflow.resources().size(); i++) {
      int resource = i;
      variables.locator.spec(i).ifPresent(spec -> variables.addResource(resource, spec));
    }
    return variables.table.variables();
  }

  private void addResource(int resource, YamlPlace spec) {
    Scope whole = Scope.ofResource(resource);
    declareArguments(whole, spec);
    List<YamlPlace> templates = locator.templates(resource).map(YamlPlace::items).orElse(List.of());
    Map<TemplateName, Template> read = new HashMap<>();
    for (YamlPlace place : templates) {
      nameOf(place)
          .flatMap(name -> Scopes.template(workflow, new Scope(resource, name)))
          .ifPresent(template -> read.putIfAbsent(template.name().orElseThrow(), template));
    }
    for (YamlPlace place : templates) {
      nameOf(place).ifPresent(name -> declare(new Scope(resource, name), place));
    }
    for (YamlPlace place : templates) {
      nameOf(place)
          .map(name -> new Scope(resource, name))
          .ifPresent(
              scope ->
                  Scopes.template(workflow, scope)
                      .ifPresent(
                          template -> addTasks(scope, Optional.empty(), place, template, read)));
    }
    passArguments(whole, spec);
    VariableReaders readers = new VariableReaders(workflow, table, inside);
    readers.addSpec(whole, spec);
    for (YamlPlace place : templates) {
      nameOf(place)
          .ifPresent(name -> readers.addTemplate(new Scope(whole.resource(), name), place));
    }
  }

  /** A workflow template is given its arguments by whoever starts or calls it, too. */
  private void declareArguments(Scope whole, YamlPlace spec) {
    boolean isWorkflow = workflow.resources().get(whole.resource()).kind() == ResourceKind.WORKFLOW;
    for (Value value : Value.values()) {
      for (YamlPlace item : items(spec.get("arguments", value.key()))) {
        VariableTable.Key key = VariableTable.Key.ofWorkflow(whole, value, text(item.get("name")));
        table.know(key);
        item.get("name").ifPresent(name -> table.write(key, site(whole, name)));
        if (!isWorkflow) {
          table.source(key, Source.ELSEWHERE);
        }
      }
    }
  }

  /** By their names, to the template that begins and to the one that ends the workflow. */
  private void passArguments(Scope whole, YamlPlace spec) {
    for (String way : List.of("entrypoint", "onExit")) {
      Scope called = new Scope(whole.resource(), new TemplateName(text(spec.get(way))));
      for (Value value : Value.values()) {
        for (YamlPlace item : items(spec.get("arguments", value.key()))) {
          String name = text(item.get("name"));
          VariableTable.Key input = VariableTable.Key.input(called, value, name);
          if (table.knows(input)) {
            table.write(input, site(whole, item.get("name").orElseThrow()));
            locator
                .template(called)
                .flatMap(template -> named(template.get("inputs", value.key()), name))
                .ifPresent(
                    at ->
                        table.read(
                            VariableTable.Key.ofWorkflow(whole, value, name), site(called, at)));
          }
        }
      }
    }
  }

  private void declare(Scope scope, YamlPlace template) {
    for (Value value : Value.values()) {
      for (YamlPlace item : items(template.get("inputs", value.key()))) {
        VariableTable.Key key = VariableTable.Key.input(scope, value, text(item.get("name")));
        table.know(key);
        boolean isSupplied =
            value == Value.PARAMETER
                ? item.get("value").or(() -> item.get("default")).isPresent()
                    || item.get("valueFrom").isPresent()
                : isSupplied(scope, text(item.get("name")));
        if (isSupplied) {
          table.write(key, site(scope, item.get("name").orElseThrow()));
        }
        // a container finds an artifact as a file
        item.get("path").ifPresent(path -> table.read(key, site(scope, path)));
        if (workflow.resources().get(scope.resource()).kind() != ResourceKind.WORKFLOW) {
          table.source(key, Source.ELSEWHERE);
        }
      }
      for (YamlPlace item : items(template.get("outputs", value.key()))) {
        item.get("globalName")
            .ifPresent(
                name -> {
                  String said = "workflow.outputs." + value.key() + "." + text(Optional.of(name));
                  VariableTable.Key key =
                      new VariableTable.Key(Group.GLOBAL, Scope.ofResource(scope.resource()), said);
                  table.write(key, site(scope, name));
                });
      }
    }
  }

  private boolean isSupplied(Scope scope, String artifact) {
    return Scopes.template(workflow, scope)
        .flatMap(template -> template.inputs().artifact(artifact))
        .filter(Arguments.Artifact::isSupplied)
        .isPresent();
  }

  /**
   * The tasks of a template, or of one that stands in a task.
   *
   * @param around the task that it stands in, of a template that has a name
   */
  private void addTasks(
      Scope scope,
      Optional<NodeId> around,
      YamlPlace place,
      Template template,
      Map<TemplateName, Template> templates) {
    List<YamlPlace> places = Locator.tasksOf(place);
    List<Task> tasks = template.calls();
    String word = template.body() instanceof TemplateBody.Dag ? "tasks." : "steps.";
    List<NodeId> ids = NodeIdsInScope.of(template).ids();
    for (int i = 0; i < Math.min(tasks.size(), places.size()); i++) {
      NodeId node = around.orElse(ids.get(i));
      String name = word + ids.get(i).value();
      around.ifPresent(
          task -> inside.add(new VariableTable.Key(Group.OUTPUT, scope, Optional.of(task), name)));
      passInputs(scope, node, places.get(i));
      for (YamlPlace.Entry hook : entries(places.get(i).get("hooks"))) {
        passInputs(scope, node, hook.value());
      }
      Optional<YamlPlace> inline = places.get(i).get("inline");
      declareOutputs(
          new Outputs(scope, around, name, inline), node, tasks.get(i).call(), templates);
      declareItems(scope, node, places.get(i));
      if (inline.isPresent() && tasks.get(i).call() instanceof Call.Inline(Template body)) {
        passInline(scope, node, places.get(i), inline.get());
        addTasks(scope, Optional.of(node), inline.get(), body, templates);
      }
    }
  }

  /**
   * The inputs of a template that stands in a task, which the task gives it. An input of the
   * template around hides one of the same name: Argo puts in its values first.
   */
  private void passInline(Scope scope, NodeId node, YamlPlace task, YamlPlace inline) {
    for (Value value : Value.values()) {
      for (YamlPlace item : items(inline.get("inputs", value.key()))) {
        String name = text(item.get("name"));
        VariableTable.Key own = VariableTable.Key.inlineInput(scope, node, value, name);
        if (table.knows(VariableTable.Key.input(scope, value, name))) {
          continue;
        }
        table.know(own);
        if (item.get("value").or(() -> item.get("default")).isPresent()
            || item.get("valueFrom").isPresent()) {
          table.write(own, site(scope, Optional.of(node), item.get("name").orElseThrow()));
        }
        item.get("path").ifPresent(path -> table.read(own, site(scope, Optional.of(node), path)));
        named(task.get("arguments", value.key()), name)
            .ifPresent(given -> table.write(own, site(scope, Optional.of(node), given)));
      }
    }
  }

  private void passInputs(Scope scope, NodeId node, YamlPlace caller) {
    String called = text(caller.get("template"));
    if (called.isEmpty()) {
      return;
    }
    Scope callee = new Scope(scope.resource(), new TemplateName(called));
    for (Value value : Value.values()) {
      for (YamlPlace item : items(caller.get("arguments", value.key()))) {
        VariableTable.Key key = VariableTable.Key.input(callee, value, text(item.get("name")));
        if (table.knows(key)) {
          table.write(key, site(scope, Optional.of(node), item.get("name").orElseThrow()));
        }
      }
    }
  }

  /**
   * What a task leaves behind.
   *
   * @param around the task that it stands in with its template
   * @param name of the task as tags have it
   * @param inline the template that stands in the task
   */
  private record Outputs(
      Scope scope, Optional<NodeId> around, String name, Optional<YamlPlace> inline) {
    VariableTable.Key key(Value value, String output) {
      return new VariableTable.Key(
          Group.OUTPUT, scope, around, name + ".outputs." + value.key() + "." + output);
    }
  }

  private void declareOutputs(
      Outputs outputs, NodeId node, Call call, Map<TemplateName, Template> templates) {
    Optional<Template> called =
        switch (call) {
          case Call.Local(TemplateName name) -> Optional.ofNullable(templates.get(name));
          case Call.Inline(Template inline) -> Optional.of(inline);
          case Call.Reference reference -> workflow.template(reference);
          case Call.None _ -> Optional.empty();
        };
    for (Value value : Value.values()) {
      for (String name : called.map(from -> names(from.outputs(), value)).orElse(List.of())) {
        VariableTable.Key key = outputs.key(value, name);
        table.know(key);
        Optional<Site> writer = writer(outputs, node, call, value, name);
        writer.ifPresent(site -> table.write(key, site));
        if (call instanceof Call.Reference || call instanceof Call.Inline && writer.isEmpty()) {
          table.source(key, Source.ELSEWHERE);
        }
      }
    }
  }

  /** Where the called template says that it gives an output. */
  private Optional<Site> writer(Outputs outputs, NodeId node, Call call, Value value, String name) {
    return switch (call) {
      case Call.Local(TemplateName local) -> {
        Scope from = new Scope(outputs.scope().resource(), local);
        yield locator
            .template(from)
            .flatMap(template -> named(template.get("outputs", value.key()), name))
            .map(at -> site(from, at));
      }
      case Call.Inline _ ->
          outputs
              .inline()
              .flatMap(inline -> named(inline.get("outputs", value.key()), name))
              .map(at -> site(outputs.scope(), Optional.of(node), at));
      default -> Optional.empty();
    };
  }

  private static List<String> names(Arguments arguments, Value value) {
    return value == Value.PARAMETER
        ? arguments.parameters().stream().map(Arguments.Parameter::name).toList()
        : arguments.artifacts().stream().map(Arguments.Artifact::name).toList();
  }

  private void declareItems(Scope scope, NodeId node, YamlPlace task) {
    Optional<YamlPlace> loop =
        task.keyOf("withItems")
            .or(() -> task.keyOf("withParam"))
            .or(() -> task.keyOf("withSequence"));
    if (loop.isEmpty()) {
      return;
    }
    List<String> read =
        Reads.of(task.node()).all().stream()
            .filter(found -> found.part(0).equals("item"))
            .map(found -> found.rest(0))
            .distinct()
            .toList();
    for (String name : read.isEmpty() ? List.of("item") : read) {
      table.write(
          VariableTable.Key.item(scope, node, name), site(scope, Optional.of(node), loop.get()));
    }
  }

  private static Optional<TemplateName> nameOf(YamlPlace template) {
    return template.get("name").flatMap(YamlPlace::text).map(TemplateName::new);
  }

  /** The items of a list that have a name. */
  private static List<YamlPlace> items(Optional<YamlPlace> list) {
    return list.map(YamlPlace::items).orElse(List.of()).stream()
        .filter(item -> !text(item.get("name")).isEmpty())
        .toList();
  }

  private static List<YamlPlace.Entry> entries(Optional<YamlPlace> mapping) {
    return mapping.map(YamlPlace::entries).orElse(List.of());
  }

  private static Optional<YamlPlace> named(Optional<YamlPlace> list, String name) {
    return items(list).stream()
        .filter(item -> text(item.get("name")).equals(name))
        .findFirst()
        .flatMap(item -> item.get("name"));
  }

  private static String text(Optional<YamlPlace> place) {
    return place.flatMap(YamlPlace::text).orElse("");
  }

  private static Site site(Scope scope, YamlPlace place) {
    return new Site(scope, Optional.empty(), "name", place.range(), Optional.empty());
  }

  private static Site site(Scope scope, Optional<NodeId> node, YamlPlace place) {
    return new Site(scope, node, "name", place.range(), Optional.empty());
  }
}

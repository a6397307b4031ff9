// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                      .ifPresent(template -> addTasks(scope, place, template, read)));
    }
    passArguments(whole, spec);
    addReads(whole, spec, templates);
  }

  private void addReads(Scope whole, YamlPlace spec, List<YamlPlace> templates) {
    for (YamlPlace.Entry entry : spec.entries()) {
      if (!entry.name().equals("templates")) {
        read(whole, Optional.empty(), entry.value());
      }
    }
    for (YamlPlace place : templates) {
      nameOf(place).ifPresent(name -> readTemplate(new Scope(whole.resource(), name), place));
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

  private void addTasks(
      Scope scope, YamlPlace place, Template template, Map<TemplateName, Template> templates) {
    List<YamlPlace> places = Locator.tasksOf(place);
    List<Task> tasks = template.calls();
    String word = template.body() instanceof TemplateBody.Dag ? "tasks." : "steps.";
    List<NodeId> ids = NodeIdsInScope.of(template).ids();
    for (int i = 0; i < Math.min(tasks.size(), places.size()); i++) {
      NodeId node = ids.get(i);
      Task task = tasks.get(i);
      passInputs(scope, node, places.get(i));
      for (YamlPlace.Entry hook : entries(places.get(i).get("hooks"))) {
        passInputs(scope, node, hook.value());
      }
      declareOutputs(scope, word + node.value(), task.call(), templates);
      declareItems(scope, node, places.get(i));
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

  private void declareOutputs(
      Scope scope, String task, Call call, Map<TemplateName, Template> templates) {
    Optional<Template> called =
        switch (call) {
          case Call.Local(TemplateName name) -> Optional.ofNullable(templates.get(name));
          case Call.Inline(Template inline) -> Optional.of(inline);
          case Call.Reference reference -> workflow.template(reference);
          case Call.None _ -> Optional.empty();
        };
    for (Value value : Value.values()) {
      for (String name : called.map(from -> names(from.outputs(), value)).orElse(List.of())) {
        VariableTable.Key key =
            new VariableTable.Key(
                Group.OUTPUT, scope, task + ".outputs." + value.key() + "." + name);
        table.know(key);
        if (call instanceof Call.Local(TemplateName local)) {
          Scope from = new Scope(scope.resource(), local);
          locator
              .template(from)
              .flatMap(template -> named(template.get("outputs", value.key()), name))
              .ifPresent(at -> table.write(key, site(from, at)));
        } else {
          table.source(key, Source.ELSEWHERE);
        }
      }
    }
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

  private void readTemplate(Scope scope, YamlPlace template) {
    List<YamlPlace> tasks = Locator.tasksOf(template);
    List<NodeId> ids =
        Scopes.template(workflow, scope)
            .map(found -> NodeIdsInScope.of(found).ids())
            .orElse(List.of());
    for (int i = 0; i < Math.min(tasks.size(), ids.size()); i++) {
      read(scope, Optional.of(ids.get(i)), tasks.get(i));
    }
    for (YamlPlace.Entry entry : template.entries()) {
      boolean holdsTasks = List.of("dag", "steps", "containerSet").contains(entry.name());
      if (!holdsTasks || tasks.isEmpty()) {
        read(scope, Optional.empty(), entry.value());
      }
    }
  }

  private void read(Scope scope, Optional<NodeId> node, YamlPlace place) {
    for (Reads.Read read : Reads.of(place.node()).all()) {
      read(scope, node, read, read.site(scope, node, place.start()));
    }
  }

  private void read(Scope scope, Optional<NodeId> node, Reads.Read read, Site site) {
    Scope whole = Scope.ofResource(scope.resource());
    boolean isOwnName = read.part(1).equals("name") && read.parts().size() == 2;
    switch (read.part(0)) {
      case "inputs" -> readInput(scope, read, site);
      case "tasks", "steps" ->
          readOutput(
              read,
              site,
              isOwnName
                  ? VariableTable.Key.run(read, whole)
                  : new VariableTable.Key(Group.OUTPUT, scope, read.rest(0)));
      case "item" -> {
        if (node.isPresent()) {
          table.read(VariableTable.Key.item(scope, node.get(), read.rest(0)), site);
        }
      }
      case "workflow" -> readWorkflow(whole, read, site);
      default -> readRun(VariableTable.Key.run(read, whole), site);
    }
  }

  private void readInput(Scope scope, Reads.Read read, Site site) {
    boolean isArtifact = read.part(1).equals("artifacts");
    Value value = isArtifact ? Value.ARTIFACT : Value.PARAMETER;
    VariableTable.Key whole = VariableTable.Key.input(scope, value, read.rest(2));
    if (read.parts().size() < 3) {
      table.readAll(Group.INPUT, scope, site);
    } else if (isArtifact && !table.knows(whole)) {
      table.read(
          VariableTable.Key.input(scope, value, read.part(2)), site); // inputs.artifacts.x.path
    } else {
      table.read(whole, site);
    }
  }

  /** What a template does not declare is Argo's, such as the result; a parameter cannot be. */
  private void readOutput(Reads.Read read, Site site, VariableTable.Key key) {
    boolean isDeclarable =
        List.of("parameters", "artifacts").contains(read.part(3)) && read.parts().size() > 4;
    if (!table.knows(key) && !isDeclarable) {
      table.source(key, Source.ARGO);
    }
    table.read(key, site);
  }

  private void readWorkflow(Scope whole, Reads.Read read, Site site) {
    switch (read.part(1)) {
      case "parameters" -> {
        if (read.parts().size() < 3 || read.rest(2).equals("json")) {
          table.readAll(Group.WORKFLOW_PARAMETER, whole, site);
        } else {
          VariableTable.Key key =
              VariableTable.Key.ofWorkflow(whole, Value.PARAMETER, read.rest(2));
          if (!table.knows(key)
              && workflow.resources().get(whole.resource()).kind() != ResourceKind.WORKFLOW) {
            table.source(key, Source.ELSEWHERE);
          }
          table.read(key, site);
        }
      }
      case "outputs" -> table.read(new VariableTable.Key(Group.GLOBAL, whole, read.rest(0)), site);
      default -> readRun(VariableTable.Key.run(read, whole), site);
    }
  }

  private void readRun(VariableTable.Key key, Site site) {
    table.source(key, Source.ARGO);
    table.read(key, site);
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

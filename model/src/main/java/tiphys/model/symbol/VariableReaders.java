// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.List;
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
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;

/** Notes who reads which variable, once all that are declared are known. */
final class VariableReaders {
  private final WorkflowFile workflow;
  private final VariableTable table;

  /** The tasks of templates that stand in tasks, as a tag names them. */
  private final Set<VariableTable.Key> inside;

  VariableReaders(WorkflowFile workflow, VariableTable table, Set<VariableTable.Key> inside) {
    this.workflow = workflow;
    this.table = table;
    this.inside = inside;
  }

  /** What is read outside of all templates. */
  void addSpec(Scope whole, YamlPlace spec) {
    for (YamlPlace.Entry entry : spec.entries()) {
      if (!entry.name().equals("templates")) {
        read(whole, Optional.empty(), Optional.empty(), entry.value());
      }
    }
  }

  /** What a template reads: by the tasks that read it, and beside them. */
  void addTemplate(Scope scope, YamlPlace template) {
    List<YamlPlace> tasks = Locator.tasksOf(template);
    List<NodeId> ids =
        Scopes.template(workflow, scope)
            .map(found -> NodeIdsInScope.of(found).ids())
            .orElse(List.of());
    for (int i = 0; i < Math.min(tasks.size(), ids.size()); i++) {
      Optional<NodeId> node = Optional.of(ids.get(i));
      read(scope, node, Optional.empty(), tasks.get(i));
      tasks.get(i).get("inline").ifPresent(inline -> addInline(scope, node, inline));
    }
    for (YamlPlace.Entry entry : template.entries()) {
      boolean holdsTasks = List.of("dag", "steps", "containerSet").contains(entry.name());
      if (!holdsTasks || tasks.isEmpty()) {
        read(scope, Optional.empty(), Optional.empty(), entry.value());
      }
    }
  }

  /** A template that stands in a task, and those that stand in its tasks. */
  private void addInline(Scope scope, Optional<NodeId> node, YamlPlace inline) {
    read(scope, node, node, inline);
    for (YamlPlace task : Locator.tasksOf(inline)) {
      task.get("inline").ifPresent(deeper -> addInline(scope, node, deeper));
    }
  }

  /**
   * @param around the task whose own template reads
   */
  private void read(Scope scope, Optional<NodeId> node, Optional<NodeId> around, YamlPlace place) {
    for (Reads.Read read : Reads.of(place.node()).all()) {
      Site site = read.site(scope, node, place.start());
      Optional<VariableTable.Key> own = around.flatMap(task -> ofInline(scope, task, read));
      own.ifPresentOrElse(key -> readOutput(read, site, key), () -> read(scope, node, read, site));
    }
  }

  /** What a tag in a template that stands in a task means there; empty where it means no more. */
  private Optional<VariableTable.Key> ofInline(Scope scope, NodeId task, Reads.Read read) {
    boolean isArtifact = read.part(1).equals("artifacts");
    return switch (read.part(0)) {
      case "inputs" ->
          Optional.of(
                  VariableTable.Key.inlineInput(
                      scope,
                      task,
                      isArtifact ? Value.ARTIFACT : Value.PARAMETER,
                      isArtifact ? read.part(2) : read.rest(2)))
              .filter(table::knows);
      case "tasks", "steps" ->
          inside.contains(
                  new VariableTable.Key(
                      Group.OUTPUT, scope, Optional.of(task), read.part(0) + "." + read.part(1)))
              ? Optional.of(
                  new VariableTable.Key(Group.OUTPUT, scope, Optional.of(task), read.rest(0)))
              : Optional.empty();
      default -> Optional.empty();
    };
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
}

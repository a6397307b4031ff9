// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowSpec;

/** What a version of a file is made of. */
record Parts(DiagramState state) {
  /** A resource. @param number its position in the file */
  record NumberedResource(int number, Resource resource) {
    /** As people say it: {@code Workflow hello}. */
    String name() {
      String title = resource.name().or(resource::generateName).orElse("");
      return (resource.kindName() + " " + title).strip();
    }
  }

  /** A template with a name. */
  record NamedTemplate(Scope scope, Template template) {
    String name() {
      return scope.template().value();
    }
  }

  /** A task, a step or a container of a set. */
  record NamedTask(NodeId id, Task task) {}

  /** The only resource of both is the same one, whatever its name. */
  static List<Pair<NumberedResource>> resources(Parts before, Parts after) {
    List<NumberedResource> old = before.resources();
    List<NumberedResource> now = after.resources();
    return old.size() == 1 && now.size() == 1
        ? List.of(Pair.of(old.getFirst(), now.getFirst()))
        : Pair.byName(old, now, NumberedResource::name);
  }

  private List<NumberedResource> resources() {
    List<Resource> all = state.workflow().resources();
    return IntStream.range(0, all.size())
        .mapToObj(number -> new NumberedResource(number, all.get(number)))
        .toList();
  }

  List<NamedTemplate> templates(int resource) {
    List<NamedTemplate> named = new ArrayList<>();
    for (Template template :
        Scopes.spec(state.workflow(), resource).map(WorkflowSpec::templates).orElse(List.of())) {
      template
          .name()
          .ifPresent(name -> named.add(new NamedTemplate(new Scope(resource, name), template)));
    }
    return named;
  }

  static List<NamedTask> tasks(Template template) {
    List<Task> tasks = Scopes.tasks(template);
    List<NodeId> ids = NodeIdsInScope.of(template).ids();
    return IntStream.range(0, tasks.size())
        .mapToObj(i -> new NamedTask(ids.get(i), tasks.get(i)))
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/**
 * Finds the place of a resource, a template or a task in one version of the text, and back. What is
 * written through an alias or a merge has no place of its own and is not found.
 */
public final class Locator {
  private final YamlTree tree;
  private final WorkflowFile workflow;

  public Locator(YamlTree tree, WorkflowFile workflow) {
    this.tree = tree;
    this.workflow = workflow;
  }

  public Optional<YamlPlace> resource(int number) {
    if (number < 0 || number >= workflow.resources().size()) {
      return Optional.empty();
    }
    Resource resource = workflow.resources().get(number);
    YamlPlace root = tree.documents().get(resource.address().document()).place();
    return resource.address().item().isEmpty()
        ? Optional.of(root)
        : root.get("items").map(items -> items.item(resource.address().item().getAsInt()));
  }

  /** The mapping that holds entrypoint and templates. */
  public Optional<YamlPlace> spec(int number) {
    Optional<YamlPlace> resource = resource(number);
    boolean isCron =
        resource.isPresent()
            && workflow.resources().get(number).kind() == ResourceKind.CRON_WORKFLOW;
    return isCron
        ? resource.flatMap(place -> place.get("spec", "workflowSpec"))
        : resource.flatMap(place -> place.get("spec"));
  }

  public Optional<YamlPlace> templates(int number) {
    return spec(number).flatMap(spec -> spec.get("templates")).filter(YamlPlace::isSequence);
  }

  /** The mapping of a template: the first of its name. */
  public Optional<YamlPlace> template(Scope scope) {
    Optional<YamlPlace> templates = templates(scope.resource());
    for (int i = 0; i < templates.map(YamlPlace::size).orElse(0); i++) {
      YamlPlace template = templates.orElseThrow().item(i);
      if (template
          .get("name")
          .flatMap(YamlPlace::text)
          .filter(scope.template().value()::equals)
          .isPresent()) {
        return Optional.of(template);
      }
    }
    return Optional.empty();
  }

  /** The mapping of a task, step or container. */
  public Optional<YamlPlace> task(Scope scope, NodeId node) {
    int position =
        Scopes.template(workflow, scope)
            .map(NodeIdsInScope::of)
            .map(ids -> ids.position(node))
            .orElse(-1);
    return position < 0 ? Optional.empty() : task(scope, position);
  }

  /** The mappings of all tasks of a scope, in order of declaration. */
  public List<YamlPlace> tasks(Scope scope) {
    return template(scope).map(Locator::tasksOf).orElse(List.of());
  }

  private Optional<YamlPlace> task(Scope scope, int position) {
    List<YamlPlace> tasks = tasks(scope);
    return position < tasks.size() ? Optional.of(tasks.get(position)) : Optional.empty();
  }

  /** The sequence that a scope's tasks stand in: of a DAG or a container set. */
  public Optional<YamlPlace> taskList(Scope scope) {
    return template(scope)
        .flatMap(
            template ->
                template
                    .get("dag", "tasks")
                    .or(() -> template.get("containerSet", "containers"))
                    .or(() -> template.get("steps")));
  }

  /** The mappings of the tasks, steps or containers of a template, in order of declaration. */
  public static List<YamlPlace> tasksOf(YamlPlace template) {
    Optional<YamlPlace> flat =
        template.get("dag", "tasks").or(() -> template.get("containerSet", "containers"));
    if (flat.isPresent() && Items.of(flat.get()) == Items.MAPPINGS) {
      return flat.get().items();
    }
    List<YamlPlace> tasks = new ArrayList<>();
    if (flat.isPresent()) {
      addMappings(flat.get(), tasks);
      return tasks;
    }
    for (YamlPlace group : template.get("steps").map(YamlPlace::items).orElse(List.of())) {
      if (group.isMapping()) {
        tasks.add(group);
      } else {
        addMappings(group, tasks);
      }
    }
    return tasks;
  }

  /** Whether all that stands in a sequence can be a task. */
  private enum Items {
    MAPPINGS,
    OTHERS_TOO;

    static Items of(YamlPlace place) {
      return place.node() instanceof YamlSequence sequence
              && !sequence.derivedInStretches(Items.class, Items::of).contains(OTHERS_TOO)
          ? MAPPINGS
          : OTHERS_TOO;
    }

    private static Items of(YamlSequence sequence, int from, int to) {
      for (int i = from; i < to; i++) {
        if (!(sequence.item(i) instanceof YamlMapping)) {
          return OTHERS_TOO;
        }
      }
      return MAPPINGS;
    }
  }

  private static void addMappings(YamlPlace sequence, List<YamlPlace> tasks) {
    for (YamlPlace item : sequence.items()) {
      if (item.node() instanceof YamlMapping) {
        tasks.add(item);
      }
    }
  }

  /**
   * The template, and the task if any, that a place of the text belongs to; of a resource without
   * templates, the resource.
   */
  public Optional<Location> at(int offset) {
    for (int i = workflow.resources().size() - 1; i >= 0; i--) {
      if (resource(i).filter(place -> place.start() <= offset).isPresent()) {
        int number = i;
        return Scopes.exists(workflow, Scope.ofResource(i))
            ? Optional.of(new Location(Scope.ofResource(i), Optional.empty()))
            : templates(i).flatMap(templates -> at(offset, number, templates));
      }
    }
    return Optional.empty();
  }

  private Optional<Location> at(int offset, int resource, YamlPlace templates) {
    for (YamlPlace template : templates.items()) {
      Optional<String> name = template.get("name").flatMap(YamlPlace::text);
      if (name.isPresent() && template.range().touches(offset)) {
        Scope scope = new Scope(resource, new TemplateName(name.get()));
        return Optional.of(new Location(scope, nodeAt(offset, scope, template)));
      }
    }
    return Optional.empty();
  }

  private Optional<NodeId> nodeAt(int offset, Scope scope, YamlPlace place) {
    Optional<Template> template = Scopes.template(workflow, scope);
    if (template.isEmpty()) {
      return Optional.empty();
    }
    boolean isLeaf =
        template.get().calls().isEmpty()
            && !(template.get().body() instanceof TemplateBody.ContainerSet);
    if (isLeaf) {
      return Optional.of(new NodeId(scope.template().value()));
    }
    List<YamlPlace> tasks = tasksOf(place);
    List<NodeId> ids = NodeIdsInScope.of(template.get()).ids();
    for (int i = 0; i < Math.min(tasks.size(), ids.size()); i++) {
      if (tasks.get(i).range().touches(offset)) {
        return Optional.of(ids.get(i));
      }
    }
    return Optional.empty();
  }
}

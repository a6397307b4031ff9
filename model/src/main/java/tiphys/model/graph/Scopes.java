// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/** What a scope means in a file. */
public final class Scopes {
  private Scopes() {}

  public static Optional<WorkflowSpec> spec(WorkflowFile file, int resource) {
    return resource < 0 || resource >= file.resources().size()
        ? Optional.empty()
        : file.resources().get(resource).spec();
  }

  public static Optional<Template> template(WorkflowFile file, Scope scope) {
    return spec(file, scope.resource()).flatMap(spec -> spec.template(scope.template()));
  }

  /**
   * What a scope's nodes stand for, in order of declaration and the same order as {@link
   * NodeIdsInScope}: tasks, steps, or the containers of a set.
   */
  public static List<Task> tasks(Template template) {
    return template.body() instanceof TemplateBody.ContainerSet set
        ? set.containers()
        : template.calls();
  }

  /**
   * Whether there is such a scope: a template, or a resource that has no templates of its own to
   * show instead.
   */
  public static boolean exists(WorkflowFile file, Scope scope) {
    if (!scope.isResource()) {
      return template(file, scope).isPresent();
    }
    return scope.resource() >= 0
        && scope.resource() < file.resources().size()
        && !file.resources().get(scope.resource()).hasNamedTemplates();
  }

  /** What is shown first of a resource: its entrypoint, else its first template, else itself. */
  public static Scope first(WorkflowFile file, int resource) {
    Optional<WorkflowSpec> spec = spec(file, resource);
    Optional<TemplateName> entrypoint =
        spec.flatMap(WorkflowSpec::entrypoint)
            .filter(name -> spec.get().template(name).isPresent());
    return entrypoint
        .or(
            () ->
                spec.stream()
                    .flatMap(found -> found.templates().stream())
                    .flatMap(template -> template.name().stream())
                    .findFirst())
        .map(name -> new Scope(resource, name))
        .orElseGet(() -> Scope.ofResource(resource));
  }

  /** Every template of a file that has a name, in order of place. */
  public static List<Scope> all(WorkflowFile file) {
    List<Scope> scopes = new ArrayList<>();
    for (int i = 0; i < file.resources().size(); i++) {
      Resource resource = file.resources().get(i);
      int number = i;
      resource
          .spec()
          .ifPresent(
              spec ->
                  spec.templates()
                      .forEach(
                          template ->
                              template
                                  .name()
                                  .ifPresent(name -> scopes.add(new Scope(number, name)))));
    }
    return scopes;
  }
}

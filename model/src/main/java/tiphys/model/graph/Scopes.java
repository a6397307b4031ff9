// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
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

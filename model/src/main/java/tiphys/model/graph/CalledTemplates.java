// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/** The templates that the tasks of one resource call. */
final class CalledTemplates {
  private final WorkflowFile workflow;

  /** The first of each name. */
  private final Map<TemplateName, Template> byName = new HashMap<>();

  CalledTemplates(WorkflowFile workflow, int resource) {
    this.workflow = workflow;
    Scopes.spec(workflow, resource)
        .ifPresent(
            spec ->
                spec.templates()
                    .forEach(t -> t.name().ifPresent(name -> byName.putIfAbsent(name, t))));
  }

  /** What a task calls; null where that is not there. */
  @Nullable Template of(Task task) {
    return switch (task.call()) {
      case Call.Local(TemplateName name) -> byName.get(name);
      case Call.Inline(Template inline) -> inline;
      case Call.Reference reference -> workflow.template(reference).orElse(null);
      case Call.None _ -> null;
    };
  }

  /** What holds of what was found in another revision of the same file. */
  Since since(CalledTemplates before) {
    List<Template> gone = new ArrayList<>();
    before.byName.forEach(
        (name, template) -> {
          if (isOther(Optional.ofNullable(byName.get(name)), template)) {
            gone.add(template);
          }
        });
    return new Since(List.copyOf(gone), byName.keySet().equals(before.byName.keySet()));
  }

  @SuppressWarnings("ReferenceEquality") // what an edit left alone is the same
  private static boolean isOther(Optional<Template> now, Template before) {
    return now.orElse(null) != before;
  }

  /**
   * @param gone those that are called no more, or are others by the same name
   */
  record Since(List<Template> gone, boolean hasSameNames) {
    boolean areSame() {
      return hasSameNames && gone.isEmpty();
    }

    /** Whether a task of the same resource that called a template may call another now. */
    @SuppressWarnings("ReferenceEquality") // what an edit left alone is the same
    boolean mayDiffer(@Nullable Template before) {
      if (before == null) {
        return !hasSameNames;
      }
      for (int i = 0; i < gone.size(); i++) {
        if (gone.get(i) == before) {
          return true;
        }
      }
      return false;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tiphys.app.message.Messages;
import tiphys.app.message.TriggerWords;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/**
 * A resource with its templates, or a template.
 *
 * @param hint says more, small
 * @param isPale whether it is left alone: a resource that is none of Argo's
 * @param isResource whether it is one of the file's resources, else a template of one
 * @param scope what the canvas shows of it
 */
record OutlineRow(
    String glyph,
    String title,
    String hint,
    boolean isPale,
    boolean isResource,
    Scope scope,
    List<OutlineRow> inside) {
  OutlineRow {
    inside = List.copyOf(inside);
  }

  /** One row for each resource of a file, in order of place. */
  static List<OutlineRow> of(WorkflowFile file, Messages messages) {
    List<OutlineRow> rows = new ArrayList<>();
    for (int i = 0; i < file.resources().size(); i++) {
      rows.add(of(file, i, messages));
    }
    return rows;
  }

  private static OutlineRow of(WorkflowFile file, int number, Messages messages) {
    Resource resource = file.resources().get(number);
    List<OutlineRow> inside = new ArrayList<>();
    resource
        .spec()
        .ifPresent(
            spec ->
                spec.templates()
                    .forEach(
                        template ->
                            template
                                .name()
                                .ifPresent(
                                    name ->
                                        inside.add(
                                            of(
                                                new Scope(number, name),
                                                template,
                                                spec,
                                                messages)))));
    boolean isPale = resource.kind() == ResourceKind.OTHER;
    String kind =
        isPale ? messages.text("outline.other", resource.kindName()) : resource.kindName();
    String hint =
        resource
            .trigger()
            .map(trigger -> kind + " · " + new TriggerWords(messages).of(trigger))
            .orElse(kind);
    return new OutlineRow(
        glyph(resource.kind()),
        resource.title(),
        hint,
        isPale,
        true,
        Scopes.first(file, number),
        inside);
  }

  private static OutlineRow of(
      Scope scope, Template template, WorkflowSpec spec, Messages messages) {
    TemplateName name = scope.template();
    String argoName = template.body().argoName();
    String glyph = argoName.isEmpty() ? "unknown" : argoName;
    String kind =
        messages.text("kind." + glyph.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    String hint = kind;
    if (spec.entrypoint().filter(name::equals).isPresent()) {
      hint = messages.text("outline.entrypoint", kind);
    } else if (spec.onExit().filter(name::equals).isPresent()) {
      hint = messages.text("outline.on-exit", kind);
    }
    return new OutlineRow(glyph, name.value(), hint, false, false, scope, List.of());
  }

  private static String glyph(ResourceKind kind) {
    return switch (kind) {
      case WORKFLOW -> "window";
      case WORKFLOW_TEMPLATE -> "note";
      case CLUSTER_WORKFLOW_TEMPLATE -> "cloud";
      case CRON_WORKFLOW -> "schedule";
      case WORKFLOW_EVENT_BINDING -> "event";
      case OTHER -> "unknown";
    };
  }
}

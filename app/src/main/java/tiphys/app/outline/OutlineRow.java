// SPDX-License-Identifier: Apache-2.0
package tiphys.app.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tiphys.app.message.Messages;
import tiphys.app.message.TriggerWords;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
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
 * @param isPale whether it is left alone: a resource that is none of Argo's, or a part of the text
 *     that cannot be read now
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

  /** While a text can be read only in part, what it held before is still there, pale. */
  static List<OutlineRow> of(DiagramState state, Messages messages) {
    List<OutlineRow> now = of(state.workflow(), messages);
    return state.lastWhole().map(last -> kept(of(last.workflow(), messages), now)).orElse(now);
  }

  private static List<OutlineRow> kept(List<OutlineRow> last, List<OutlineRow> now) {
    Map<Scope, OutlineRow> read = new HashMap<>();
    now.forEach(row -> read.put(row.scope(), row));
    List<OutlineRow> rows = new ArrayList<>();
    for (OutlineRow was : last) {
      Optional<OutlineRow> is = Optional.ofNullable(read.remove(was.scope()));
      List<OutlineRow> inside = kept(was.inside(), is.map(OutlineRow::inside).orElse(List.of()));
      OutlineRow said = is.orElse(was);
      rows.add(
          new OutlineRow(
              said.glyph(),
              said.title(),
              said.hint(),
              is.isEmpty() || said.isPale(),
              said.isResource(),
              said.scope(),
              inside));
    }
    now.stream().filter(row -> read.containsKey(row.scope())).forEach(rows::add);
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

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Messages;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.Scope;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowSpec;

/** What can be found now: the actions that can be done, then the templates and tasks of a file. */
final class Findables {
  private Findables() {}

  static List<Findable> of(List<ActionGroup> groups, Optional<Editor> editor, Messages messages) {
    List<Findable> all = new ArrayList<>();
    for (ActionGroup group : groups) {
      String menu = messages.text("window.menu." + group.key());
      for (List<Action> section : group.sections()) {
        for (Action action : section) {
          if (action.enabled().getValue() && !action.key().equals("find-command")) {
            String keys =
                action.shortcut().map(combination -> combination.getDisplayText()).orElse("");
            all.add(Findable.of(action.label().getValue(), menu, keys, action::perform));
          }
        }
      }
    }
    editor.ifPresent(shown -> addPlaces(all, shown, messages));
    return all;
  }

  private static void addPlaces(List<Findable> all, Editor editor, Messages messages) {
    List<Resource> resources = editor.state().get().workflow().resources();
    for (int i = 0; i < resources.size(); i++) {
      List<Template> templates =
          resources.get(i).spec().map(WorkflowSpec::templates).orElse(List.of());
      for (Template template : templates) {
        if (template.name().isPresent()) {
          addTemplate(all, editor, new Scope(i, template.name().get()), template, messages);
        }
      }
    }
  }

  private static void addTemplate(
      List<Findable> all, Editor editor, Scope scope, Template template, Messages messages) {
    String name = scope.template().value();
    all.add(
        Findable.of(
            name,
            messages.text("window.palette.template", template.body().argoName()),
            "",
            () -> editor.open(scope)));
    if (template.calls().isEmpty()) {
      return;
    }
    boolean isShown = editor.scope().filter(scope::equals).isPresent();
    for (FlowNode node : editor.state().get().graph(scope).nodes()) {
      String kind =
          messages.text("kind." + node.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      all.add(
          new Findable(
              node.title(),
              messages.text("window.palette.task", name, kind),
              "",
              () -> {
                editor.open(scope);
                editor.select(Selection.of(node.id()));
              },
              () -> {
                if (isShown) {
                  editor.select(Selection.of(node.id()));
                }
              }));
    }
  }
}

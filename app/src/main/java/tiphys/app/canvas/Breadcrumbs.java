// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import tiphys.app.editor.Crumb;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.Scope;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Template;

/** The way from the file's resource down to the template that is shown. */
final class Breadcrumbs extends HBox {
  private final Editor editor;
  private final Messages messages;
  private List<Object> shown = List.of();

  Breadcrumbs(Editor editor, Messages messages) {
    this.editor = editor;
    this.messages = messages;
    getStyleClass().add("breadcrumbs");
    setAlignment(Pos.CENTER_LEFT);
    setPickOnBounds(false);
    editor.scopePath().subscribe(_ -> show());
    editor.state().subscribe(_ -> show());
  }

  /** Controls are dear; most edits leave all of this as it is. */
  private void show() {
    List<Crumb> path = editor.scopePath().get();
    List<Object> next = new ArrayList<>(path);
    if (!path.isEmpty()) {
      Scope last = path.getLast().scope();
      next.add(resource(path.getFirst().scope()).map(Resource::title));
      next.add(editor.state().get().graph(last).nodes().size());
      next.add(template(last).map(this::kind));
    }
    if (!next.equals(shown)) {
      shown = next;
      build(path);
    }
  }

  private void build(List<Crumb> path) {
    getChildren().clear();
    if (path.isEmpty()) {
      return;
    }
    resource(path.getFirst().scope()).ifPresent(resource -> addTitle(resource.title()));
    for (int i = 0; i < path.size(); i++) {
      getChildren().add(new GlyphView("chevron-right", 10));
      String name = path.get(i).scope().template().value();
      if (i == path.size() - 1) {
        Label last = new Label(name);
        last.getStyleClass().add("breadcrumb-here");
        getChildren().add(last);
      } else {
        int number = i;
        getChildren().add(Buttons.words(name, () -> editor.goTo(number)));
      }
    }
    addBadge(path.getLast().scope());
  }

  private void addTitle(String title) {
    Label label = new Label(title);
    label.getStyleClass().add("breadcrumb-title");
    getChildren().add(label);
  }

  private void addBadge(Scope scope) {
    int nodes = editor.state().get().graph(scope).nodes().size();
    template(scope).ifPresent(template -> addBadge(template, nodes));
  }

  private Optional<Template> template(Scope scope) {
    return resource(scope).flatMap(Resource::spec).flatMap(spec -> spec.template(scope.template()));
  }

  private void addBadge(Template template, int nodes) {
    Label badge = new Label(messages.text("canvas.badge", kind(template), nodes));
    badge.getStyleClass().add("canvas-badge");
    getChildren().add(badge);
  }

  private String kind(Template template) {
    String name = template.body().argoName();
    String key = name.equals("containerSet") ? "container-set" : name;
    return messages.text("kind." + (key.isEmpty() ? "unknown" : key));
  }

  private Optional<Resource> resource(Scope scope) {
    List<Resource> resources = editor.state().get().workflow().resources();
    return scope.resource() < resources.size()
        ? Optional.of(resources.get(scope.resource()))
        : Optional.empty();
  }
}

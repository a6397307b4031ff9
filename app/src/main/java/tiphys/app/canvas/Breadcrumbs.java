// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import tiphys.app.editor.Crumb;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Origin;
import tiphys.app.message.Messages;
import tiphys.app.message.TriggerWords;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.Inside;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.Trigger;

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
    editor.origin().subscribe(_ -> show());
  }

  /** Controls are dear; most edits leave all of this as it is. */
  private void show() {
    List<Crumb> path = editor.scopePath().get();
    List<Object> next = new ArrayList<>(path);
    if (!path.isEmpty()) {
      Scope last = path.getLast().scope();
      Optional<Resource> resource = resource(path.getFirst().scope());
      next.add(resource.map(Resource::title));
      next.add(resource.flatMap(Resource::trigger));
      next.add(names());
      next.add(editor.origin().get().map(Origin::title));
      next.add(editor.state().get().graph(last).nodes().size());
      next.add(template(last).map(this::kind));
      next.add(uses(path.getLast()));
    }
    if (!next.equals(shown)) {
      shown = next;
      build(path);
    }
  }

  /** Whatever the lists to choose from are made of. */
  private List<String> names() {
    return editor.state().get().workflow().resources().stream()
        .flatMap(
            resource ->
                Stream.concat(
                    Stream.of(resource.title(), resource.kindName()),
                    resource.spec().stream()
                        .flatMap(spec -> spec.templates().stream())
                        .map(template -> template.name().map(TemplateName::value).orElse(""))))
        .toList();
  }

  private void build(List<Crumb> path) {
    getChildren().clear();
    if (path.isEmpty()) {
      return;
    }
    editor.origin().get().ifPresent(this::addWayBack);
    addResource(path.getFirst().scope());
    for (int i = 0; i < path.size() && !path.get(i).scope().isResource(); i++) {
      getChildren().add(new GlyphView("chevron-right", 10));
      String name = path.get(i).scope().template().value();
      if (i == path.size() - 1) {
        getChildren().add(here(path.get(i).scope()));
      } else {
        int number = i;
        getChildren().add(Buttons.words(name, () -> editor.goTo(number)));
      }
    }
    addBadge(path.getLast().scope());
    addShared(path.getLast());
    resource(path.getFirst().scope()).flatMap(Resource::trigger).ifPresent(this::addTrigger);
  }

  /** The file's resource; where there are several, with a list of them to go to. */
  private void addResource(Scope scope) {
    List<Resource> resources = editor.state().get().workflow().resources();
    String title = resource(scope).map(Resource::title).orElse("");
    if (resources.size() < 2) {
      Label label = new Label(title);
      label.getStyleClass().add("breadcrumb-title");
      getChildren().add(label);
      return;
    }
    List<ScopeMenu.Place> places = new ArrayList<>();
    for (int i = 0; i < resources.size(); i++) {
      Scope first = Scopes.first(editor.state().get().workflow(), i);
      Resource resource = resources.get(i);
      boolean isOther = resource.kind() == ResourceKind.OTHER;
      String name = resource.title() + " · " + resource.kindName();
      places.add(new ScopeMenu.Place(name, first, isOther));
    }
    Scope shownNow = Scopes.first(editor.state().get().workflow(), scope.resource());
    Button button = new ScopeMenu(editor, places, shownNow).button(title);
    button.setId("breadcrumb-resources");
    button.setAccessibleText(messages.text("canvas.crumbs.resources", title));
    getChildren().add(button);
  }

  /** The template that is shown; where there are several, with a list of them to go to. */
  private Node here(Scope scope) {
    String name = scope.template().value();
    List<ScopeMenu.Place> places =
        Scopes.all(editor.state().get().workflow()).stream()
            .filter(other -> other.resource() == scope.resource())
            .map(other -> new ScopeMenu.Place(other.template().value(), other, false))
            .toList();
    if (places.size() < 2) {
      Label last = new Label(name);
      last.getStyleClass().add("breadcrumb-here");
      return last;
    }
    Button button = new ScopeMenu(editor, places, scope).button(name);
    button.setId("breadcrumb-templates");
    button.getStyleClass().add("breadcrumb-here");
    button.setAccessibleText(messages.text("canvas.crumbs.templates", name));
    return button;
  }

  private void addWayBack(Origin origin) {
    Button back = Buttons.words("‹ " + origin.title(), origin.back());
    back.setId("breadcrumb-back");
    back.setAccessibleText(messages.text("canvas.crumbs.back", origin.title()));
    getChildren().add(back);
  }

  private void addTrigger(Trigger trigger) {
    Label label = new Label(new TriggerWords(messages).of(trigger));
    label.setId("breadcrumb-trigger");
    label.setGraphic(new GlyphView(trigger instanceof Trigger.Cron ? "schedule" : "event", 12));
    label.getStyleClass().add("canvas-badge");
    getChildren().add(label);
  }

  private void addBadge(Scope scope) {
    int nodes = editor.state().get().graph(scope).nodes().size();
    template(scope).ifPresent(template -> addBadge(template, nodes));
  }

  /** What is changed within a frame changes wherever its template runs. */
  private void addShared(Crumb crumb) {
    int uses = uses(crumb);
    if (uses > 1) {
      Label label = new Label(messages.text("canvas.shared", uses));
      label.setId("breadcrumb-shared");
      label.setGraphic(new GlyphView("copy", 12));
      label.getStyleClass().add("canvas-badge");
      getChildren().add(label);
    }
  }

  private int uses(Crumb crumb) {
    return crumb.isInPlace() ? Inside.of(editor.state().get(), crumb.scope()).uses() : 0;
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

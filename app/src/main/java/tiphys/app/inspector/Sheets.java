// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.editor.Selection;
import tiphys.app.message.Messages;
import tiphys.model.command.FieldOwner;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.schema.Definition;
import tiphys.model.schema.FieldType;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlPlace;

/** Reads what is chosen of a state as a {@link Sheet}. */
final class Sheets {
  private static final FieldType CONTAINER = new FieldType.ObjectOf("ContainerNode");

  private final DiagramState state;
  private final Messages messages;
  private final Set<String> opened;

  private Sheets(DiagramState state, Messages messages, Set<String> opened) {
    this.state = state;
    this.messages = messages;
    this.opened = opened;
  }

  /**
   * @param opened ids of rows to show though nothing is written there yet
   */
  static Sheet of(
      DiagramState state,
      Optional<Scope> scope,
      Selection selection,
      Messages messages,
      Set<String> opened) {
    Sheets sheets = new Sheets(state, messages, opened);
    if (scope.isEmpty()) {
      return sheets.workflow(0, Optional.empty());
    }
    if (selection.nodes().size() > 1) {
      return sheets.several(scope.get(), selection.nodes());
    }
    return selection
        .single()
        .flatMap(node -> sheets.node(scope.get(), node))
        .orElseGet(() -> sheets.workflow(scope.get().resource(), scope));
  }

  /** A page read again from another state; empty where that does not have it. */
  static Optional<Sheet.Page> again(
      Sheet.Page page, DiagramState state, Messages messages, Set<String> opened) {
    Sheets sheets = new Sheets(state, messages, opened);
    FieldOwner owner = page.subject().owner();
    int resource =
        switch (owner) {
          case FieldOwner.OfTask(Scope scope, var _) -> scope.resource();
          case FieldOwner.OfTemplate(Scope scope) -> scope.resource();
          case FieldOwner.OfResource(int number) -> number;
        };
    return resource < state.workflow().resources().size()
        ? sheets.page(page.key(), resource, owner, page.subject().prefix(), sheets.called(owner))
        : Optional.empty();
  }

  /** The template that a task calls. */
  private Optional<Scope> called(FieldOwner owner) {
    return owner instanceof FieldOwner.OfTask(Scope scope, var _)
        ? owner
            .place(state)
            .flatMap(task -> task.get("template"))
            .flatMap(YamlPlace::text)
            .map(name -> new Scope(scope.resource(), new TemplateName(name)))
        : Optional.empty();
  }

  private Sheet several(Scope scope, Set<NodeId> nodes) {
    return new Sheet(
        "select",
        messages.text("inspector.several", nodes.size()),
        messages.text("inspector.in-template", scope.template().value()),
        List.of(),
        nodes);
  }

  private Optional<Sheet> node(Scope scope, NodeId node) {
    Optional<YamlPlace> task = state.locator().task(scope, node);
    if (task.isEmpty()) {
      return Optional.empty();
    }
    Optional<FlowNode> drawn =
        state.graph(scope).nodes().stream().filter(n -> n.id().equals(node)).findFirst();
    NodeKind kind = drawn.map(FlowNode::kind).orElse(NodeKind.UNKNOWN);
    List<Sheet.Page> pages = new ArrayList<>();
    FieldOwner owner = new FieldOwner.OfTask(scope, node);
    Optional<Scope> called = called(owner);
    String key = owner.type(state).equals(CONTAINER) ? "container" : "task";
    page(key, scope.resource(), owner, "task.", called).ifPresent(pages::add);
    called.flatMap(this::template).ifPresent(pages::add);
    return Optional.of(
        new Sheet(
            glyph(kind),
            drawn.map(FlowNode::title).orElseGet(node::value),
            messages.text(
                "inspector.task-in", scope.template().value(), messages.text("kind." + key(kind))),
            pages,
            Set.of(node)));
  }

  private Sheet workflow(int number, Optional<Scope> scope) {
    Optional<YamlPlace> resource = state.locator().resource(number);
    Optional<Resource> read =
        number < state.workflow().resources().size()
            ? Optional.of(state.workflow().resources().get(number))
            : Optional.empty();
    if (resource.isEmpty() || read.isEmpty()) {
      return new Sheet("unknown", messages.text("inspector.nothing"), "", List.of(), Set.of());
    }
    List<Sheet.Page> pages = new ArrayList<>();
    FieldOwner owner = new FieldOwner.OfResource(number);
    page("workflow", number, owner, "resource." + number + ".", Optional.empty())
        .ifPresent(pages::add);
    scope.flatMap(this::template).ifPresent(pages::add);
    return new Sheet("window", read.get().title(), read.get().kindName(), pages, Set.of());
  }

  private Optional<Sheet.Page> template(Scope scope) {
    return page(
        "template",
        scope.resource(),
        new FieldOwner.OfTemplate(scope),
        "template." + scope + ".",
        Optional.empty());
  }

  /**
   * @param called the template whose inputs the arguments are for
   */
  private Optional<Sheet.Page> page(
      String key, int resource, FieldOwner owner, String prefix, Optional<Scope> called) {
    Optional<Subject> subject = Subject.of(state, resource, owner, prefix, opened);
    Optional<Definition> definition = Subject.definition(state, owner);
    if (subject.isEmpty() || definition.isEmpty()) {
      return Optional.empty();
    }
    Arguments declared =
        called
            .flatMap(scope -> Scopes.template(state.workflow(), scope))
            .map(Template::inputs)
            .orElse(Arguments.NONE);
    Map<FormSection, List<Field>> read =
        new FieldReader(subject.get(), messages, declared)
            .read(definition.get(), subject.get().place());
    List<Sheet.Section> sections = new ArrayList<>();
    read.forEach(
        (section, fields) ->
            sections.add(
                new Sheet.Section(
                    section == FormSection.WHAT
                        ? ""
                        : messages.text("inspector.section." + section.key()),
                    fields)));
    return Optional.of(new Sheet.Page(key, subject.get(), definition.get(), sections));
  }

  private static String key(NodeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String glyph(NodeKind kind) {
    return key(kind);
  }
}

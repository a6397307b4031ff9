// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tiphys.app.editor.Selection;
import tiphys.app.message.Messages;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlPlace;

/** Reads what is chosen of a state as a {@link Sheet}. */
final class Sheets {
  private final DiagramState state;
  private final Messages messages;

  private Sheets(DiagramState state, Messages messages) {
    this.state = state;
    this.messages = messages;
  }

  static Sheet of(
      DiagramState state, Optional<Scope> scope, Selection selection, Messages messages) {
    Sheets sheets = new Sheets(state, messages);
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
    TaskPage page = new TaskPage(state, messages, scope, node, task.get());
    Optional<Sheet.Page> template =
        task.get()
            .get("template")
            .flatMap(YamlPlace::text)
            .map(name -> new Scope(scope.resource(), new TemplateName(name)))
            .flatMap(this::template);
    return Optional.of(
        new Sheet(
            glyph(kind),
            drawn.map(FlowNode::title).orElseGet(node::value),
            messages.text(
                "inspector.task-in", scope.template().value(), messages.text("kind." + key(kind))),
            template
                .map(found -> List.of(page.page(), found))
                .orElseGet(() -> List.of(page.page())),
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
    Sheet.Page page = new WorkflowPage(messages, number, read.get(), resource.get()).page();
    return new Sheet(
        "window",
        read.get().title(),
        read.get().kindName(),
        scope
            .flatMap(this::template)
            .map(template -> List.of(page, template))
            .orElseGet(() -> List.of(page)),
        Set.of());
  }

  private Optional<Sheet.Page> template(Scope scope) {
    return state
        .locator()
        .template(scope)
        .map(place -> new TemplatePage(messages, scope, place).page());
  }

  private static String key(NodeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String glyph(NodeKind kind) {
    return key(kind);
  }
}

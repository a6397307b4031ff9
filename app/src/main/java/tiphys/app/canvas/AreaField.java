// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.model.command.SetArea;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Problem;
import tiphys.model.state.Area;

/** Asks for the name of the area that the chosen cards are put into, and for another one later. */
final class AreaField {
  private final CanvasViewModel model;
  private final Editor editor;
  private final RenameField field;

  /** Hidden at first. @param focus gives the focus back to the canvas */
  AreaField(CanvasViewModel model, Messages messages, Runnable focus) {
    this.model = model;
    this.editor = model.editor();
    this.field =
        new RenameField(
            messages.text("canvas.area"),
            messages,
            (_, name) -> put(model.selection().nodes(), Optional.of(name)),
            focus);
    field.setId("area-field");
  }

  Node node() {
    return field;
  }

  void show(Frame frame, double width) {
    field.show(frame, width);
  }

  /** Over the topmost of the chosen cards, with the name of the area that they are all in. */
  void ask() {
    Set<NodeId> chosen = new LinkedHashSet<>(model.selection().nodes());
    topmost(chosen)
        .ifPresent(
            node -> field.ask(node, nameOf(chosen), (_, name) -> put(chosen, Optional.of(name))));
  }

  void rename(Area area) {
    topmost(area.members())
        .ifPresent(
            node ->
                field.ask(node, area.name(), (_, name) -> put(area.members(), Optional.of(name))));
  }

  /** Takes the chosen cards out of their areas. */
  void leave() {
    put(model.selection().nodes(), Optional.empty());
  }

  private Optional<NodeId> topmost(Set<NodeId> nodes) {
    return nodes.stream()
        .filter(node -> model.drawing().boxOf(node).isPresent())
        .min(
            (one, other) ->
                Double.compare(
                    model.drawing().boxOf(one).orElseThrow().y(),
                    model.drawing().boxOf(other).orElseThrow().y()));
  }

  private String nameOf(Set<NodeId> nodes) {
    List<Area> areas = model.frame().get().around().scene().active().areas();
    return areas.stream()
        .filter(area -> area.members().containsAll(nodes))
        .findFirst()
        .map(Area::name)
        .orElse("");
  }

  private Optional<Problem> put(Set<NodeId> nodes, Optional<String> name) {
    return editor
        .scope()
        .map(scope -> editor.apply(new SetArea(scope, nodes, name)))
        .flatMap(outcome -> outcome.refusal());
  }
}

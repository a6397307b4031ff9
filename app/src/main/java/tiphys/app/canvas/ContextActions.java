// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import tiphys.app.editor.EditTool;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.workflow.Behaviour;

/** The menu of the right button: what can be done with what lies under it. */
final class ContextActions {
  private final CanvasViewModel model;
  private final Messages messages;
  private final CanvasKeys keys;

  ContextActions(CanvasViewModel model, CanvasKeys keys, Messages messages) {
    this.keys = keys;
    this.model = model;
    this.messages = messages;
  }

  /** What the menu's entries ask for. */
  interface Listener {
    void add();

    void addAfter(FlowNode node);

    void connect(FlowNode node);

    void rename(FlowNode node);

    void delete();

    void mend(FlowNode node);

    void use(EditTool tool);
  }

  /**
   * @param offered what else there is for a card
   */
  ContextMenu menu(Listener listener, Function<NodeId, List<MenuItem>> offered) {
    ContextMenu menu = new ContextMenu();
    Optional<FlowNode> node = model.singleNode();
    if (node.filter(single -> single.has(Behaviour.LOST)).isPresent()) {
      menu.getItems().add(item("lost", "canvas.pad.mend", () -> listener.mend(node.get())));
      return menu;
    }
    node.ifPresent(
        single -> {
          addForNode(menu, single, listener);
          List<MenuItem> more = offered.apply(single.id());
          if (!more.isEmpty()) {
            menu.getItems().addAll(more);
            menu.getItems().add(new SeparatorMenuItem());
          }
        });
    addTools(menu, listener);
    if (!model.selection().isEmpty()) {
      menu.getItems().add(item("delete", "canvas.pad.delete", listener::delete));
    } else {
      menu.getItems()
          .addAll(
              item("add", "canvas.menu.add", listener::add),
              new SeparatorMenuItem(),
              item("select", "canvas.menu.all", CanvasKey.SELECT_ALL, model::selectAll),
              item("fit", "canvas.zoom.fit", CanvasKey.FIT, model::fit),
              item("layout", "canvas.tidy", model::layOut),
              item("layout", "window.action.turn", model::turn));
    }
    return menu;
  }

  private void addTools(ContextMenu menu, Listener listener) {
    for (EditTool tool : EditTool.values()) {
      if (tool.needs().isMetBy(model.selection()) && hasUse(tool)) {
        MenuItem item = item(tool.glyph(), "window.action." + tool.key(), () -> listener.use(tool));
        item.setId("canvas-" + tool.key());
        keys.combinations(tool).stream().findFirst().ifPresent(item::setAccelerator);
        menu.getItems().add(item);
      }
    }
    menu.getItems().add(new SeparatorMenuItem());
  }

  /** Of a fan-out there is something to see only while a run is shown. */
  private boolean hasUse(EditTool tool) {
    return tool != EditTool.OPEN_STACK
        || model
            .selection()
            .single()
            .filter(node -> Stacks.isStack(model.frame().get(), node))
            .isPresent();
  }

  private void addForNode(ContextMenu menu, FlowNode node, Listener listener) {
    if (node.leadsSomewhere()) {
      menu.getItems().add(item("inside", "canvas.pad.open", () -> model.editor().open(node.id())));
    }
    menu.getItems()
        .addAll(
            item("add", "canvas.pad.add", CanvasKey.ADD_AFTER, () -> listener.addAfter(node)),
            item("connect", "canvas.pad.connect", CanvasKey.CONNECT, () -> listener.connect(node)),
            item("rename", "canvas.menu.rename", CanvasKey.RENAME, () -> listener.rename(node)),
            new SeparatorMenuItem());
  }

  private MenuItem item(String glyph, String sentence, CanvasKey key, Runnable action) {
    MenuItem item = item(glyph, sentence, action);
    keys.combinations(key).stream().findFirst().ifPresent(item::setAccelerator);
    return item;
  }

  private MenuItem item(String glyph, String key, Runnable action) {
    MenuItem item = new MenuItem(messages.text(key), new GlyphView(glyph, GlyphView.SMALL));
    item.setOnAction(_ -> action.run());
    return item;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import tiphys.app.message.Messages;
import tiphys.model.command.Slot;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Problem;

/** Offers to add, rename and remove what the template of a card takes in and gives out. */
final class SlotMenu {
  /** Asks for a name at a card. */
  interface Asker {
    void ask(NodeId about, String text, BiFunction<NodeId, String, Optional<Problem>> does);
  }

  private final TemplateEdits edits;
  private final Messages messages;
  private final Asker asker;

  SlotMenu(TemplateEdits edits, Messages messages, Asker asker) {
    this.edits = edits;
    this.messages = messages;
    this.asker = asker;
  }

  ContextMenu of(NodeId node) {
    ContextMenu menu = new ContextMenu();
    menu.getStyleClass().add("slot-menu");
    for (Slot slot : Slot.values()) {
      String key = slot.name().toLowerCase(Locale.ROOT).replace('_', '-');
      MenuItem add = new MenuItem(messages.text("canvas.slot.add-" + key));
      add.setId("add-" + key);
      add.setOnAction(_ -> asker.ask(node, "", (_, name) -> edits.addSlot(slot, name)));
      menu.getItems().add(add);
    }
    for (Slot slot : Slot.values()) {
      List<String> names = edits.slots(slot);
      if (!names.isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
        names.forEach(name -> menu.getItems().add(of(node, slot, name)));
      }
    }
    return menu;
  }

  private Menu of(NodeId node, Slot slot, String name) {
    Menu menu = new Menu(slot.path() + "." + name);
    menu.setMnemonicParsing(false);
    MenuItem rename = new MenuItem(messages.text("canvas.slot.rename"));
    rename.setId("rename-" + name);
    rename.setOnAction(_ -> asker.ask(node, name, (_, next) -> edits.renameSlot(slot, name, next)));
    MenuItem remove = new MenuItem(messages.text("canvas.slot.remove"));
    remove.setId("remove-" + name);
    remove.setOnAction(_ -> edits.removeSlot(slot, name));
    menu.getItems().addAll(rename, remove);
    return menu;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import tiphys.app.message.Messages;
import tiphys.model.command.SetHook;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Problem;
import tiphys.model.workflow.TemplateName;

/** Offers to add, change and remove what runs at moments of a task, or of the workflow. */
final class HookMenu {
  /** Asks for a text at a card, or in the middle where there is none. */
  interface Asker {
    void ask(Optional<NodeId> at, String text, BiFunction<NodeId, String, Optional<Problem>> does);
  }

  private final HookEdits edits;
  private final Messages messages;
  private final Asker asker;

  HookMenu(HookEdits edits, Messages messages, Asker asker) {
    this.edits = edits;
    this.messages = messages;
    this.asker = asker;
  }

  /** For all hooks. @param task empty for the workflow */
  ContextMenu of(Optional<NodeId> task) {
    ContextMenu menu = new ContextMenu();
    menu.getStyleClass().add("hook-menu");
    List<FlowHook> hooks = edits.hooks(task);
    boolean hasExit = hooks.stream().anyMatch(FlowHook::isExit);
    String whose = task.isEmpty() ? "workflow" : "task";
    if (!hasExit) {
      menu.getItems()
          .add(
              templates(
                  "hook-exit",
                  "canvas.hook.exit-" + whose,
                  called -> edits.set(task, SetHook.EXIT, Optional.of(called), "")));
    }
    menu.getItems()
        .add(templates("hook-when", "canvas.hook.when-" + whose, called -> add(task, called)));
    for (FlowHook hook : hooks) {
      Menu of = new Menu(messages.text("canvas.hook.of", hook.name(), hook.runs()));
      of.setMnemonicParsing(false);
      of.setId("hook-" + hook.name());
      of.getItems().addAll(items(task, hook));
      menu.getItems().addAll(new SeparatorMenuItem(), of);
    }
    return menu;
  }

  /** For one hook. */
  ContextMenu of(Optional<NodeId> task, FlowHook hook) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(items(task, hook));
    return menu;
  }

  private List<MenuItem> items(Optional<NodeId> task, FlowHook hook) {
    MenuItem open = item("hook-open", "canvas.hook.open", () -> edits.open(hook));
    open.setDisable(hook.opens().isEmpty());
    Menu change =
        templates(
            "hook-change",
            "canvas.hook.change",
            called -> edits.set(task, hook.name(), Optional.of(called), hook.expression()));
    MenuItem when =
        item("hook-expression", "canvas.hook.expression", () -> askExpression(task, hook));
    when.setDisable(hook.opens().isEmpty());
    MenuItem remove =
        item(
            "hook-remove",
            "canvas.hook.remove",
            () -> edits.set(task, hook.name(), Optional.empty(), ""));
    return hook.isExit() ? List.of(open, change, remove) : List.of(open, change, when, remove);
  }

  private void add(Optional<NodeId> task, TemplateName called) {
    String name = edits.freeName(task);
    String usual = edits.usualExpression(task);
    if (edits.set(task, name, Optional.of(called), usual).isEmpty()) {
      edits.hooks(task).stream()
          .filter(hook -> hook.name().equals(name))
          .findFirst()
          .ifPresent(hook -> askExpression(task, hook));
    }
  }

  private void askExpression(Optional<NodeId> task, FlowHook hook) {
    asker.ask(
        task, hook.expression(), (_, text) -> edits.set(task, hook.name(), hook.opens(), text));
  }

  private Menu templates(String id, String key, Consumer<TemplateName> choose) {
    Menu menu = new Menu(messages.text(key));
    menu.setId(id);
    for (TemplateName name : edits.templates()) {
      MenuItem item = new MenuItem(name.value());
      item.setMnemonicParsing(false);
      item.setId(id + "-" + name.value());
      item.setOnAction(_ -> choose.accept(name));
      menu.getItems().add(item);
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private MenuItem item(String id, String key, Runnable action) {
    MenuItem item = new MenuItem(messages.text(key));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}

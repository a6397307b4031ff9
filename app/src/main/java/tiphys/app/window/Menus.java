// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import tiphys.app.files.FileDesk;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** The menu bar, made from the table of actions. */
final class Menus {
  private Menus() {}

  static MenuBar bar(List<ActionGroup> groups, FileDesk desk, Messages messages) {
    MenuBar bar = new MenuBar();
    for (ActionGroup group : groups) {
      Menu menu = new Menu(messages.text("window.menu." + group.key()));
      menu.setId("menu-" + group.key());
      for (List<Action> section : group.sections()) {
        if (!menu.getItems().isEmpty()) {
          menu.getItems().add(new SeparatorMenuItem());
        }
        List<MenuItem> items = section.stream().map(Menus::item).toList();
        if (section.getFirst().key().equals("gallery")) {
          Menu gallery = new Menu(messages.text("window.menu.gallery"));
          gallery.getItems().addAll(items);
          menu.getItems().add(gallery);
        } else {
          menu.getItems().addAll(items);
        }
      }
      if (group.key().equals("file")) {
        menu.getItems().add(4, recent(desk, messages));
      }
      bar.getMenus().add(menu);
    }
    return bar;
  }

  private static MenuItem item(Action action) {
    MenuItem item =
        action
            .chosen()
            .<MenuItem>map(
                chosen -> {
                  RadioMenuItem choice = new RadioMenuItem();
                  chosen.subscribe(choice::setSelected);
                  return choice;
                })
            .orElseGet(MenuItem::new);
    item.setId("action-" + action.key());
    item.textProperty().bind(action.label());
    item.setMnemonicParsing(false);
    action.shortcut().ifPresent(item::setAccelerator);
    item.disableProperty().bind(action.enabled().map(enabled -> !enabled));
    item.setOnAction(_ -> action.perform());
    return item;
  }

  private static Menu recent(FileDesk desk, Messages messages) {
    Menu recent = new Menu(messages.text("window.menu.recent"));
    fill(recent, desk);
    recent.setOnShowing(_ -> fill(recent, desk));
    return recent;
  }

  private static void fill(Menu recent, FileDesk desk) {
    recent.getItems().clear();
    for (Path path : desk.recent().paths()) {
      MenuItem item = new MenuItem(path.toString());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> desk.open(path));
      recent.getItems().add(item);
    }
    if (!desk.recentFolders().paths().isEmpty()) {
      recent.getItems().add(new SeparatorMenuItem());
    }
    for (Path folder : desk.recentFolders().paths()) {
      MenuItem item = new MenuItem(folder.toString(), new GlyphView("open", GlyphView.SMALL));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> desk.openFolder(folder));
      recent.getItems().add(item);
    }
    recent.setDisable(false);
    if (recent.getItems().isEmpty()) {
      MenuItem none = new MenuItem("–");
      none.setDisable(true);
      recent.getItems().add(none);
    }
  }
}

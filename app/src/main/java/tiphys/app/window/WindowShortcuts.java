// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.List;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** The keys of the window's actions, for the sheet of shortcuts. */
final class WindowShortcuts {
  /** What opens the sheet when it is typed on the canvas. */
  static final String SHEET = "?";

  private WindowShortcuts() {}

  static List<Shortcut> of(List<ActionGroup> groups, Messages messages) {
    List<Shortcut> all = new ArrayList<>();
    for (ActionGroup group : groups) {
      if (group.key().equals("source")) {
        continue; // the source tells its keys itself
      }
      String menu = messages.text("window.menu." + group.key());
      for (Action action : Actions.all(List.of(group))) {
        String label = messages.text("window.action." + action.key());
        action
            .shortcut()
            .ifPresent(keys -> all.add(new Shortcut(menu, keys.getDisplayText(), label)));
        if (action.key().equals("shortcuts")) {
          all.add(new Shortcut(menu, messages.text("window.sheet-key", SHEET), label));
        }
      }
    }
    return all;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.List;
import java.util.Locale;

/**
 * What can be done in the source beside what every text can. The window's menu, the source's keys,
 * the command palette and the sheet of shortcuts are made from this table, so they cannot disagree.
 */
public enum SourceTool {
  FIND(Reach.WINDOW, "Shortcut+F"),
  FIND_NEXT(Reach.SOURCE, "F3"),
  FIND_PREVIOUS(Reach.SOURCE, "Shift+F3"),
  REPLACE(Reach.WINDOW, "Shortcut+H"),
  GO_TO_LINE(Reach.WINDOW, "Shortcut+G"),
  MATCHING_BRACKET(Reach.SOURCE, "Shortcut+Shift+Back Slash"),
  NEXT_PROBLEM(Reach.WINDOW, "F8"),
  PREVIOUS_PROBLEM(Reach.WINDOW, "Shift+F8"),
  COMPLETE(Reach.SOURCE, "Ctrl+SPACE"),
  DEFINITION(Reach.SOURCE, "F12"),
  USAGES(Reach.SOURCE, "Shift+F12"),
  RENAME(Reach.SOURCE, "F2"),
  FIX(Reach.SOURCE, "Alt+ENTER"),
  COMMENT(Reach.SOURCE, "Shortcut+SLASH"),
  INDENT(Reach.SOURCE, "Shortcut+Close Bracket"),
  OUTDENT(Reach.SOURCE, "Shortcut+Open Bracket", "Shift+TAB"),
  LINE_UP(Reach.SOURCE, "Alt+UP"),
  LINE_DOWN(Reach.SOURCE, "Alt+DOWN"),
  DUPLICATE_LINE(Reach.SOURCE, "Shift+Alt+DOWN", "Shortcut+D"),
  DELETE_LINE(Reach.SOURCE, "Shortcut+Shift+K"),
  FOLD(Reach.SOURCE, "Shortcut+Shift+Open Bracket"),
  UNFOLD(Reach.SOURCE, "Shortcut+Shift+Close Bracket"),
  FOLD_ALL(Reach.SOURCE, "Shortcut+Shift+MINUS"),
  UNFOLD_ALL(Reach.SOURCE, "Shortcut+Shift+Equals");

  private final Reach reach;
  private final List<String> keys;

  /** Where the keys of a tool work. */
  public enum Reach {
    /** Everywhere in the window: it brings the source to the front. */
    WINDOW,
    /** While the source has the focus: elsewhere the same keys mean something else. */
    SOURCE
  }

  SourceTool(Reach reach, String... keys) {
    this.reach = reach;
    this.keys = List.of(keys);
  }

  /** Names its sentence {@code source.key.KEY}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Under which name its keys are kept and the window knows it. */
  public String action() {
    return "source-" + key();
  }

  public Reach reach() {
    return reach;
  }

  /** Keys as JavaFX writes them; the first is the one that is shown. */
  public List<String> keys() {
    return keys;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.List;
import java.util.Locale;

/**
 * What can be done with what is chosen on the canvas. The window's menu, the canvas' own menu and
 * its keys are made from this table, so they cannot disagree.
 */
public enum EditTool {
  CUT("cut", Needs.NODES, "Shortcut+X"),
  COPY("copy", Needs.NODES, "Shortcut+C"),
  PASTE("paste", Needs.NOTHING, "Shortcut+V"),
  DUPLICATE("add", Needs.NODES, "Shortcut+D"),
  INSERT_ON_EDGE("add", Needs.EDGE, "A"),
  CONDITION("condition", Needs.EDGE, "W"),
  WAIT_FOR("pending", Needs.NODE, "Shift+W"),
  REPLACE("layout", Needs.NODE, "R"),
  CHANGE_KIND("script", Needs.TEMPLATE, "Shift+R"),
  DISABLE("disabled", Needs.NODES, "D"),
  NOTE("info", Needs.TEMPLATE, "Shift+S"),
  EXTRACT("export", Needs.NODES, "Alt+X"),
  INLINE("inline", Needs.NODE, "Alt+Shift+X"),
  SLOTS("import", Needs.NODE, "Shift+I"),
  HOOKS("hook", Needs.TEMPLATE, "Shift+H"),
  SELECT_UPSTREAM("up", Needs.NODES, "Shift+Left"),
  SELECT_DOWNSTREAM("chevron-down", Needs.NODES, "Shift+Right"),
  SELECT_CRITICAL("run", Needs.NOTHING, "Shift+P"),
  OPEN_IN_PLACE("inside", Needs.NODE, "Shift+Enter"),
  OPEN_ALL_IN_PLACE("inside", Needs.NOTHING, "Alt+Shift+Enter"),
  OPEN_STACK("loop", Needs.NODE, "O"),
  ALIGN_COLUMN("layout", Needs.SEVERAL, "Shift+X"),
  ALIGN_ROW("layout", Needs.SEVERAL, "Shift+Y"),
  SPREAD_DOWN("layout", Needs.SEVERAL, "Alt+Shift+V"),
  SPREAD_ACROSS("layout", Needs.SEVERAL, "Alt+Shift+H"),
  LASSO("select", Needs.NOTHING, "L"),
  MAKE_ROOM("layout", Needs.NOTHING, "S"),
  HAND("select", Needs.NOTHING, "H"),
  AREA("select", Needs.NODES, "G"),
  LEAVE_AREA("select", Needs.NODES, "Shift+G"),
  MOVE_UP("up", Needs.NODE, "Alt+Page Up"),
  MOVE_DOWN("chevron-down", Needs.NODE, "Alt+Page Down"),
  RENAME_TEMPLATE("rename", Needs.TEMPLATE, "Shift+F2"),
  DUPLICATE_TEMPLATE("copy", Needs.TEMPLATE),
  DELETE_TEMPLATE("delete", Needs.TEMPLATE),
  SET_ENTRYPOINT("run", Needs.TEMPLATE),
  SET_EXIT_HANDLER("exit-handler", Needs.TEMPLATE);

  private final String glyph;
  private final Needs needs;
  private final List<String> keys;

  /** What must be chosen for a tool to have something to work on. */
  public enum Needs {
    NOTHING,
    NODES,
    SEVERAL,
    NODE,
    /** The template that the one chosen card calls, or the one that is shown where none is. */
    TEMPLATE,
    EDGE;

    public boolean isMetBy(Selection selection) {
      return switch (this) {
        case NOTHING -> true;
        case NODES -> !selection.nodes().isEmpty();
        case SEVERAL -> selection.nodes().size() > 1;
        case TEMPLATE -> selection.nodes().size() < 2 && selection.edge().isEmpty();
        case NODE -> selection.single().isPresent();
        case EDGE -> selection.edge().isPresent();
      };
    }
  }

  EditTool(String glyph, Needs needs, String... keys) {
    this.glyph = glyph;
    this.needs = needs;
    this.keys = List.of(keys);
  }

  /** Names its sentence {@code window.action.KEY}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String glyph() {
    return glyph;
  }

  public Needs needs() {
    return needs;
  }

  /** Keys as JavaFX writes them; those without Ctrl or Alt are the canvas' alone. */
  public List<String> keys() {
    return keys;
  }
}

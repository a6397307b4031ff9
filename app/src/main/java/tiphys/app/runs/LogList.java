// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import tiphys.app.message.Messages;

/** The newest lines of a log, to be looked through and copied. */
final class LogList extends ListView<String> {
  private static final int MOST_LINES = 10_000;
  private static final int LONGEST_LINE = 4_000;

  LogList(Messages messages) {
    setId("run-log");
    setAccessibleText(messages.text("runs.log"));
    getStyleClass().add("mono");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
  }

  /** Whether older ones had to go. */
  boolean add(List<String> lines) {
    if (!lines.isEmpty()) {
      getItems().addAll(lines.stream().map(LogList::shown).toList());
    }
    int over = getItems().size() - MOST_LINES;
    if (over > 0) {
      getItems().remove(0, over);
    }
    return over > 0;
  }

  private static String shown(String line) {
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
  }

  void showEnd() {
    if (!getItems().isEmpty()) {
      scrollTo(getItems().size() - 1);
    }
  }

  /** Goes on from the chosen line, around the end; whether there is one. */
  boolean findNext(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    int size = getItems().size();
    int from = getSelectionModel().getSelectedIndex();
    for (int i = 1; i <= size; i++) {
      int at = Math.floorMod(from + i, size);
      if (getItems().get(at).toLowerCase(Locale.ROOT).contains(wanted)) {
        getSelectionModel().clearAndSelect(at);
        scrollTo(Math.max(0, at - 2));
        return true;
      }
    }
    return false;
  }

  /** The chosen lines, or all. */
  void copy() {
    List<String> chosen = getSelectionModel().getSelectedItems();
    ClipboardContent content = new ClipboardContent();
    content.putString(String.join("\n", chosen.size() > 1 ? chosen : getItems()));
    Clipboard.getSystemClipboard().setContent(content);
  }
}

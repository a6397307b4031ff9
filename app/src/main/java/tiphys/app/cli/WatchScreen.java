// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.PrintStream;
import java.util.List;

/** Shows lines in a terminal in place of those it showed before (ECMA-48 control sequences). */
final class WatchScreen {
  /** Terminals that are smaller scroll; a line of them more or less can do no harm. */
  private static final int MOST_LINES = 48;

  private final PrintStream terminal;
  private int shown;

  WatchScreen(PrintStream terminal) {
    this.terminal = terminal;
  }

  void show(List<String> lines) {
    List<String> fitting = lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines;
    StringBuilder out = new StringBuilder();
    if (shown > 0) {
      out.append("\u001b[").append(shown).append('A');
    }
    for (String line : fitting) {
      out.append('\r').append(line).append("\u001b[K\n");
    }
    out.append("\u001b[J");
    terminal.print(out);
    terminal.flush();
    shown = fitting.size();
  }

  /** The whole of it, once nothing will follow. */
  void end(List<String> lines) {
    show(List.of());
    lines.forEach(terminal::println);
  }
}

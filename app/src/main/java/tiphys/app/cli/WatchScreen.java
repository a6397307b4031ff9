// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Shows lines in a terminal in place of those it showed before (ECMA-48 control sequences). */
final class WatchScreen {
  private static final String PLAIN = "\u001b[0m";

  private static final Map<String, String> COLOURS =
      Map.of("✓", "\u001b[32m", "✗", "\u001b[31m", "●", "\u001b[36m", "◷", "\u001b[33m");

  private final PrintStream terminal;
  private final Supplier<TerminalSize> size;
  private final boolean isColoured;
  private int shown;

  /**
   * @param size asked each time that something is shown, since terminals are made larger and
   *     smaller
   */
  WatchScreen(PrintStream terminal, Supplier<TerminalSize> size, boolean isColoured) {
    this.terminal = terminal;
    this.size = size;
    this.isColoured = isColoured;
  }

  /** In the terminal in which the program runs, in colours unless nobody wants any. */
  static WatchScreen on(PrintStream terminal) {
    return new WatchScreen(
        terminal, TerminalSize::now, System.getenv().getOrDefault("NO_COLOR", "").isEmpty());
  }

  /**
   * Shows what fits.
   *
   * @param fitting makes at most so many lines
   */
  synchronized void show(IntFunction<List<String>> fitting) {
    TerminalSize now = size.get();
    int most = Math.max(1, now.rows() - 1);
    List<String> lines = fitting.apply(most);
    StringBuilder out = begin(most);
    shown = Math.min(lines.size(), most);
    for (String line : lines.subList(0, shown)) {
      out.append('\r')
          .append(coloured(CellWidth.cut(line, now.columns() - 1)))
          .append("\u001b[K\n");
    }
    print(out.append("\u001b[J"));
  }

  /** The whole of it, once nothing will follow. */
  synchronized void end(List<String> lines) {
    print(begin(size.get().rows()).append("\r\u001b[J"));
    shown = 0;
    lines.forEach(line -> terminal.println(coloured(line)));
  }

  /** Back to where the lines began; what has left a terminal that was made smaller is gone. */
  private StringBuilder begin(int most) {
    int back = Math.min(shown, most);
    return back > 0 ? new StringBuilder("\u001b[").append(back).append('A') : new StringBuilder();
  }

  private void print(StringBuilder out) {
    terminal.print(out);
    terminal.flush();
  }

  /** The first mark of a line stands before the name. */
  private String coloured(String line) {
    if (!isColoured) {
      return line;
    }
    for (int i = 0; i < Math.min(line.length(), 60); i++) {
      String mark = line.substring(i, i + 1);
      if (COLOURS.containsKey(mark)) {
        return line.substring(0, i) + COLOURS.get(mark) + mark + PLAIN + line.substring(i + 1);
      }
      if (Character.isLetterOrDigit(mark.charAt(0))) {
        return line;
      }
    }
    return line;
  }
}

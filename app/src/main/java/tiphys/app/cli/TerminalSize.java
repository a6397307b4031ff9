// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much fits into a terminal. */
record TerminalSize(int rows, int columns) {
  /** What every terminal has that does not tell. */
  static final TerminalSize USUAL = new TerminalSize(24, 80);

  private static final Pattern ANSWER = Pattern.compile("(\\d+) (\\d+)");
  private static final File TERMINAL = new File("/dev/tty");

  /** That of the terminal in which the program runs, as it is now. Takes some milliseconds. */
  static TerminalSize now() {
    return TERMINAL.exists() ? asked().orElse(USUAL) : USUAL;
  }

  private static Optional<TerminalSize> asked() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroy();
        return Optional.empty();
      }
      return of(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Rows and columns; absent for a terminal that says it has none. */
  static Optional<TerminalSize> of(String answer) {
    Matcher match = ANSWER.matcher(answer.strip());
    return match.matches() && !match.group(1).equals("0") && !match.group(2).equals("0")
        ? Optional.of(
            new TerminalSize(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
        : Optional.empty();
  }
}

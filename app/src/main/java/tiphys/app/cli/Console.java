// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import tiphys.app.message.Messages;
import tiphys.model.problem.Problem;
import tiphys.model.text.SourceText;

/** Results go to the standard output, sentences to the standard error. */
record Console(PrintStream out, PrintStream err, Messages messages) {
  /** Done and good. */
  static final int GOOD = 0;

  /** The answer is no: problems were found, the run failed, the edit was refused. */
  static final int NO = 1;

  /** It could not be done: bad usage, unreadable file. */
  static final int TROUBLE = 2;

  /** Says a sentence of the bundle {@code cli}. */
  void say(String key, Object... arguments) {
    err.println(messages.text("cli." + key, arguments));
  }

  int refuse(Problem why) {
    err.println(messages.problem(why));
    return NO;
  }

  int trouble(Problem why) {
    err.println(messages.problem(why));
    return TROUBLE;
  }

  int misused(String key, Object... arguments) {
    say(key, arguments);
    say("see-help");
    return TROUBLE;
  }

  /** Whether somebody sits at a terminal who can be asked. */
  static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }

  /** Asks who sits at the terminal whether to go on. */
  boolean isAgreedTo() {
    say("run-question");
    try (Scanner answer = new Scanner(System.in, StandardCharsets.UTF_8)) {
      return answer.hasNextLine()
          && answer.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
  }

  /** {@code file:line:column: severity: sentence}, as compilers write it. */
  String line(String file, SourceText text, Problem problem) {
    String place = problem.place().map(range -> ":" + text.positionOf(range.start())).orElse("");
    return file
        + place
        + ": "
        + messages.text("cli.severity-" + problem.severity().name().toLowerCase(Locale.ROOT))
        + ": "
        + messages.problem(problem);
  }
}

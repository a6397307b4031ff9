// SPDX-License-Identifier: Apache-2.0
package tiphys.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.problem.Severity;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.TaskName;

/** Descends through {@code or → and → not → task | ( or )}. */
final class DependsParser {
  /** Deeper brackets are a mistake or an attack on the stack. */
  private static final int MAX_DEPTH = 200;

  private final String text;
  private int at;
  private int depth;

  DependsParser(String text) {
    this.text = text;
  }

  Outcome<Depends> parse() {
    try {
      Depends whole = or();
      skipBlanks();
      if (at < text.length()) {
        throw trouble(ProblemCode.DEPENDS_OPERATOR_EXPECTED, at, rest());
      }
      return Outcome.done(whole);
    } catch (Trouble trouble) {
      return Outcome.refused(trouble.problem);
    }
  }

  private Depends or() {
    List<Depends> operands = new ArrayList<>(List.of(and()));
    while (takes("||")) {
      operands.add(and());
    }
    return joined(operands, Depends.Or::new);
  }

  private Depends and() {
    List<Depends> operands = new ArrayList<>(List.of(not()));
    while (takes("&&")) {
      operands.add(not());
    }
    return joined(operands, Depends.And::new);
  }

  /**
   * In halves: what waits for ten thousand tasks is then fourteen levels deep, not ten thousand.
   */
  private static Depends joined(List<Depends> operands, BinaryOperator<Depends> join) {
    int count = operands.size();
    if (count == 1) {
      return operands.getFirst();
    }
    int middle = (count + 1) / 2;
    return join.apply(
        joined(operands.subList(0, middle), join), joined(operands.subList(middle, count), join));
  }

  private Depends not() {
    if (++depth > MAX_DEPTH) {
      throw trouble(ProblemCode.DEPENDS_TASK_EXPECTED, at, rest());
    }
    try {
      return takes("!") ? new Depends.Not(not()) : primary();
    } finally {
      depth--;
    }
  }

  private Depends primary() {
    skipBlanks();
    int start = at;
    if (takes("(")) {
      Depends inner = or();
      if (!takes(")")) {
        throw trouble(ProblemCode.DEPENDS_BRACKET_OPEN, start);
      }
      return inner;
    }
    return task();
  }

  private Depends task() {
    int start = at;
    while (at < text.length() && (isLetterOrDigit(text.charAt(at)) || isInner(start))) {
      at++;
    }
    if (at == start) {
      throw trouble(ProblemCode.DEPENDS_TASK_EXPECTED, at, rest());
    }
    TaskName name = new TaskName(text.substring(start, at));
    if (at >= text.length() || text.charAt(at) != '.') {
      return new Depends.Task(name, Optional.empty(), new TextRange(start, at));
    }
    int dot = at++;
    while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String word = text.substring(dot + 1, at);
    TaskResult result =
        TaskResult.ofArgoName(word)
            .orElseThrow(() -> trouble(ProblemCode.DEPENDS_UNKNOWN_RESULT, dot + 1, word));
    return new Depends.Task(name, Optional.of(result), new TextRange(start, at));
  }

  /** Hyphens and, more than Argo's own reader takes, underscores stand inside names. */
  private boolean isInner(int start) {
    char c = text.charAt(at);
    return at > start && (c == '-' || c == '_');
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private boolean takes(String token) {
    skipBlanks();
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String rest() {
    return text.substring(at).strip();
  }

  private static Trouble trouble(ProblemCode code, int place, String... arguments) {
    return new Trouble(
        new Problem(Severity.ERROR, code, List.of(arguments), Optional.of(TextRange.at(place))));
  }

  private static final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Trouble(Problem problem) {
      super(null, null, false, false);
      this.problem = problem;
    }
  }
}

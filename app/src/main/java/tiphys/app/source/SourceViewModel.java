// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;

/** What is to be seen of a line beside its text. A function of one state. */
final class SourceViewModel {
  private final Messages messages;
  private final SourceText text;
  private final List<Problem> problems;
  private final Optional<TextRange> lit;

  /** Made when a line is first asked for: most revisions of a text are never seen. */
  private @Nullable Map<Integer, List<Problem>> problemsByLine;

  private SourceViewModel(
      Messages messages, SourceText text, List<Problem> problems, Optional<TextRange> lit) {
    this.messages = messages;
    this.text = text;
    this.problems = problems;
    this.lit = lit;
  }

  /**
   * What a state shows.
   *
   * @param lit the stretch whose lines are lit: what is selected on the canvas
   */
  static SourceViewModel of(DiagramState state, Optional<TextRange> lit, Messages messages) {
    return new SourceViewModel(messages, state.text(), state.problems(), lit);
  }

  /** Whether the other one says the same of every line of the same text. */
  @SuppressWarnings("ReferenceEquality") // An equal text of another revision is another text.
  boolean isLike(SourceViewModel other) {
    return text == other.text && lit.equals(other.lit) && problems.equals(other.problems);
  }

  private List<Problem> problemsOf(int line) {
    Map<Integer, List<Problem>> known = problemsByLine;
    if (known == null) {
      known =
          problems.stream()
              .filter(problem -> problem.place().isPresent())
              .collect(
                  Collectors.groupingBy(
                      problem -> lineOf(problem, text), HashMap::new, Collectors.toList()));
      problemsByLine = known;
    }
    return known.getOrDefault(line, List.of());
  }

  /** Where a problem is to be underlined within its line. */
  record Wave(int start, int length, Severity severity) {}

  List<Wave> waves(int line) {
    TextRange whole = new TextRange(text.lineStart(line), text.lineEnd(line));
    return problemsOf(line).stream()
        .flatMap(problem -> problem.place().stream().map(place -> wave(place, whole, problem)))
        .toList();
  }

  private List<Problem> problemsOf(int first, int last) {
    if (first == last) {
      return problemsOf(first);
    }
    return problems.stream()
        .filter(problem -> problem.place().isPresent())
        .filter(problem -> first <= lineOf(problem, text) && lineOf(problem, text) <= last)
        .toList();
  }

  /** The worst severity on lines. */
  Optional<Severity> severity(int first, int last) {
    return problemsOf(first, last).stream().map(Problem::severity).min(Severity::compareTo);
  }

  /** What the problems of lines say, one under the other. */
  String sentences(int first, int last) {
    return problemsOf(first, last).stream()
        .map(messages::problem)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  Optional<TextRange> lit() {
    return lit;
  }

  boolean isLit(int line) {
    return lit.filter(
            range ->
                text.lineOf(range.start()) <= line
                    && line <= text.lineOf(Math.max(range.start(), range.end() - 1)))
        .isPresent();
  }

  /** A place without width is shown at the word that stands there, or before it. */
  private static Wave wave(TextRange place, TextRange line, Problem problem) {
    int start = Math.clamp(place.start(), line.start(), line.end());
    int end = Math.clamp(place.end(), start, line.end());
    if (start == end) {
      start = Math.max(line.start(), start - 1);
      end = Math.min(line.end(), start + 1);
    }
    return new Wave(start - line.start(), end - start, problem.severity());
  }

  private static int lineOf(Problem problem, SourceText text) {
    return problem.place().map(place -> text.lineOf(place.start())).orElse(0);
  }
}

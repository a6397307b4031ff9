// SPDX-License-Identifier: Apache-2.0
package tiphys.model.problem;

import java.util.List;
import java.util.Optional;
import tiphys.model.text.TextRange;

/**
 * Something that is wrong, or the reason for a refusal: a code and its arguments. The sentence that
 * a person reads is made from the code where it is shown, in the person's language.
 *
 * @param arguments what the sentence names, in the order that {@link ProblemCode} documents
 * @param place where in the text, if it has a place
 */
public record Problem(
    Severity severity, ProblemCode code, List<String> arguments, Optional<TextRange> place) {
  public Problem {
    arguments = List.copyOf(arguments);
  }

  public static Problem error(ProblemCode code, TextRange place, String... arguments) {
    return new Problem(Severity.ERROR, code, List.of(arguments), Optional.of(place));
  }

  public static Problem warning(ProblemCode code, TextRange place, String... arguments) {
    return new Problem(Severity.WARNING, code, List.of(arguments), Optional.of(place));
  }

  /** A reason without a place, as a refused command gives it. */
  public static Problem refusal(ProblemCode code, String... arguments) {
    return new Problem(Severity.ERROR, code, List.of(arguments), Optional.empty());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.problem;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a request came to: done with a value, or refused with the reason. Expected trouble is a
 * value, not an exception.
 */
public sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  record Refused<T>(Problem why) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(ProblemCode code, String... arguments) {
    return new Refused<>(Problem.refusal(code, arguments));
  }

  static <T> Outcome<T> refused(Problem why) {
    return new Refused<>(why);
  }

  /** Goes on with the value, or carries the refusal along. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Problem why) -> new Refused<>(why);
    };
  }

  /** The value, if it was done. */
  default Optional<T> result() {
    return this instanceof Done<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** The reason, if it was refused. */
  default Optional<Problem> refusal() {
    return this instanceof Refused<T>(Problem why) ? Optional.of(why) : Optional.empty();
  }

  default boolean isDone() {
    return this instanceof Done;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.List;
import java.util.Optional;
import tiphys.app.message.Messages;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;

/** A sentence that the window shows until it is read. */
public sealed interface Notice {
  /** Something could not be done. */
  record Trouble(Problem problem) implements Notice {}

  /** Something was done. @param key of a sentence with the arguments */
  record Done(String key, List<String> arguments) implements Notice {
    public Done {
      arguments = List.copyOf(arguments);
    }
  }

  /** Something that is to be known, and stays until it was read. */
  record Warned(String key, List<String> arguments) implements Notice {
    public Warned {
      arguments = List.copyOf(arguments);
    }
  }

  /** Of a problem; one that only informs is good news. */
  static Notice of(Problem problem) {
    return problem.severity() == Severity.INFO
        ? new Done("problem." + problem.code().key(), problem.arguments())
        : new Trouble(problem);
  }

  default String sentence(Messages messages) {
    return switch (this) {
      case Trouble(Problem problem) -> messages.problem(problem);
      case Done(String key, List<String> arguments) -> messages.text(key, arguments.toArray());
      case Warned(String key, List<String> arguments) -> messages.text(key, arguments.toArray());
    };
  }

  default Optional<Severity> severity() {
    return switch (this) {
      case Trouble(Problem problem) -> Optional.of(problem.severity());
      case Done _ -> Optional.empty();
      case Warned _ -> Optional.of(Severity.WARNING);
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.fix;

import java.util.List;
import tiphys.model.command.Command;

/**
 * One way to mend a problem.
 *
 * @param key of its sentence, for example {@code quote}
 * @param arguments what the sentence names
 */
public record Fix(String key, List<String> arguments, Command command) {
  /** The keys that there are. */
  public static final List<String> KEYS = List.of("quote", "write", "modernise", "wait");

  public Fix {
    arguments = List.copyOf(arguments);
  }
}

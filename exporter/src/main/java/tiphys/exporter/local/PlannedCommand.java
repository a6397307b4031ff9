// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.util.List;

/**
 * What a template would execute.
 *
 * @param template its name; for one that stands in a task itself, that of the task
 * @param command with its arguments, tags as they stand in the file
 * @param source the text of a script; empty where there is none
 */
public record PlannedCommand(String template, String image, List<String> command, String source) {
  public PlannedCommand {
    command = List.copyOf(command);
  }

  /** As it would be typed, on one line; what holds blanks is in quotes. */
  public String line() {
    return String.join(" ", command.stream().map(PlannedCommand::quoted).toList());
  }

  private static String quoted(String word) {
    return word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)
        ? "'" + word.replace("\n", "⏎") + "'"
        : word;
  }
}

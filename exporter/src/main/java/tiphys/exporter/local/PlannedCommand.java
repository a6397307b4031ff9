// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.util.List;

/**
 * What a template would execute.
 *
 * @param command with its arguments, tags as they stand in the file
 */
public record PlannedCommand(String template, String image, List<String> command) {
  public PlannedCommand {
    command = List.copyOf(command);
  }
}

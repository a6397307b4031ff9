// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.util.List;
import java.util.Optional;

/**
 * What would be executed, and how: for the user to agree to.
 *
 * @param engine the one that will really be used, never {@code AUTO}
 * @param images that containers would be made of
 * @param isolation how steps are kept apart; absent where nothing is executed
 * @param client what makes the containers; absent where there are none
 */
public record RunPreview(
    RunRequest request,
    EngineChoice engine,
    String workflowName,
    List<String> images,
    List<PlannedCommand> commands,
    Optional<Isolation> isolation,
    Optional<ContainerClient> client) {
  public RunPreview {
    images = List.copyOf(images);
    commands = List.copyOf(commands);
  }

  /** Whether steps would have run in containers if anything made containers here. */
  public boolean lacksContainers() {
    return request.engine() == EngineChoice.AUTO && engine == EngineChoice.PROCESS;
  }

  /** The same with its steps kept apart in a way that somebody chose. */
  RunPreview with(Isolation chosen) {
    return new RunPreview(
        request, engine, workflowName, images, commands, Optional.of(chosen), client);
  }
}

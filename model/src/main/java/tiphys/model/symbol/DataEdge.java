// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.NodeId;

/**
 * Everything that one task of a scope reads of what another leaves behind.
 *
 * @param from empty for the inputs of the template itself
 * @param to empty for the outputs of the template itself
 * @param passed in order of place, each once
 * @param isInOrder whether the reader waits for the writer, so that the value is there
 */
public record DataEdge(
    Optional<NodeId> from, Optional<NodeId> to, List<Passed> passed, boolean isInOrder) {
  /**
   * One value that goes along.
   *
   * @param name as short as it is clear beside its task: {@code message}, {@code result}
   * @param path as the tag has it
   * @param read where it is first read
   */
  public record Passed(String name, String path, Site read) {}

  public DataEdge {
    passed = List.copyOf(passed);
  }

  public List<String> names() {
    return passed.stream().map(Passed::name).toList();
  }
}

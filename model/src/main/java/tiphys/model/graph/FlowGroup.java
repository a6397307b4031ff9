// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.List;

/**
 * The steps that run at once.
 *
 * @param index position of the group in its template, counted from 0
 */
public record FlowGroup(int index, List<NodeId> members) {
  public FlowGroup {
    members = List.copyOf(members);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Which tasks of a DAG are the same as in the revision before with all that belongs to them: what
 * they call, and what they wait for.
 */
public final class SameTasks {
  private final KeptTasks kept;
  private final BitSet same;
  private final NodeIdsInScope idsBefore;
  private final NodeIdsInScope ids;
  private final FlowEdge[] edgesBefore;

  SameTasks(
      KeptTasks kept,
      BitSet same,
      NodeIdsInScope idsBefore,
      NodeIdsInScope ids,
      FlowEdge[] edgesBefore) {
    this.kept = kept;
    this.same = same;
    this.idsBefore = idsBefore;
    this.ids = ids;
    this.edgesBefore = edgesBefore;
  }

  /** Whether these are what the graph before was made of. */
  @SuppressWarnings("ReferenceEquality") // the very arrays of that graph
  boolean isSince(NodeIdsInScope before, FlowEdge[] edges) {
    return idsBefore == before && edgesBefore == edges;
  }

  /** Those of the same tasks which had a bit before, by where they stand now. */
  public BitSet carried(BitSet before) {
    BitSet carried = kept.carried(before);
    carried.and(same);
    return carried;
  }

  /** The names that mean another task than before, or one that calls something else, or none. */
  public Set<String> otherNames() {
    Set<String> others = new HashSet<>();
    for (int i = kept.head(); i < kept.touchedEndBefore(); i++) {
      others.add(idsBefore.ids().get(i).value());
    }
    for (int i = same.nextClearBit(0); i < kept.now(); i = same.nextClearBit(i + 1)) {
      others.add(ids.ids().get(i).value());
    }
    return others;
  }

  /**
   * Whether a task waits no more for one that it waited for; others may have done so through it.
   */
  public boolean losesEdges(FlowGraph now) {
    for (FlowEdge edge : edgesBefore) {
      if (now.edge(edge.from(), edge.to()).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}

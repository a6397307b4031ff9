// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;

/**
 * Something with a value that tags can read, with all that write it and all that read it.
 *
 * @param scope where it is known: a template, or the resource as a whole
 * @param owner the task whose items it goes through, or whose own template knows it; else empty
 * @param name as a tag has it, for example {@code inputs.parameters.message}
 * @param source who else may write it
 */
public record Variable(
    Group group,
    Scope scope,
    Optional<NodeId> owner,
    String name,
    Source source,
    List<Site> writers,
    List<Site> readers) {
  /** What kind of thing it is, in the order in which they are listed. */
  public enum Group {
    /** {@code workflow.parameters.x}, and the artifacts that a workflow is given. */
    WORKFLOW_PARAMETER,
    /** {@code workflow.outputs.…}: what a step gives out under a global name. */
    GLOBAL,
    /** {@code inputs.…} of a template. */
    INPUT,
    /** {@code tasks.A.outputs.…} or {@code steps.A.…}: what a task leaves behind. */
    OUTPUT,
    /** {@code item} and its fields. */
    ITEM,
    /** What Argo says of the run, such as {@code workflow.name}. */
    RUN
  }

  /** Where a value comes from that nothing in the file writes. */
  public enum Source {
    /** From nowhere but the file. */
    FILE,
    ARGO,
    /** A template of another file, or whoever starts the workflow. */
    ELSEWHERE
  }

  public Variable {
    writers = List.copyOf(writers);
    readers = List.copyOf(readers);
  }

  /** Whether nothing uses its value. What Argo says of a run is only listed where it is read. */
  public boolean isNeverRead() {
    return readers.isEmpty();
  }

  /** Whether it is read although nothing can have given it a value. */
  public boolean isNeverWritten() {
    return writers.isEmpty() && source == Source.FILE;
  }
}

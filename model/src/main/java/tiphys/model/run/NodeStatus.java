// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node of a run (Argo: NodeStatus).
 *
 * @param id deterministic: the workflow's name for the root, else {@code <workflow>-<FNV-1a 32 of
 *     the name>}
 * @param name the full path, for example {@code wf.A(0:x)}
 * @param type Pod, Container, Steps, StepGroup, DAG, TaskGroup, Retry, Skipped, Suspend, HTTP or
 *     Plugin
 * @param boundaryId the enclosing steps or DAG node; empty for the root and for exit handlers of
 *     the workflow
 * @param children the next nodes in order of execution, not of containment
 * @param outputs with {@code result} and {@code exitCode} among the parameters' values where Argo
 *     has them
 */
public record NodeStatus(
    String id,
    String name,
    String displayName,
    String type,
    String templateName,
    NodePhase phase,
    String boundaryId,
    String message,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    List<String> children,
    Values inputs,
    Values outputs,
    boolean isHook,
    boolean isRetryAttempt) {
  public NodeStatus {
    children = List.copyOf(children);
  }

  /**
   * What went in or came out.
   *
   * @param artifacts name to where it is kept, as people can open it
   */
  public record Values(
      Map<String, String> parameters,
      Map<String, String> artifacts,
      Optional<String> result,
      Optional<String> exitCode) {
    public static final Values NONE =
        new Values(Map.of(), Map.of(), Optional.empty(), Optional.empty());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import tiphys.model.run.NodePhase;

/**
 * How a pod ended.
 *
 * @param outputs in Argo's form: parameters, artifacts, result, exitCode
 */
public record PodResult(NodePhase phase, String message, ObjectNode outputs) {
  /** An end for a reason that has nothing to do with the command's own exit code. */
  public static PodResult error(String message) {
    return new PodResult(NodePhase.ERROR, message, JsonNodeFactory.instance.objectNode());
  }
}

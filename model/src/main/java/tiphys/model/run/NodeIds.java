// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.nio.charset.StandardCharsets;

/** The ids that Argo gives to the nodes of a run: they follow from the names alone. */
public final class NodeIds {
  private static final int OFFSET_BASIS = 0x811c9dc5;
  private static final int PRIME = 16777619;

  private NodeIds() {}

  /** The workflow's name for the root, else {@code <workflow>-<FNV-1a 32 of the full name>}. */
  public static String of(String workflowName, String nodeName) {
    return nodeName.equals(workflowName) ? workflowName : workflowName + "-" + hash(nodeName);
  }

  /** The name of the pod of a node, as Argo has named pods since 3.4. */
  public static String podName(String workflowName, String nodeName, String templateName) {
    return nodeName.equals(workflowName)
        ? workflowName
        : workflowName + "-" + templateName + "-" + hash(nodeName);
  }

  private static String hash(String name) {
    int hash = OFFSET_BASIS;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return Integer.toUnsignedString(hash);
  }
}

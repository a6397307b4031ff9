// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.nio.charset.StandardCharsets;

/** The ids that Argo gives to the nodes of a run: they follow from the names alone. */
public final class NodeIds {
  private static final int OFFSET_BASIS = 0x811c9dc5;
  private static final int PRIME = 16777619;

  /** So that a dash and ten digits make no more than the 253 letters that a name may have. */
  private static final int LONGEST_PREFIX = 242;

  private NodeIds() {}

  /** The workflow's name for the root, else {@code <workflow>-<FNV-1a 32 of the full name>}. */
  public static String of(String workflowName, String nodeName) {
    return nodeName.equals(workflowName) ? workflowName : workflowName + "-" + hash(nodeName);
  }

  /**
   * The name of the pod of a node, as Argo has named pods since 3.4; one that Kubernetes would find
   * too long loses the end of what stands before the number (Argo: pod_name.go).
   *
   * @param templateName empty for a template that is written in place
   */
  public static String podName(String workflowName, String nodeName, String templateName) {
    if (nodeName.equals(workflowName)) {
      return workflowName;
    }
    String prefix = templateName.isEmpty() ? workflowName : workflowName + "-" + templateName;
    return prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX)) + "-" + hash(nodeName);
  }

  private static String hash(String name) {
    int hash = OFFSET_BASIS;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return Integer.toUnsignedString(hash);
  }
}

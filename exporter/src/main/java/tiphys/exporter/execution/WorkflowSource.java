// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What is to be run.
 *
 * @param name the workflow's name, given or made up for this run
 * @param resource the whole resource, as the finished workflow shows it
 * @param spec of the workflow; the values of its parameters are filled in
 * @param templates the specs of the workflow templates of the same file, by name
 */
public record WorkflowSource(
    String name, ObjectNode resource, ObjectNode spec, Map<String, JsonNode> templates) {
  public WorkflowSource {
    templates = Map.copyOf(templates);
  }
}

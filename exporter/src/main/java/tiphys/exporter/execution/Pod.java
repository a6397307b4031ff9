// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is to be executed for one node.
 *
 * @param template with every tag replaced: inputs carry their values, artifacts their locations
 * @param wantsResult whether something uses the standard output as {@code outputs.result}
 */
public record Pod(
    String nodeId, String nodeName, String podName, JsonNode template, boolean wantsResult) {}

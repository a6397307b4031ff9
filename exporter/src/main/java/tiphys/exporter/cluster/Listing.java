// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects at one moment.
 *
 * @param resourceVersion what a watch goes on from; empty where the server says none
 */
public record Listing(List<ObjectNode> items, String resourceVersion) {
  public Listing {
    items = List.copyOf(items);
  }

  /** The same without what makes runs large. What it was made of is changed. */
  Listing brief() {
    for (ObjectNode item : items) {
      if (item.path("status") instanceof ObjectNode status) {
        status.remove(List.of("nodes", "compressedNodes", "storedTemplates"));
      }
    }
    return this;
  }

  static Listing of(ObjectNode answer) {
    List<ObjectNode> items = new ArrayList<>();
    for (JsonNode item : answer.path("items")) {
      if (item instanceof ObjectNode object) {
        items.add(object);
      }
    }
    return new Listing(items, answer.at("/metadata/resourceVersion").asText(""));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** New values for the parameters of a workflow. */
public final class Overrides {
  private Overrides() {}

  /** They come first, and those of the same name go (Argo: overrideParameters of util.go). */
  public static void parameters(ObjectNode spec, Map<String, String> values) {
    if (values.isEmpty()) {
      return;
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    values.forEach((name, value) -> all.addObject().put("name", name).put("value", value));
    for (JsonNode each : spec.at("/arguments/parameters")) {
      if (!values.containsKey(each.path("name").asText(""))) {
        all.add(each);
      }
    }
    object(spec, "arguments").set("parameters", all);
  }

  /** The object under a key, made if there is none. */
  public static ObjectNode object(ObjectNode parent, String key) {
    return parent.path(key) instanceof ObjectNode there ? there : parent.putObject(key);
  }
}

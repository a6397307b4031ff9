// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tiphys.exporter.cluster.action.Overrides;

/**
 * What a submission says beside the workflow itself. Empty texts leave what the workflow has.
 *
 * @param parameters values by name
 * @param labels added to the run
 */
public record SubmitOptions(
    String name,
    String generateName,
    String entrypoint,
    String serviceAccount,
    OptionalInt priority,
    Map<String, String> parameters,
    Map<String, String> labels) {
  public static final SubmitOptions NONE = with(Map.of());

  public SubmitOptions {
    parameters = Map.copyOf(parameters);
    labels = Map.copyOf(labels);
  }

  /** With nothing but values for parameters. */
  public static SubmitOptions with(Map<String, String> parameters) {
    return new SubmitOptions("", "", "", "", OptionalInt.empty(), parameters, Map.of());
  }

  /** A copy of a workflow with everything put in (Argo: ApplySubmitOpts of util.go). */
  public ObjectNode applyTo(ObjectNode workflow) {
    ObjectNode copy = workflow.deepCopy();
    copy.remove("status");
    ObjectNode metadata = Overrides.object(copy, "metadata");
    metadata.remove("resourceVersion");
    metadata.remove("uid");
    metadata.remove("creationTimestamp");
    if (!name.isEmpty()) {
      metadata.put("name", name).remove("generateName");
    } else if (!generateName.isEmpty()) {
      metadata.put("generateName", generateName).remove("name");
    }
    if (!labels.isEmpty()) {
      ObjectNode all = Overrides.object(metadata, "labels");
      labels.forEach(all::put);
    }
    ObjectNode spec = Overrides.object(copy, "spec");
    put(spec, "entrypoint", entrypoint);
    put(spec, "serviceAccountName", serviceAccount);
    priority.ifPresent(value -> spec.put("priority", value));
    Overrides.parameters(spec, parameters);
    return copy;
  }

  /** As Argo Server's field {@code submitOptions}. */
  ObjectNode toServer() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "name", name);
    put(json, "generateName", generateName);
    put(json, "entryPoint", entrypoint);
    put(json, "serviceAccount", serviceAccount);
    priority.ifPresent(value -> json.put("priority", value));
    parameters.forEach((key, value) -> json.withArray("/parameters").add(key + "=" + value));
    put(
        json,
        "labels",
        labels.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(",")));
    return json;
  }

  private static void put(ObjectNode json, String key, String value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }
}

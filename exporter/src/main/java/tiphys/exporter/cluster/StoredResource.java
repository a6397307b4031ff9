// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A template or a cron workflow that a cluster keeps.
 *
 * @param json as the cluster answered it
 */
public record StoredResource(ArgoKind kind, ObjectNode json) {
  /** The kinds that are kept and run later. */
  public static final List<ArgoKind> KINDS =
      List.of(
          ArgoKind.WORKFLOW_TEMPLATE, ArgoKind.CLUSTER_WORKFLOW_TEMPLATE, ArgoKind.CRON_WORKFLOW);

  private static final List<String> WRITTEN_BY_THE_CLUSTER =
      List.of(
          "managedFields",
          "resourceVersion",
          "uid",
          "creationTimestamp",
          "generation",
          "selfLink",
          "ownerReferences");

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  public String name() {
    return json.at("/metadata/name").asText("");
  }

  /** Empty for what all namespaces share. */
  public String namespace() {
    return json.at("/metadata/namespace").asText("");
  }

  /** As it is named on the command line, for example {@code workflowtemplate/greet}. */
  public String path() {
    return kind.argoName().toLowerCase(Locale.ROOT) + "/" + name();
  }

  /** When a cron workflow fires, as it is written. */
  public List<String> schedules() {
    List<String> all = new ArrayList<>();
    json.at("/spec/schedules").forEach(each -> all.add(each.asText("")));
    String one = json.at("/spec/schedule").asText("");
    if (all.isEmpty() && !one.isEmpty()) {
      all.add(one);
    }
    return all;
  }

  /** The zone of the schedules; empty where none is named. */
  public String timezone() {
    return json.at("/spec/timezone").asText("");
  }

  public boolean isSuspended() {
    return kind == ArgoKind.CRON_WORKFLOW && json.at("/spec/suspend").asBoolean(false);
  }

  /** What its user wrote: without what the cluster adds for itself. */
  public ObjectNode manifest() {
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("apiVersion", "argoproj.io/v1alpha1").put("kind", kind.argoName());
    json.properties().forEach(each -> made.set(each.getKey(), each.getValue().deepCopy()));
    made.remove("status");
    EmptyFields.leaveOut(made);
    if (made.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(WRITTEN_BY_THE_CLUSTER);
      if (metadata.path("annotations") instanceof ObjectNode annotations) {
        annotations.remove(LAST_APPLIED);
      }
      for (String map : List.of("annotations", "labels")) {
        JsonNode left = metadata.path(map);
        if (left.isObject() && left.isEmpty()) {
          metadata.remove(map);
        }
      }
    }
    return made;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The containers whose lines a run's pods have, those of the user's own programs first: that of the
 * template, then its sidecars and what runs before, then what Argo puts beside them.
 */
public final class PodContainers {
  private static final String MAIN = "main";
  private static final List<String> OF_ARGO = List.of("init", "wait");
  private static final List<String> BESIDE = List.of("sidecars", "initContainers");

  private PodContainers() {}

  /** Those of the pods of a template. */
  public static List<String> of(WorkflowObject run, String template) {
    return templates(run)
        .filter(each -> each.path("name").asText("").equals(template))
        .findFirst()
        .map(found -> all(List.of(found)))
        .orElseGet(() -> all(List.of()));
  }

  /** Those of any pod of the run. */
  public static List<String> ofAll(WorkflowObject run) {
    return all(templates(run).toList());
  }

  private static List<String> all(List<JsonNode> templates) {
    Set<String> names = new LinkedHashSet<>();
    boolean isSetOnly = templates.size() == 1 && templates.getFirst().has("containerSet");
    if (!isSetOnly) {
      names.add(MAIN);
    }
    templates.forEach(each -> add(names, each.at("/containerSet/containers")));
    BESIDE.forEach(beside -> templates.forEach(each -> add(names, each.path(beside))));
    names.addAll(OF_ARGO);
    return List.copyOf(names);
  }

  private static void add(Set<String> names, JsonNode containers) {
    containers.forEach(each -> names.add(each.path("name").asText("")));
    names.remove("");
  }

  /** Where a run was made of a template, what it executes stands in its status. */
  private static Stream<JsonNode> templates(WorkflowObject run) {
    List<JsonNode> found = new ArrayList<>();
    run.json().at("/spec/templates").forEach(found::add);
    run.json().at("/status/storedWorkflowTemplateSpec/templates").forEach(found::add);
    run.json().at("/status/storedTemplates").properties().stream()
        .map(Map.Entry::getValue)
        .forEach(found::add);
    return found.stream();
  }
}

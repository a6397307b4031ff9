// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** What a cluster is sent of a file. */
final class SubmittedResource {
  private SubmittedResource() {}

  /**
   * A resource as the workflow that it makes: itself, or what a template or a cron workflow would
   * run as it stands in the file. Refused for what makes none.
   */
  static Outcome<ObjectNode> of(YamlTree tree, int number) {
    if (tree.syntaxError().isPresent()) {
      return Outcome.refused(tree.syntaxError().get());
    }
    WorkflowFile file = WorkflowReader.read(tree);
    Optional<YamlPlace> place = new Locator(tree, file).resource(number);
    if (place.isEmpty() || !(ManifestReader.toJson(place.get()) instanceof ObjectNode resource)) {
      return Outcome.refused(ProblemCode.RUN_NO_WORKFLOW);
    }
    ResourceKind kind = file.resources().get(number).kind();
    if (kind == ResourceKind.WORKFLOW) {
      return Outcome.done(resource);
    }
    return kind.hasTemplates()
        ? Outcome.done(workflow(resource))
        : Outcome.refused(ProblemCode.CLUSTER_NOT_SUBMITTABLE, kind.argoName());
  }

  private static ObjectNode workflow(ObjectNode resource) {
    ObjectNode made = resource.objectNode();
    made.put("apiVersion", resource.path("apiVersion").asText("")).put("kind", "Workflow");
    ObjectNode metadata = made.putObject("metadata");
    JsonNode from = resource.path("metadata");
    metadata.put("generateName", from.path("name").asText("workflow") + "-");
    if (from.has("namespace")) {
      metadata.set("namespace", from.path("namespace"));
    }
    JsonNode inner = resource.at("/spec/workflowSpec");
    made.set("spec", (inner.isMissingNode() ? resource.path("spec") : inner).deepCopy());
    return made;
  }
}

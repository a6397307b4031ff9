// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tiphys.exporter.cluster.action.Overrides;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** What keeping a resource of a file on a cluster would change there. */
public sealed interface StorePlan {
  /** The cluster has none of that name. */
  record Create(StoredResource made) implements StorePlan {}

  /** The cluster has another; {@code made} takes its place. */
  record Replace(StoredResource before, StoredResource made) implements StorePlan {}

  /** The cluster has the same already. */
  record Nothing(StoredResource made) implements StorePlan {}

  /** What will be there. */
  StoredResource made();

  /**
   * Looks what the cluster has; changes nothing. Refused for what is no template and no cron
   * workflow.
   *
   * @param namespace the one that is meant where the resource names none; empty for the
   *     connection's own
   */
  static Outcome<StorePlan> of(ClusterGateway gateway, String namespace, ObjectNode resource) {
    String word = resource.path("kind").asText("");
    Optional<ArgoKind> kind = ArgoKind.of(word).filter(StoredResource.KINDS::contains);
    String name = resource.at("/metadata/name").asText("");
    if (kind.isEmpty() || name.isEmpty()) {
      return Outcome.refused(ProblemCode.CLUSTER_NOT_STORABLE, word);
    }
    StoredResource mine = new StoredResource(kind.get(), resource.deepCopy());
    String space = mine.namespace().isEmpty() ? namespace : mine.namespace();
    return switch (gateway.get(kind.get(), space, name)) {
      case Outcome.Done<ObjectNode>(ObjectNode found) ->
          Outcome.done(compared(new StoredResource(kind.get(), inOrder(found, resource)), mine));
      case Outcome.Refused<ObjectNode>(Problem why) ->
          why.code() == ProblemCode.CLUSTER_NOT_FOUND
              ? Outcome.done(new Create(mine))
              : Outcome.refused(why);
    };
  }

  /**
   * Fields have no order on a cluster; in that of the file, only what differs is seen to differ.
   */
  private static <T extends JsonNode> T inOrder(T there, JsonNode file) {
    if (there instanceof ObjectNode object) {
      ObjectNode before = object.deepCopy();
      object.removeAll();
      Stream.concat(file.propertyStream(), before.propertyStream())
          .map(Map.Entry::getKey)
          .distinct()
          .filter(before::has)
          .forEach(name -> object.set(name, inOrder(before.path(name), file.path(name))));
    } else {
      for (int i = 0; i < there.size(); i++) {
        inOrder(there.path(i), file.path(i));
      }
    }
    return there;
  }

  private static StorePlan compared(StoredResource there, StoredResource mine) {
    ObjectNode metadata = Overrides.object(mine.json(), "metadata");
    if (!there.namespace().isEmpty()) {
      metadata.put("namespace", there.namespace());
    }
    // the server marks who made it; whoever replaces it does not mean to take that away
    there
        .json()
        .at("/metadata/labels")
        .properties()
        .forEach(
            label -> {
              if (label.getKey().startsWith("workflows.argoproj.io/")) {
                ObjectNode labels = Overrides.object(metadata, "labels");
                labels.putIfAbsent(label.getKey(), label.getValue());
              }
            });
    return ManifestWriter.yaml(there.manifest()).equals(ManifestWriter.yaml(mine.manifest()))
        ? new Nothing(mine)
        : new Replace(there, mine);
  }

  /** Does it. Refused as a conflict where somebody changed it since the plan was made. */
  default Outcome<ObjectNode> perform(ClusterGateway gateway, String namespace) {
    String own = made().namespace();
    String space = own.isEmpty() ? namespace : own;
    return switch (this) {
      case Nothing(StoredResource made) -> Outcome.done(made.json());
      case Create(StoredResource made) ->
          gateway.create(made.kind(), space, made.manifest(), Trial.REAL);
      case Replace(StoredResource before, StoredResource made) -> {
        ObjectNode object = made.manifest();
        Overrides.object(object, "metadata")
            .put("resourceVersion", before.json().at("/metadata/resourceVersion").asText(""));
        yield gateway.update(made.kind(), space, object);
      }
    };
  }
}

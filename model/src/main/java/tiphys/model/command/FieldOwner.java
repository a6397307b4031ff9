// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.state.DiagramState;
import tiphys.model.yaml.YamlPlace;

/** Whose field is set. */
public sealed interface FieldOwner {
  record OfTask(Scope scope, NodeId node) implements FieldOwner {}

  record OfTemplate(Scope scope) implements FieldOwner {}

  /**
   * @param resource position in the file, counted from 0
   */
  record OfResource(int resource) implements FieldOwner {}

  /** Where it stands in the text; empty where it is not, or is written through an alias. */
  default Optional<YamlPlace> place(DiagramState now) {
    return switch (this) {
      case OfTask(Scope scope, var node) -> now.locator().task(scope, node);
      case OfTemplate(Scope scope) -> now.locator().template(scope);
      case OfResource(int resource) -> now.locator().resource(resource);
    };
  }

  /** What Argo lets one write there; {@link FieldType.Plain#ANY} for kinds that are not Argo's. */
  default FieldType type(DiagramState now) {
    return switch (this) {
      case OfTask(Scope scope, var _) -> new FieldType.ObjectOf(task(now, scope));
      case OfTemplate _ -> new FieldType.ObjectOf("Template");
      case OfResource _ ->
          place(now)
              .flatMap(place -> place.get("kind"))
              .flatMap(YamlPlace::text)
              .filter(Schema.KINDS::contains)
              .<FieldType>map(FieldType.ObjectOf::new)
              .orElse(FieldType.Plain.ANY);
    };
  }

  private static String task(DiagramState now, Scope scope) {
    Optional<YamlPlace> template = now.locator().template(scope);
    if (template.flatMap(found -> found.get("containerSet")).isPresent()) {
      return "ContainerNode";
    }
    return template.flatMap(found -> found.get("steps")).isPresent() ? "WorkflowStep" : "DAGTask";
  }
}

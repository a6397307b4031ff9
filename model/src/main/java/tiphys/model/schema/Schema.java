// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Argo's schema of version 4.1. Read once, when first asked for, in a few milliseconds; safe for
 * several threads.
 */
public final class Schema {
  /** The kinds that people write; each is a definition of the same name. */
  public static final List<String> KINDS =
      List.of(
          "Workflow",
          "WorkflowTemplate",
          "ClusterWorkflowTemplate",
          "CronWorkflow",
          "WorkflowEventBinding");

  private final Map<String, Definition> definitions;

  private Schema(Map<String, Definition> definitions) {
    this.definitions = definitions;
  }

  private static final class Holder {
    private static final Schema ARGO = new Schema(SchemaReader.read());
  }

  public static Schema argo() {
    return Holder.ARGO;
  }

  public Optional<Definition> definition(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  public Collection<Definition> definitions() {
    return definitions.values();
  }

  /** The definition of a mapping that is of a type. */
  public Optional<Definition> definition(FieldType type) {
    return type instanceof FieldType.ObjectOf(String name) ? definition(name) : Optional.empty();
  }

  /**
   * The type one step below another: of a field of an object, of any key of a map, of any item of a
   * list. Empty for a field that Argo does not know, and below what has no parts.
   */
  public Optional<FieldType> below(FieldType type, String step) {
    return switch (type) {
      case FieldType.ObjectOf(String name) ->
          definition(name).flatMap(found -> found.field(step)).map(SchemaField::type);
      case FieldType.MapOf(FieldType value) -> Optional.of(value);
      case FieldType.ListOf(FieldType item) -> Optional.of(item);
      case FieldType.Plain plain ->
          plain == FieldType.Plain.ANY ? Optional.of(plain) : Optional.empty();
      case FieldType.Choice _ -> Optional.empty();
    };
  }

  /** The type at the end of a path; an item of a list is one step. */
  public Optional<FieldType> at(FieldType from, List<String> path) {
    Optional<FieldType> type = Optional.of(from);
    for (String step : path) {
      type = type.flatMap(found -> below(found, step));
    }
    return type;
  }

  /** The field at the end of a path; empty where the path ends in an item or a free key. */
  public Optional<SchemaField> field(FieldType from, List<String> path) {
    return path.isEmpty()
        ? Optional.empty()
        : at(from, path.subList(0, path.size() - 1))
            .flatMap(this::definition)
            .flatMap(definition -> definition.field(path.getLast()));
  }
}

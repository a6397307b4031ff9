// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.state.DiagramState;
import tiphys.model.yaml.YamlPlace;

/**
 * A path as people say it, {@code inputs.parameters.message.value}: steps between dots, items of a
 * list by name or by number from 0, also in brackets. Behind a map of plain values all that is left
 * is one key, since such keys have dots of their own: {@code
 * metadata.annotations.workflows.argoproj.io/title}.
 */
public final class FieldPath {
  private FieldPath() {}

  /** The steps of a path that begins at a type. */
  public static List<String> of(String said, FieldType from) {
    List<String> steps = new ArrayList<>();
    Optional<FieldType> type = Optional.of(from);
    String rest = said.replaceAll("\\[\"?([^\\]\"]*)\"?\\]", ".$1");
    while (!rest.isEmpty()) {
      int dot = isOfPlainValues(type) ? -1 : rest.indexOf('.');
      String step = dot < 0 ? rest : rest.substring(0, dot);
      rest = dot < 0 ? "" : rest.substring(dot + 1);
      steps.add(step);
      type = type.flatMap(found -> Schema.argo().below(found, step));
    }
    return steps;
  }

  /** Where the text has a field of an owner; empty where it does not. */
  public static Optional<YamlPlace> find(DiagramState now, FieldOwner owner, List<String> path) {
    return TypedField.find(now, owner, path)
        .result()
        .filter(TypedField::isThere)
        .map(TypedField::place);
  }

  private static boolean isOfPlainValues(Optional<FieldType> type) {
    return type.isPresent()
        && type.get() instanceof FieldType.MapOf(FieldType value)
        && value.isScalar();
  }
}

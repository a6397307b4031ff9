// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.hera.HeraClasses.Field;
import tiphys.exporter.manifest.JsonText;
import tiphys.exporter.python.PyValue;

/**
 * Values as models of Hera. A value that a model would refuse, because something is missing or of
 * another type, is built without its checks; only what it has no field for is lost.
 */
final class ModelCalls {
  private final HeraClasses classes = HeraClasses.get();
  private final Draft draft;

  ModelCalls(Draft draft) {
    this.draft = draft;
  }

  PyValue write(HeraType type, Place place) {
    JsonNode value = place.value();
    return switch (type) {
      case HeraType.Model(String name) when value.isObject() -> model(name, place);
      case HeraType.ListOf(HeraType item) when value.isArray() ->
          new PyValue.Items(place.items().stream().map(each -> write(item, each)).toList());
      case HeraType.MapOf(HeraType item) when value.isObject() -> {
        Map<String, PyValue> entries = new LinkedHashMap<>();
        place.entries().forEach(entry -> entries.put(entry.key(), write(item, entry.place())));
        yield new PyValue.Entries(entries);
      }
      case HeraType.Scalar scalar when isText(scalar) && !value.isNull() ->
          new PyValue.Text(JsonText.plain(value));
      default -> plain(value);
    };
  }

  PyValue.Call model(String name, Place place) {
    List<PyValue.Keyword> keywords = new ArrayList<>();
    Set<String> given = new HashSet<>();
    boolean fits = true;
    for (Place.Entry entry : place.entries()) {
      Optional<Field> field = classes.field(name, entry.key());
      if (field.isEmpty()) {
        draft.lost(entry.place());
        continue;
      }
      given.add(entry.key());
      fits &= fits(field.get().type(), entry.place().value());
      PyValue value = write(field.get().type(), entry.place());
      keywords.add(new PyValue.Keyword(field.get().attribute(), value));
    }
    fits &=
        classes.fields(name).stream()
            .allMatch(field -> !field.isRequired() || given.contains(field.key()));
    return new PyValue.Call("m." + name + (fits ? "" : ".model_construct"), keywords);
  }

  /**
   * Whether a model takes a value where it asks for a type; models within look after themselves.
   */
  static boolean fits(HeraType type, JsonNode value) {
    return switch (type) {
      case HeraType.Model _ -> value.isObject();
      case HeraType.ListOf(HeraType item) -> value.isArray() && all(value, item);
      case HeraType.MapOf(HeraType item) -> value.isObject() && all(value, item);
      case HeraType.Scalar scalar ->
          switch (scalar) {
            case STR, QUANTITY -> !value.isNull();
            case TIME -> value.isTextual();
            case INT -> value.isIntegralNumber();
            case BOOL -> value.isBoolean();
            case FLOAT -> value.isNumber();
            case INT_OR_STR -> value.isIntegralNumber() || value.isTextual();
            case ANY -> true;
          };
    };
  }

  private static boolean all(JsonNode values, HeraType type) {
    for (JsonNode value : values) {
      if (!value.isNull() && !fits(type, value) || value.isNull() && values.isArray()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(HeraType.Scalar scalar) {
    return scalar == HeraType.Scalar.STR || scalar == HeraType.Scalar.QUANTITY;
  }

  /** A JSON value as Python has it. */
  static PyValue plain(JsonNode value) {
    if (value.isTextual()) {
      return new PyValue.Text(value.textValue());
    }
    if (value.isBoolean()) {
      return PyValue.of(value.booleanValue());
    }
    if (value.isArray()) {
      List<PyValue> items = new ArrayList<>();
      value.forEach(item -> items.add(plain(item)));
      return new PyValue.Items(items);
    }
    if (value.isObject()) {
      Map<String, PyValue> entries = new LinkedHashMap<>();
      value.properties().forEach(entry -> entries.put(entry.getKey(), plain(entry.getValue())));
      return new PyValue.Entries(entries);
    }
    return value.isNumber() ? new PyValue.Code(value.asText().replace('E', 'e')) : PyValue.NONE;
  }
}

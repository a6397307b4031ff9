// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.exporter.python.PyValue;

/**
 * What stands in an attribute of a hand-written class: classes where Hera has some, else models.
 */
final class Slots {
  private final Draft draft;
  private final ModelCalls models;
  private final ValueSlots values;
  private final ContainerSlots containers;

  Slots(Draft draft) {
    this.draft = draft;
    this.models = new ModelCalls(draft);
    this.values = new ValueSlots(draft, models, this);
    this.containers = new ContainerSlots(draft, models, this);
  }

  SugarCall sugar(String name) {
    return new SugarCall(name, this, draft);
  }

  ModelCalls models() {
    return models;
  }

  ValueSlots values() {
    return values;
  }

  ContainerSlots containers() {
    return containers;
  }

  /** Empty where the class would not say what is written. */
  Optional<PyValue> write(String attribute, HeraType type, Place place) {
    JsonNode value = place.value();
    return switch (attribute) {
      case "inputs" -> values.declared("Inputs", ValueSlots.INPUT, place);
      case "outputs" -> values.declared("Outputs", ValueSlots.OUTPUT, place);
      case "arguments" -> values.arguments(ValueSlots.ARGUMENT, place);
      case "archive" -> Optional.of(values.archive(place));
      case "env" -> listed(place, containers::env);
      case "env_from" -> listed(place, containers::envFrom);
      case "volumes" -> place.value().isEmpty() ? Optional.empty() : plain(type, place);
      case "sidecars", "init_containers" -> optionalList(place, containers::userContainer);
      case "resources" ->
          type.equals(new HeraType.Model("ResourceRequirements"))
              ? Optional.of(containers.resources(place))
              : plain(type, place);
      case "retry_strategy" -> Optional.of(retryStrategy(place));
      case "image_pull_policy" ->
          Set.of("Always", "IfNotPresent", "Never").contains(place.text())
              ? plain(type, place)
              : Optional.empty();
      case "active_deadline_seconds", "duration", "image" ->
          value.asText("").isEmpty() || value.asText("").equals("0")
              ? Optional.empty()
              : plain(type, place);
      case "with_items" -> Optional.of(items(place));
      default -> plain(type, place);
    };
  }

  private Optional<PyValue> plain(HeraType type, Place place) {
    return ModelCalls.fits(type, place.value())
        ? Optional.of(models.write(type, place))
        : Optional.empty();
  }

  /** A list that the class drops when it is empty. */
  private Optional<PyValue> listed(Place place, Function<Place, PyValue> item) {
    return place.value().isEmpty() ? Optional.empty() : optionalList(place, item);
  }

  private Optional<PyValue> optionalList(Place place, Function<Place, PyValue> item) {
    List<Place> items = place.items();
    return place.value().isArray() && items.stream().allMatch(each -> each.value().isObject())
        ? Optional.of(new PyValue.Items(items.stream().map(item).toList()))
        : Optional.empty();
  }

  private PyValue retryStrategy(Place place) {
    Place limit = place.field("limit");
    Optional<PyValue.Call> call =
        draft.attempt(
            () -> {
              SugarCall sugar = sugar("RetryStrategy");
              if (limit.isThere()) {
                sugar
                    .add("limit", ModelCalls.plain(limit.value()))
                    .unless(!ModelCalls.fits(HeraType.Scalar.INT_OR_STR, limit.value()));
              }
              return sugar.with("RetryStrategy", place, Set.of("limit")).call();
            });
    return orModel(call, "RetryStrategy", place);
  }

  /** Items that are no plain values would be written as JSON by the class. */
  private PyValue items(Place place) {
    if (!place.value().isArray()) {
      return ModelCalls.plain(place.value());
    }
    return new PyValue.Items(
        place.items().stream()
            .map(
                item -> {
                  PyValue plain = ModelCalls.plain(item.value());
                  return item.value().isArray() || item.value().isNull()
                      ? new PyValue.Call("m.Item", List.of(new PyValue.Keyword("root", plain)))
                      : plain;
                })
            .toList());
  }

  /** A class, or the model that it stands for. */
  PyValue orModel(Optional<PyValue.Call> call, String model, Place place) {
    return call.<PyValue>map(found -> found)
        .orElseGet(
            () -> {
              draft.fellBack(place);
              return place.value().isObject()
                  ? models.model(model, place)
                  : ModelCalls.plain(place.value());
            });
  }
}

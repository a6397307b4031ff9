// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.hera.HeraClasses.Field;
import tiphys.exporter.python.PyNames;
import tiphys.exporter.python.PyStatement;
import tiphys.exporter.python.PyValue;

/** A resource: {@code with Workflow(…) as w}, or one model where the class has no place for it. */
final class WorkflowForm {
  private static final String VERSION = "argoproj.io/v1alpha1";

  /** Hera refuses longer names when it is told them at once. */
  private static final int LONGEST_NAME = 63;

  private final HeraClasses classes = HeraClasses.get();
  private final Draft draft;
  private final Slots slots;
  private final TemplateForms templates;
  private final Place resource;
  private final String kind;
  private final String variable;
  private final List<PyValue.Keyword> keywords = new ArrayList<>();
  private final List<PyValue> volumes = new ArrayList<>();
  private final List<PyStatement> body = new ArrayList<>();
  private boolean failed;

  WorkflowForm(Draft draft, JsonNode resource, String variable, PyNames names) {
    this.draft = draft;
    this.slots = new Slots(draft);
    this.templates = new TemplateForms(draft, slots, new TemplateNames(names));
    this.resource = new Place("", resource);
    this.kind = resource.path("kind").asText();
    this.variable = variable;
  }

  /** The resource. @param asFunctions whether scripts are to be functions, which come before it */
  PyStatement write(boolean asFunctions) {
    templates.useFunctions(asFunctions);
    return draft
        .attempt(this::sugar)
        .orElseGet(
            () -> {
              templates.useFunctions(false);
              draft.fellBack(resource);
              return new PyStatement.Evaluate(
                  Optional.of(variable),
                  slots.models().model(kind, resource),
                  draft.origin(resource));
            });
  }

  /** The functions that scripts became. */
  List<PyStatement> functions() {
    return templates.functions();
  }

  private Optional<PyStatement> sugar() {
    take("", resource, kind);
    if (failed) {
      return Optional.empty();
    }
    if (!volumes.isEmpty()) {
      add("volumes", new PyValue.Items(volumes));
    }
    keywords.sort(Comparator.comparingInt(WorkflowForm::rank));
    PyValue.Call call = new PyValue.Call(kind, keywords);
    return Optional.of(
        body.isEmpty()
            ? new PyStatement.Evaluate(Optional.of(variable), call, draft.origin(resource))
            : new PyStatement.With(call, Optional.of(variable), body, draft.origin(resource)));
  }

  private static int rank(PyValue.Keyword keyword) {
    int rank = List.of("api_version", "name", "generate_name").indexOf(keyword.name());
    return rank < 0 ? 3 : rank;
  }

  private void take(String prefix, Place place, String model) {
    for (Place.Entry entry : place.entries()) {
      String path = prefix + entry.key();
      Optional<Field> field = classes.field(model, entry.key());
      Optional<String> attribute = classes.attribute(kind, path);
      if (field.isEmpty()) {
        draft.lost(entry.place());
      } else if (attribute.isPresent()) {
        take(attribute.get(), field.get().type(), entry.place());
      } else if (classes.isAbove(kind, path)
          && field.get().type() instanceof HeraType.Model(String inner)
          && entry.place().value().isObject()) {
        take(path + ".", entry.place(), inner);
      } else {
        failed = true;
      }
    }
  }

  private void take(String attribute, HeraType type, Place place) {
    switch (attribute) {
      case "kind" -> {}
      case "api_version" -> {
        if (!place.text().equals(VERSION)) {
          add(attribute, slots.models().write(type, place));
        }
      }
      case "name", "generate_name" -> name(attribute, place);
      case "templates" -> {
        failed |= !place.value().isArray() || place.value().isEmpty();
        body.addAll(templates.write(place, variable));
      }
      case "arguments" -> arguments(place);
      case "volumes" -> volumes(place);
      case "volume_claim_templates" -> claims(place);
      case "image_pull_secrets" -> add(attribute, pullSecrets(type, place));
      default ->
          add(
              attribute,
              slots
                  .write(attribute, type, place)
                  .orElseGet(() -> slots.models().write(type, place)));
    }
  }

  private void add(String attribute, PyValue value) {
    keywords.add(new PyValue.Keyword(attribute, value));
  }

  private void name(String attribute, Place place) {
    if (place.text().codePointCount(0, place.text().length()) <= LONGEST_NAME) {
      add(attribute, new PyValue.Text(place.text()));
    } else {
      body.addFirst(
          new PyStatement.Evaluate(
              Optional.of(variable + "." + attribute),
              new PyValue.Text(place.text()),
              Optional.empty()));
    }
  }

  /** Only templates of workflows keep a default here. */
  private void arguments(Place place) {
    if (!place.isEmptyObject()) {
      Set<String> kept = kind.endsWith("WorkflowTemplate") ? ValueSlots.INPUT : ValueSlots.ARGUMENT;
      slots.values().arguments(kept, place).ifPresent(value -> add("arguments", value));
    }
  }

  private void volumes(Place place) {
    failed |= !place.value().isArray() || place.value().isEmpty();
    place.items().forEach(volume -> volumes.add(slots.containers().volume(volume)));
  }

  /** Claims as volumes of the workflow, if all can be, since models would go before them. */
  private void claims(Place place) {
    List<PyValue> found = new ArrayList<>();
    place.items().forEach(each -> slots.containers().claim(each).ifPresent(found::add));
    if (!found.isEmpty() && found.size() == place.value().size()) {
      volumes.addAll(found);
    } else {
      failed |= place.value().isEmpty();
      draft.fellBack(place);
      HeraType claims = new HeraType.ListOf(new HeraType.Model("PersistentVolumeClaim"));
      add("volume_claim_templates", slots.models().write(claims, place));
    }
  }

  private PyValue pullSecrets(HeraType type, Place place) {
    boolean areNames =
        place.items().stream()
            .allMatch(each -> each.value().size() == 1 && each.field("name").value().isTextual());
    return areNames && place.value().isArray()
        ? new PyValue.Items(
            place.items().stream()
                .<PyValue>map(each -> new PyValue.Text(each.field("name").text()))
                .toList())
        : slots.models().write(type, place);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.text.TextRange;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** Finds old fields by the definition that they stand in, and writes them anew. */
final class OldFields {
  private final DocumentWriter writer;
  private final Optional<TextRange> only;
  private int count;

  OldFields(DocumentWriter writer, Optional<TextRange> only) {
    this.writer = writer;
    this.only = only;
  }

  /** How many were found. */
  int count() {
    return count;
  }

  void modernise(YamlPlace resource, String kind) {
    if (Schema.KINDS.contains(kind)) {
      walk(resource, new FieldType.ObjectOf(kind));
    }
  }

  private void walk(YamlPlace place, FieldType type) {
    FieldType own =
        place.isMapping() && type instanceof FieldType.ListOf(FieldType item) ? item : type;
    for (YamlPlace.Entry entry : place.entries()) {
      boolean isOld =
          own instanceof FieldType.ObjectOf(String definition)
              && isMeant(entry)
              && rewrite(place, definition, entry);
      if (isOld) {
        count++;
      } else {
        Schema.argo().below(own, entry.name()).ifPresent(below -> walk(entry.value(), below));
      }
    }
    if (own instanceof FieldType.ListOf(FieldType item)) {
      place.items().forEach(inner -> walk(inner, item));
    }
  }

  private boolean isMeant(YamlPlace.Entry entry) {
    return only.isEmpty() || only.get().equals(entry.key().range());
  }

  private boolean rewrite(YamlPlace owner, String definition, YamlPlace.Entry entry) {
    return switch (definition + "." + entry.name()) {
      case "CronWorkflowSpec.schedule", "Synchronization.mutex", "Synchronization.semaphore" -> {
        String plural = entry.name().equals("mutex") ? "mutexes" : entry.name() + "s";
        yield asList(owner, entry, plural);
      }
      case "DAGTask.onExit", "WorkflowStep.onExit" -> asHook(owner, entry);
      case "WorkflowSpec.ttlSecondsAfterFinished" -> asStrategy(owner, entry);
      default -> false;
    };
  }

  /** As the one item of a list, or of the list that is there already. */
  private boolean asList(YamlPlace owner, YamlPlace.Entry entry, String plural) {
    Optional<YamlValue> value = YamlValue.of(entry.value().node());
    Optional<YamlPlace> list = owner.get(plural);
    if (value.isEmpty()) {
      return false;
    }
    if (list.isPresent()) {
      writer.insert(list.get(), list.get().size(), value.get());
      writer.remove(owner, entry.name());
    } else {
      writer.renameInto(owner, entry.name(), plural, YamlValue.sequence(value.get()));
    }
    return true;
  }

  private boolean asHook(YamlPlace owner, YamlPlace.Entry entry) {
    Optional<String> template = entry.value().text();
    Optional<YamlPlace> hooks = owner.get("hooks");
    if (template.isEmpty() || hooks.flatMap(found -> found.get("exit")).isPresent()) {
      return false;
    }
    YamlValue exit = YamlValue.mapping("template", YamlValue.text(template.get()));
    if (hooks.isPresent()) {
      writer.put(hooks.get(), "exit", exit);
      writer.remove(owner, entry.name());
    } else {
      writer.renameInto(owner, entry.name(), "hooks", YamlValue.mapping("exit", exit));
    }
    return true;
  }

  private boolean asStrategy(YamlPlace owner, YamlPlace.Entry entry) {
    Optional<YamlValue> seconds = YamlValue.of(entry.value().node());
    if (seconds.isEmpty() || owner.get("ttlStrategy").isPresent()) {
      return false;
    }
    writer.renameInto(
        owner,
        entry.name(),
        "ttlStrategy",
        YamlValue.mapping("secondsAfterCompletion", seconds.get()));
    return true;
  }
}

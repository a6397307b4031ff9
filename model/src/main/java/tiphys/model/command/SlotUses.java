// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tiphys.model.place.Locator;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Who names an input or an output of a template: the template itself, and the tasks that call it.
 */
record SlotUses(Ground ground, Slot slot, String name) {
  /** A task that calls the template, and the template that the task stands in. */
  record Caller(YamlPlace template, YamlPlace task) {}

  /** Where it is declared. */
  Optional<YamlPlace> declaration() {
    return References.named(ground.place().get(slot.side(), slot.list()), name).stream()
        .findFirst();
  }

  boolean isTaken(String other) {
    return !References.named(ground.place().get(slot.side(), slot.list()), other).isEmpty();
  }

  /** Whether an inline template of a task has an input of a name, which that name would hide. */
  boolean isTakenWithin(String other) {
    return Locator.tasksOf(ground.place()).stream()
        .anyMatch(
            task ->
                !References.named(task.get("inline", slot.side(), slot.list()), other).isEmpty());
  }

  /** Renames it in the tags and expressions of the template itself, for an input. */
  TagWalk walkInputs(String to) {
    return tags().walkInputs(to);
  }

  private SlotTags tags() {
    return new SlotTags(slot, name);
  }

  /** The tasks and steps of the same resource that call the template. */
  List<Caller> callers() {
    List<Caller> callers = new ArrayList<>();
    String called = ground.scope().template().value();
    for (YamlPlace template :
        ground.locator().templates(ground.scope().resource()).orElseThrow().items()) {
      for (YamlPlace task : Locator.tasksOf(template)) {
        if (task.get("template").flatMap(YamlPlace::text).filter(called::equals).isPresent()) {
          callers.add(new Caller(template, task));
        }
      }
    }
    return callers;
  }

  /** The arguments that callers pass for it. */
  List<YamlPlace> arguments() {
    return callers().stream()
        .flatMap(
            caller -> References.named(caller.task().get("arguments", slot.list()), name).stream())
        .toList();
  }

  /** Gives what names it another name, but for the declaration. */
  void rename(String to, DocumentWriter writer) {
    if (slot.isInput()) {
      arguments().forEach(argument -> give(argument, to, writer));
      walkInputs(to).rewrite(ground.place(), writer);
      return;
    }
    for (YamlPlace template :
        ground.locator().templates(ground.scope().resource()).orElseThrow().items()) {
      List<String> tasks =
          callers().stream()
              .filter(caller -> caller.template().start() == template.start())
              .flatMap(caller -> Fragment.name(caller.task()).stream())
              .map(Pattern::quote)
              .toList();
      TagWalk ofTasks = tasks.isEmpty() ? TagWalk.NOTHING : tags().walkOutputs(tasks, to);
      boolean isOwn = template.start() == ground.place().start();
      (isOwn ? ofTasks.and(tags().walkOwnOutputs(to)) : ofTasks).rewrite(template, writer);
    }
  }

  static void give(YamlPlace named, String to, DocumentWriter writer) {
    named.get("name").ifPresent(place -> writer.replace(place, YamlValue.text(to)));
  }

  /** A tag or an expression that still names it, if any does. */
  Optional<String> use() {
    List<String> found = new ArrayList<>();
    if (slot.isInput()) {
      collect(ground.place(), tags().ofInput(), found);
    } else {
      collect(ground.place(), tags().ofOwnOutput(), found);
      for (Caller caller : callers()) {
        Fragment.name(caller.task())
            .ifPresent(
                task ->
                    collect(
                        caller.template(), tags().ofOutputs(List.of(Pattern.quote(task))), found));
      }
    }
    return found.stream().findFirst();
  }

  private void collect(YamlPlace place, String prefix, List<String> found) {
    Pattern pattern = tags().uses(prefix);
    TagWalk.look(
        place,
        tag -> {
          if (pattern.matcher(tag).find()) {
            found.add(tag);
          }
        },
        expression -> {
          if (pattern.matcher(expression).find()) {
            found.add(expression);
          }
        });
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tiphys.model.place.Locator;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Symbol;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** Every place of a file that refers to a workflow template, its templates and their slots. */
final class References {
  private final DiagramState now;
  private final ResourceReference resource;

  /** The mappings that hold {@code templateRef} to it: tasks, steps and hooks. */
  private final List<YamlPlace> callers = new ArrayList<>();

  /** The mappings that hold {@code workflowTemplateRef} to it. */
  private final List<YamlPlace> borrowers = new ArrayList<>();

  private References(DiagramState now, ResourceReference resource) {
    this.now = now;
    this.resource = resource;
  }

  /** Looks through the whole file. O(length). */
  static References to(ResourceReference resource, DiagramState now) {
    References found = new References(now, resource);
    for (int i = 0; i < now.workflow().resources().size(); i++) {
      if (now.workflow().resources().get(i).kind() != ResourceKind.OTHER) {
        now.locator().resource(i).ifPresent(found::collect);
      }
    }
    return found;
  }

  void follow(SharedRename rename, DocumentWriter writer) {
    switch (rename) {
      case SharedRename.OfResource(var _, String to) -> {
        callers.forEach(caller -> give(caller.get("templateRef", "name"), to, writer));
        borrowers.forEach(owner -> give(owner.get("workflowTemplateRef", "name"), to, writer));
      }
      case SharedRename.OfTemplate(var _, String from, String to) -> {
        callers(from).forEach(caller -> give(caller.get("templateRef", "template"), to, writer));
        borrowers.stream()
            .flatMap(spec -> TemplateCalls.ofSpec(spec).stream())
            .filter(call -> call.text().filter(from::equals).isPresent())
            .forEach(call -> give(Optional.of(call), to, writer));
      }
      case SharedRename.OfSlot(var _, String template, Slot slot, String from, String to) -> {
        if (slot.isInput()) {
          callers(template).stream()
              .flatMap(caller -> named(caller.get("arguments", slot.list()), from).stream())
              .forEach(argument -> give(argument.get("name"), to, writer));
        } else {
          renameOutput(template, new SlotTags(slot, from), to, writer);
        }
      }
      case SharedRename.OfArgument argument -> renameArgument(argument, writer);
    }
  }

  private void renameArgument(SharedRename.OfArgument argument, DocumentWriter writer) {
    boolean isParameter = argument.value() == Symbol.Value.PARAMETER;
    for (YamlPlace borrower : borrowers) {
      named(borrower.get("arguments", argument.value().key()), argument.from())
          .forEach(passed -> give(passed.get("name"), argument.to(), writer));
      if (isParameter) {
        SlotTags.walk("workflow\\.parameters", argument.from(), argument.to())
            .rewrite(borrower, writer);
      }
    }
    Slot slot = isParameter ? Slot.INPUT_PARAMETER : Slot.INPUT_ARTIFACT;
    argument
        .entrypoint()
        .map(
            template ->
                new SharedRename.OfSlot(resource, template, slot, argument.from(), argument.to()))
        .ifPresent(input -> follow(input, writer));
  }

  /** What another task reads of a caller's outputs stands in the template of the caller. */
  private void renameOutput(String called, SlotTags tags, String to, DocumentWriter writer) {
    List<Integer> starts = callers(called).stream().map(YamlPlace::start).toList();
    for (int i = 0; i < now.workflow().resources().size(); i++) {
      for (YamlPlace template :
          now.locator().templates(i).map(YamlPlace::items).orElse(List.of())) {
        List<String> tasks =
            Locator.tasksOf(template).stream()
                .filter(task -> starts.contains(task.start()))
                .flatMap(task -> Fragment.name(task).stream())
                .map(Pattern::quote)
                .toList();
        if (!tasks.isEmpty()) {
          tags.walkOutputs(tasks, to).rewrite(template, writer);
        }
      }
    }
  }

  private List<YamlPlace> callers(String template) {
    return callers.stream()
        .filter(
            caller ->
                caller
                    .get("templateRef", "template")
                    .flatMap(YamlPlace::text)
                    .filter(template::equals)
                    .isPresent())
        .toList();
  }

  static List<YamlPlace> named(Optional<YamlPlace> list, String name) {
    return list.map(YamlPlace::items).orElse(List.of()).stream()
        .filter(item -> Fragment.name(item).filter(name::equals).isPresent())
        .limit(1)
        .toList();
  }

  private static void give(Optional<YamlPlace> name, String to, DocumentWriter writer) {
    name.ifPresent(place -> writer.replace(place, YamlValue.text(to)));
  }

  private void collect(YamlPlace place) {
    if (place.get("templateRef").filter(this::isMeant).isPresent()) {
      callers.add(place);
    }
    if (place.get("workflowTemplateRef").filter(this::isMeant).isPresent()) {
      borrowers.add(place);
    }
    place.entries().forEach(entry -> collect(entry.value()));
    place.items().forEach(this::collect);
  }

  private boolean isMeant(YamlPlace reference) {
    boolean isOfCluster =
        reference.get("clusterScope").flatMap(YamlPlace::text).filter("true"::equals).isPresent();
    return isOfCluster == resource.isClusterScope()
        && reference
            .get("name")
            .flatMap(YamlPlace::text)
            .filter(resource.name()::equals)
            .isPresent();
  }
}

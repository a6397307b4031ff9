// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;
import tiphys.model.yaml.YamlPlace;

/** Every place that names a template of the same resource, in order. */
final class TemplateCalls {
  /** Keys whose value names a template of the same resource. */
  private static final List<String> CALLS = List.of("template", "onExit", "entrypoint");

  private final List<YamlPlace> found = new ArrayList<>();

  private TemplateCalls() {}

  /** Of a whole spec: where it begins, exit handlers, hooks, and all its templates. */
  static List<YamlPlace> ofSpec(YamlPlace spec) {
    TemplateCalls calls = new TemplateCalls();
    calls.addOf(spec);
    calls.addOfHooks(spec);
    spec.get("templates").ifPresent(templates -> templates.items().forEach(calls::addOfTemplate));
    return calls.found;
  }

  static List<YamlPlace> ofTemplate(YamlPlace template) {
    TemplateCalls calls = new TemplateCalls();
    calls.addOfTemplate(template);
    return calls.found;
  }

  static List<YamlPlace> ofTask(YamlPlace task) {
    TemplateCalls calls = new TemplateCalls();
    calls.addOfTask(task);
    return calls.found;
  }

  private void addOfTemplate(YamlPlace template) {
    template.get("dag", "tasks").ifPresent(tasks -> tasks.items().forEach(this::addOfTask));
    for (YamlPlace group : template.get("steps").map(YamlPlace::items).orElse(List.of())) {
      if (group.isMapping()) {
        addOfTask(group);
      } else {
        group.items().forEach(this::addOfTask);
      }
    }
  }

  private void addOfTask(YamlPlace task) {
    addOf(task);
    addOfHooks(task);
    task.get("inline").ifPresent(this::addOfTemplate);
  }

  private void addOfHooks(YamlPlace owner) {
    owner.get("hooks").ifPresent(hooks -> hooks.entries().forEach(hook -> addOf(hook.value())));
  }

  private void addOf(YamlPlace owner) {
    CALLS.forEach(
        key -> owner.get(key).filter(place -> place.text().isPresent()).ifPresent(found::add));
  }
}

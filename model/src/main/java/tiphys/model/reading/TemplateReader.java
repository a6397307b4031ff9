// SPDX-License-Identifier: Apache-2.0
package tiphys.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskList;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlSequence;

/** Reads a template; once for each node, however many edits leave it alone. */
final class TemplateReader {
  /** In the order in which Argo looks for them (Template.GetType). */
  private static final List<String> TYPES =
      List.of(
          "container",
          "containerSet",
          "steps",
          "dag",
          "script",
          "resource",
          "data",
          "suspend",
          "http",
          "plugin");

  private TemplateReader() {}

  /** A template; empty for something that is no mapping. */
  static Optional<Template> read(Fields fields) {
    return read(fields, 0);
  }

  /**
   * A template that may stand inside a task.
   *
   * @param depth how many templates it stands in
   */
  static Optional<Template> read(Fields fields, int depth) {
    if (!(fields.node().orElse(null) instanceof YamlMapping node)) {
      return Optional.empty();
    }
    return Optional.of(
        fields.anchors().areNone()
            ? node.derived(Template.class, _ -> template(fields, node, depth))
            : template(fields, node, depth));
  }

  private static Template template(Fields fields, YamlNode node, int depth) {
    return new Template(
        SpecReader.templateName(fields),
        body(fields, depth),
        SpecReader.arguments(fields.get("inputs")),
        SpecReader.arguments(fields.get("outputs")),
        MarkerReader.ofTemplate(fields),
        node);
  }

  private static TemplateBody body(Fields fields, int depth) {
    // `suspend: {}` and `data: {}` are types; a key with no value at all is none
    List<String> found = TYPES.stream().filter(fields::has).toList();
    if (found.size() != 1) {
      return new TemplateBody.Unknown(found);
    }
    Fields body = fields.get(found.getFirst());
    return switch (found.getFirst()) {
      case "container" -> new TemplateBody.Container(body.text("image"));
      case "script" -> new TemplateBody.Script(body.text("image"));
      case "containerSet" -> new TemplateBody.ContainerSet(tasks(body.get("containers"), depth));
      case "dag" -> new TemplateBody.Dag(tasks(body.get("tasks"), depth), body.text("target"));
      case "steps" -> new TemplateBody.Steps(groups(body, depth));
      case "resource" -> new TemplateBody.Resource(body.text("action"));
      case "suspend" -> new TemplateBody.Suspend(body.text("duration"));
      case "http" -> new TemplateBody.Http(body.text("method"), body.text("url"));
      case "plugin" -> new TemplateBody.Plugin(body.keys().stream().findFirst());
      default -> new TemplateBody.Data();
    };
  }

  private static List<Task> tasks(Fields list, int depth) {
    if (!(list.node().orElse(null) instanceof YamlSequence items)) {
      return List.of();
    }
    return list.anchors().areNone()
        ? TaskList.joined(
            items.derivedInStretches(
                TaskList.class, (all, from, to) -> tasks(all, from, to, list.anchors(), depth)))
        : tasks(items, 0, items.size(), list.anchors(), depth);
  }

  private static TaskList tasks(YamlSequence items, int from, int to, Anchors anchors, int depth) {
    List<Task> tasks = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      TaskReader.read(items.item(i), anchors, depth).ifPresent(tasks::add);
    }
    return TaskList.copyOf(tasks);
  }

  private static List<List<Task>> groups(Fields steps, int depth) {
    return steps.items().stream()
        .map(
            group ->
                group.node().orElse(null) instanceof YamlMapping step
                    ? TaskReader.read(step, steps.anchors(), depth).stream().toList()
                    : tasks(group, depth))
        .toList();
  }
}

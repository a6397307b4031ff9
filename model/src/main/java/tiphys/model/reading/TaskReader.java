// SPDX-License-Identifier: Apache-2.0
package tiphys.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Hook;
import tiphys.model.workflow.Loop;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;

/** Reads a DAG task, a step, or a container of a container set; once for each node. */
final class TaskReader {
  /**
   * Templates inside tasks inside templates: beyond this nobody can follow, and aliases may loop.
   */
  private static final int DEEPEST_INLINE = 20;

  private static final String EXIT = "exit";

  private TaskReader() {}

  /** Empty for something that is no mapping. */
  static Optional<Task> read(YamlNode node, Anchors anchors, int depth) {
    if (anchors.areNone()) {
      return node instanceof YamlMapping
          ? Optional.of(node.derived(Task.class, own -> task(Fields.of(own, anchors), own, depth)))
          : Optional.empty();
    }
    Fields fields = Fields.of(node, anchors);
    return fields.node().filter(YamlMapping.class::isInstance).map(own -> task(fields, own, depth));
  }

  private static Task task(Fields fields, YamlNode node, int depth) {
    Optional<Loop> loop = loop(fields);
    List<Hook> hooks = hooks(fields);
    Call call = call(fields, depth);
    return new Task(
        fields.name("name").map(TaskName::new),
        call,
        SpecReader.arguments(fields.get("arguments")),
        fields.name("depends"),
        fields.items("dependencies").stream()
            .flatMap(item -> item.text().stream())
            .map(TaskName::new)
            .toList(),
        fields.name("when"),
        loop,
        hooks,
        MarkerReader.ofTask(fields, hooks, call),
        node);
  }

  /** Argo looks for inline, then templateRef, then template (templateresolution/context.go). */
  static Call call(Fields fields, int depth) {
    if (depth < DEEPEST_INLINE) {
      Optional<Call> inline =
          TemplateReader.read(fields.get("inline"), depth + 1).map(Call.Inline::new);
      if (inline.isPresent()) {
        return inline.get();
      }
    }
    Fields reference = fields.get("templateRef");
    if (reference.isPresent()) {
      return new Call.Reference(
          reference.text("name").orElse(""),
          reference.text("template").orElse(""),
          reference.isTrue("clusterScope"));
    }
    return fields
        .name("template")
        .<Call>map(name -> new Call.Local(new TemplateName(name)))
        .orElseGet(Call.None::new);
  }

  /** An empty withItems is no loop (Argo: ShouldExpand). */
  private static Optional<Loop> loop(Fields fields) {
    Fields items = fields.get("withItems");
    if (items.size() > 0) {
      return Optional.of(new Loop.Items(items.size()));
    }
    Optional<String> param = fields.name("withParam");
    if (param.isPresent()) {
      return Optional.of(new Loop.Param(param.get()));
    }
    Fields sequence = fields.get("withSequence");
    return sequence.isPresent()
        ? Optional.of(new Loop.Sequence(sequenceText(sequence)))
        : Optional.empty();
  }

  private static String sequenceText(Fields sequence) {
    Optional<String> count = sequence.text("count");
    String start = sequence.text("start").orElse("0");
    return count
        .map(number -> start.equals("0") ? "×" + number : start + " ×" + number)
        .orElseGet(() -> start + "…" + sequence.text("end").orElse(""));
  }

  private static List<Hook> hooks(Fields fields) {
    List<Hook> hooks = new ArrayList<>(SpecReader.hooks(fields));
    boolean hasExit = hooks.stream().anyMatch(hook -> hook.name().equals(EXIT));
    fields
        .name("onExit")
        .filter(_ -> !hasExit)
        .ifPresent(
            name ->
                hooks.add(
                    new Hook(
                        EXIT,
                        new Call.Local(new TemplateName(name)),
                        Optional.empty(),
                        Arguments.NONE)));
    return hooks;
  }
}

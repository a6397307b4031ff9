// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.expression.Tag;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/**
 * Every {@code {{name}}} means something where it stands (ARGO-070, 098, 114, 116). As in Argo,
 * expression tags and names with an unknown first word are not looked at.
 */
final class TagRules {
  private static final Set<String> OF_WORKFLOW =
      Set.of(
          "name",
          "namespace",
          "mainEntrypoint",
          "serviceAccountName",
          "uid",
          "status",
          "priority",
          "scheduledTime",
          "creationTimestamp",
          "duration",
          "failures",
          "parameters",
          "labels",
          "annotations",
          "outputs");

  private final Subject subject;
  private final Subject.Checked checked;
  private final Template template;

  private TagRules(Subject subject, Subject.Checked checked) {
    this.subject = subject;
    this.checked = checked;
    this.template = checked.template();
  }

  static void check(Subject subject, Subject.Checked checked) {
    new TagRules(subject, checked).check();
  }

  private void check() {
    List<YamlPlace> places = template.calls().isEmpty() ? List.of() : checked.tasks();
    for (int i = 0; i < places.size(); i++) {
      YamlPlace place = places.get(i);
      for (TagUse use : TagUses.of(place.node()).uses()) {
        check(use, place.start(), i);
      }
    }
    for (YamlPlace.Entry entry : checked.place().entries()) {
      if (!entry.name().equals("dag") && !entry.name().equals("steps")) {
        for (TagUse use : TagUses.of(entry.value().node()).uses()) {
          check(use, entry.value().start(), -1);
        }
      }
    }
  }

  /**
   * @param position of the task that holds the tag; -1 where none does
   */
  private void check(TagUse use, int start, int position) {
    Tag tag = use.tag();
    boolean isKnown =
        switch (tag.part(0)) {
          case "inputs" -> isInput(tag);
          case "workflow" -> isOfWorkflow(tag);
          case "tasks", "steps" -> isTask(tag);
          case "item" -> tag.size() == 1 || position >= 0 && hasLoop(position);
          default -> true;
        };
    if (!isKnown) {
      subject.report(ProblemCode.TAG_UNKNOWN, use.range().shifted(start), tag.text());
    } else if (position >= 0 && isTooEarly(tag, position)) {
      subject.report(
          ProblemCode.TAG_NOT_BEFORE, use.range().shifted(start), tag.text(), tag.part(1));
    }
  }

  private boolean hasLoop(int position) {
    return template.calls().get(position).loop().isPresent();
  }

  private boolean isInput(Tag tag) {
    return switch (tag.part(1)) {
      case "parameters" -> tag.size() == 2 || template.inputs().parameter(tag.rest(2)).isPresent();
      case "artifacts" ->
          tag.size() > 2
              && (template.inputs().artifact(tag.part(2)).isPresent()
                  || template.inputs().artifact(tag.rest(2)).isPresent());
      default -> false;
    };
  }

  private boolean isOfWorkflow(Tag tag) {
    if (!OF_WORKFLOW.contains(tag.part(1))) {
      return false;
    }
    boolean isClosed =
        subject.resource().kind() == ResourceKind.WORKFLOW && !subject.refersElsewhere();
    if (!tag.part(1).equals("parameters") || tag.size() == 2 || !isClosed) {
      return true;
    }
    Arguments arguments = subject.spec().map(WorkflowSpec::arguments).orElse(Arguments.NONE);
    return tag.rest(2).equals("json") || arguments.parameter(tag.rest(2)).isPresent();
  }

  private boolean isTask(Tag tag) {
    if (tag.part(1).equals("name") && tag.size() == 2) {
      return true;
    }
    boolean isDag = template.body() instanceof TemplateBody.Dag;
    boolean isSteps = template.body() instanceof TemplateBody.Steps;
    boolean isRightWord = tag.part(0).equals("tasks") ? isDag : isSteps;
    int position = isRightWord ? checked.position(tag.part(1)) : -1;
    return position >= 0 && isOutput(template.calls().get(position), tag);
  }

  /** Whether the called template declares the output that is named; others are Argo's own. */
  private boolean isOutput(Task task, Tag tag) {
    Optional<Template> called =
        switch (task.call()) {
          case Call.Local(var name) -> subject.template(name);
          case Call.Inline(Template inline) -> Optional.of(inline);
          case Call.Reference _, Call.None _ -> Optional.empty();
        };
    if (called.isEmpty() || !tag.part(2).equals("outputs") || tag.size() < 5) {
      return true;
    }
    return switch (tag.part(3)) {
      case "parameters" -> called.get().outputs().parameter(tag.rest(4)).isPresent();
      case "artifacts" ->
          called.get().outputs().artifact(tag.part(4)).isPresent()
              || called.get().outputs().artifact(tag.rest(4)).isPresent();
      default -> true;
    };
  }

  /** Whether a task asks for the outputs of one that it does not wait for. */
  private boolean isTooEarly(Tag tag, int position) {
    boolean asksForOutputs = tag.part(0).equals("tasks") && tag.part(2).equals("outputs");
    if (!asksForOutputs || !(template.body() instanceof TemplateBody.Dag)) {
      return false;
    }
    Optional<TaskName> own = template.calls().get(position).name();
    NodeId wanted = new NodeId(tag.part(1));
    if (own.isEmpty() || checked.isShadowed() || template.name().isEmpty()) {
      return false;
    }
    NodeId self = new NodeId(own.get().value());
    return !subject.graph(checked).edge(wanted, self).isPresent()
        && subject.graph(checked).pathBetween(wanted, self).isEmpty();
  }
}

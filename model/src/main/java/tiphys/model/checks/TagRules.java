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

  private final List<Task> calls;

  TagRules(Subject subject, Subject.Checked checked) {
    this.subject = subject;
    this.checked = checked;
    this.template = checked.template();
    this.calls = template.calls();
  }

  /** The tags of one task; whether any names what the task waits for through others. */
  boolean checkTask(int position) {
    boolean isByDetour = false;
    if (position < calls.size() && position < checked.tasks().size()) {
      YamlPlace place = checked.tasks().get(position);
      for (TagUse use : TagUses.of(place.node()).uses()) {
        isByDetour |= check(use, place.start(), position);
      }
    }
    return isByDetour;
  }

  /** What stands in the template beside its tasks. */
  void checkRest() {
    for (YamlPlace.Entry entry : checked.place().entries()) {
      if (!entry.name().equals("dag") && !entry.name().equals("steps")) {
        for (TagUse use : TagUses.of(entry.value().node()).uses()) {
          check(use, entry.value().start(), -1);
        }
      }
    }
  }

  /**
   * Whether it names what the task waits for through others.
   *
   * @param position of the task that holds the tag; -1 where none does
   */
  private boolean check(TagUse use, int start, int position) {
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
      return false;
    }
    if (position < 0 || !needsWay(tag, position)) {
      return false;
    }
    if (subject.graph(checked).pathBetween(new NodeId(tag.part(1)), self(position)).isEmpty()) {
      subject.report(
          ProblemCode.TAG_NOT_BEFORE, use.range().shifted(start), tag.text(), tag.part(1));
    }
    return true;
  }

  private boolean hasLoop(int position) {
    return calls.get(position).loop().isPresent();
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
    return position >= 0 && isOutput(calls.get(position), tag);
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

  /** Whether a task asks for the outputs of one that it does not wait for itself. */
  private boolean needsWay(Tag tag, int position) {
    boolean asksForOutputs = tag.part(0).equals("tasks") && tag.part(2).equals("outputs");
    if (!asksForOutputs || !(template.body() instanceof TemplateBody.Dag)) {
      return false;
    }
    boolean isInGraph =
        calls.get(position).name().isPresent()
            && !checked.isShadowed()
            && template.name().isPresent();
    return isInGraph
        && subject.graph(checked).edge(new NodeId(tag.part(1)), self(position)).isEmpty();
  }

  private NodeId self(int position) {
    return new NodeId(calls.get(position).name().map(TaskName::value).orElse(""));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.CopiedText;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * What is copied: tasks or templates as the YAML that stands in the file, comments included, moved
 * to the left edge. It pastes into any editor, and {@link PasteFragment} takes it back.
 */
public final class FragmentText {
  private final DiagramState now;
  private final Ground ground;

  private FragmentText(DiagramState now, Ground ground) {
    this.now = now;
    this.ground = ground;
  }

  /**
   * Tasks as items of a sequence, steps as items of groups, in order of place. Of a template that
   * is drawn as a single card, the template itself.
   */
  public static Outcome<String> of(DiagramState now, Scope scope, Set<NodeId> nodes) {
    return Ground.of(now, scope).then(ground -> new FragmentText(now, ground).items(nodes));
  }

  /**
   * The same, with the templates that the tasks call, and those that they call in turn: {@code
   * tasks} and {@code templates}. Nothing but the tasks where they call none of this file.
   */
  public static Outcome<String> withTemplates(DiagramState now, Scope scope, Set<NodeId> nodes) {
    return Ground.of(now, scope)
        .then(
            ground -> {
              FragmentText text = new FragmentText(now, ground);
              return text.items(nodes).then(items -> text.withTemplates(items, nodes));
            });
  }

  /** A template as the item of a sequence. */
  static Outcome<String> template(Ground ground) {
    return new FragmentText(ground.now(), ground).written(List.of(ground.place()));
  }

  private Outcome<String> items(Set<NodeId> nodes) {
    if (isLeaf()) {
      return written(List.of(ground.place()));
    }
    List<YamlPlace> places = new ArrayList<>();
    for (NodeId node : nodes) {
      Optional<Problem> missing = ground.task(node).refusal();
      if (missing.isPresent()) {
        return Outcome.refused(missing.get());
      }
      ground.place(node).ifPresent(places::add);
    }
    places.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return ground.template().body() instanceof TemplateBody.Steps
        ? groups(places)
        : written(places);
  }

  private boolean isLeaf() {
    return switch (ground.template().body()) {
      case TemplateBody.Dag _, TemplateBody.Steps _, TemplateBody.ContainerSet _ -> false;
      default -> true;
    };
  }

  /** Steps that run at once stay together. */
  private Outcome<String> groups(List<YamlPlace> steps) {
    Map<Integer, List<YamlPlace>> groups = new LinkedHashMap<>();
    for (YamlPlace step : steps) {
      int group = step.parent().map(YamlPlace::start).orElse(step.start());
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(step);
    }
    StringBuilder out = new StringBuilder();
    for (List<YamlPlace> group : groups.values()) {
      Outcome<String> written = written(group);
      if (written.refusal().isPresent()) {
        return written;
      }
      out.append("- ").append(indented(written.result().orElse("")).substring(2));
    }
    return Outcome.done(out.toString());
  }

  /** Without anchors and aliases: what they tie together stands elsewhere then. */
  private Outcome<String> written(List<YamlPlace> places) {
    StringBuilder out = new StringBuilder();
    for (YamlPlace place : places) {
      Outcome<YamlValue.Copied> alone = Unanchored.of(now.tree(), place);
      if (alone.refusal().isPresent()) {
        return Outcome.refused(alone.refusal().get());
      }
      YamlValue.Copied copied = alone.result().orElseThrow();
      out.append(CopiedText.asItem(copied.text(), copied.place(), "\n")).append('\n');
    }
    return Outcome.done(out.toString());
  }

  private Outcome<String> withTemplates(String items, Set<NodeId> nodes) {
    if (isLeaf()) {
      return Outcome.done(items);
    }
    List<YamlPlace> templates = called(nodes);
    if (templates.isEmpty()) {
      return Outcome.done(items);
    }
    boolean isSteps = ground.template().body() instanceof TemplateBody.Steps;
    return written(templates)
        .then(
            written ->
                Outcome.done(
                    (isSteps ? "steps" : "tasks")
                        + ":\n"
                        + indented(items)
                        + "templates:\n"
                        + indented(written)));
  }

  private List<YamlPlace> called(Set<NodeId> nodes) {
    Map<String, YamlPlace> found = new LinkedHashMap<>();
    Deque<YamlPlace> open = new ArrayDeque<>();
    nodes.forEach(node -> ground.place(node).ifPresent(t -> open.addAll(TemplateCalls.ofTask(t))));
    while (!open.isEmpty()) {
      String name = open.poll().text().orElse("");
      Scope scope = new Scope(ground.scope().resource(), new TemplateName(name));
      Optional<YamlPlace> template = now.locator().template(scope);
      if (template.isPresent() && found.putIfAbsent(name, template.get()) == null) {
        open.addAll(TemplateCalls.ofTemplate(template.get()));
      }
    }
    return List.copyOf(found.values());
  }

  private static String indented(String lines) {
    return lines.replaceAll("(?m)^(?=.)", "  ");
  }
}

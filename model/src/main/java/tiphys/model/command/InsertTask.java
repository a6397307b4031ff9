// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.expression.Depends;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Lanes;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Puts a new task on an edge: it runs after the first with the condition that the edge had, and the
 * second runs after it. Between steps it is a group of its own.
 *
 * @param called the template that it runs; empty for a new one of the kind
 * @param corner where its node is to stand; absent to let the layout decide
 * @param room how all others stand then, where some of them make room for it
 */
public record InsertTask(
    Scope scope,
    NodeId from,
    NodeId to,
    Optional<TemplateName> called,
    NodeKind kind,
    Optional<Point> corner,
    Optional<Arrangement> room)
    implements Command {
  /** Among others that stay where they are. */
  public InsertTask(
      Scope scope,
      NodeId from,
      NodeId to,
      Optional<TemplateName> called,
      NodeKind kind,
      Optional<Point> corner) {
    this(scope, from, to, called, kind, corner, Optional.empty());
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    if (ground.now().graph(scope).edge(from, to).isEmpty()) {
      return Outcome.refused(ProblemCode.CONNECT_MISSING, from.value(), to.value());
    }
    Optional<Template> template = called.flatMap(ground.spec()::template);
    if (called.isPresent() && template.isEmpty()) {
      return Outcome.refused(ProblemCode.ADDRESS_NO_TEMPLATE, called.get().value());
    }
    if (called.isEmpty() && !NewTemplate.canBeMade(kind)) {
      return Outcome.refused(ProblemCode.ADD_NOT_HERE, scope.template().value());
    }
    DocumentWriter writer = ground.writer();
    Arguments inputs = template.map(Template::inputs).orElse(Arguments.NONE);
    String name =
        called
            .map(TemplateName::value)
            .orElseGet(() -> NewTemplate.freeName(kind, ground.spec(), ground.template()));
    boolean isSteps = ground.template().body() instanceof TemplateBody.Steps;
    NewTask task =
        new NewTask(
            ground,
            Optional.empty(),
            new TemplateName(name),
            inputs,
            List.of(from),
            isSteps ? List.of(to) : List.of());
    return rewired(ground, writer, task)
        .then(
            id -> {
              if (called.isEmpty()) {
                addTemplate(ground, writer, name);
              }
              return writer.edits().then(edits -> Outcome.done(plan(ground, task, edits, id)));
            });
  }

  private Plan plan(Ground ground, NewTask task, TextEdits edits, NodeId id) {
    Plan alone = task.plan(edits, id, corner);
    if (room.isEmpty()) {
      return alone;
    }
    Positions placed = alone.positions().orElse(ground.now().positions());
    return new Plan(
        edits, Optional.of(placed.moved(scope, room.get().corners(), Lanes.of(room.get()))));
  }

  private void addTemplate(Ground ground, DocumentWriter writer, String name) {
    YamlPlace templates = ground.locator().templates(scope.resource()).orElseThrow();
    writer.insert(templates, templates.size(), NewTemplate.of(kind, name));
  }

  private Outcome<NodeId> rewired(Ground ground, DocumentWriter writer, NewTask task) {
    if (ground.template().body() instanceof TemplateBody.Steps) {
      return task.write(writer);
    }
    YamlPlace waiting = ground.place(to).orElseThrow();
    if (ground.usesDependencies()) {
      return task.write(writer)
          .then(
              id -> {
                waiting.get("dependencies").ifPresent(list -> replaceIn(list, id.value(), writer));
                return Outcome.done(id);
              });
    }
    String before = Waiting.depends(ground, to);
    Optional<TextRange> part = Depends.part(before, new TaskName(from.value()));
    if (part.isEmpty()) {
      return Outcome.refused(ProblemCode.CONDITION_SCATTERED, from.value(), before);
    }
    int start = part.get().start();
    int end = part.get().end();
    return task.waiting(before.substring(start, end))
        .write(writer)
        .then(
            id -> {
              String after = before.substring(0, start) + id.value() + before.substring(end);
              Waiting.set(writer, ground, Map.of(to, after));
              return Outcome.done(id);
            });
  }

  private void replaceIn(YamlPlace list, String name, DocumentWriter writer) {
    list.items().stream()
        .filter(item -> item.text().filter(from.value()::equals).isPresent())
        .forEach(item -> writer.replace(item, YamlValue.text(name)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tiphys.model.expression.Depends;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Moves an end of an edge to another task; the condition of the edge comes along.
 *
 * @param newFrom the same as {@code from} where the other end moves
 * @param newTo the same as {@code to} where the first end moves
 */
public record ReconnectTasks(Scope scope, NodeId from, NodeId to, NodeId newFrom, NodeId newTo)
    implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    Outcome<Plan> isThere = new DisconnectTasks(scope, from, to).plan(now);
    if (from.equals(newFrom) && to.equals(newTo)) {
      return isThere.then(_ -> Outcome.done(Plan.ofPositions(now.positions())));
    }
    return isThere
        .then(_ -> new ConnectTasks(scope, newFrom, newTo).plan(now))
        .then(_ -> Ground.of(now, scope))
        .then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    DocumentWriter writer = ground.writer();
    boolean isList =
        ground.usesDependencies() || ground.template().body() instanceof TemplateBody.ContainerSet;
    if (isList) {
      moveInLists(ground, writer);
    } else {
      String before = Waiting.depends(ground, to);
      TaskName name = new TaskName(from.value());
      Optional<TextRange> part = Depends.part(before, name);
      if (part.isEmpty()) {
        return Outcome.refused(ProblemCode.CONDITION_SCATTERED, from.value(), before);
      }
      Waiting.set(writer, ground, expressions(ground, before, part.get()));
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private void moveInLists(Ground ground, DocumentWriter writer) {
    YamlPlace waiting = ground.place(to).orElseThrow();
    if (to.equals(newTo)) {
      waiting
          .get("dependencies")
          .ifPresent(
              list ->
                  list.items().stream()
                      .filter(item -> item.text().filter(from.value()::equals).isPresent())
                      .forEach(item -> writer.replace(item, YamlValue.text(newFrom.value()))));
    } else {
      Waiting.remove(writer, waiting, new TaskName(from.value())::equals);
      Waiting.add(
          writer,
          ground.place(newTo).orElseThrow(),
          ground.task(newTo).result().orElseThrow(),
          newFrom.value(),
          true);
    }
  }

  private Map<NodeId, String> expressions(Ground ground, String before, TextRange part) {
    String moved =
        TaskReferences.inDepends(
            before.substring(part.start(), part.end()), from.value(), newFrom.value());
    Map<NodeId, String> expressions = new HashMap<>();
    if (to.equals(newTo)) {
      expressions.put(to, before.substring(0, part.start()) + moved + before.substring(part.end()));
    } else {
      TaskName gone = new TaskName(from.value());
      expressions.put(
          to,
          Depends.parse(before)
              .result()
              .flatMap(tree -> tree.without(gone::equals))
              .map(Depends::print)
              .orElse(""));
      expressions.put(newTo, Waiting.joined(Waiting.depends(ground, newTo), moved));
    }
    return expressions;
  }
}

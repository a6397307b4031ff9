// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.model.command.Command;
import tiphys.model.command.DisconnectTasks;
import tiphys.model.command.InsertTask;
import tiphys.model.command.ReconnectTasks;
import tiphys.model.command.SetCondition;
import tiphys.model.command.SetDepends;
import tiphys.model.command.WaitingText;
import tiphys.model.expression.TaskResult;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;

/** What is done with the edge between two tasks, and with what a task waits for. */
final class EdgeEdits {
  private final CanvasViewModel model;
  private final Editor editor;

  EdgeEdits(CanvasViewModel model) {
    this.model = model;
    this.editor = model.editor();
  }

  /** A new task between the two: where it was dropped, else where what lies beyond makes room. */
  void insert(FlowEdge edge, CreateChoice choice, Optional<Point> dropped) {
    Optional<EdgeRoom> room =
        dropped.isPresent() || !model.frame().get().groups().isEmpty()
            ? Optional.empty()
            : EdgeRoom.of(edge, model.drawing());
    apply(
        scope ->
            new InsertTask(
                scope,
                edge.from(),
                edge.to(),
                choice.called(),
                choice.kindOfNew(),
                dropped.or(() -> room.map(EdgeRoom::corner)),
                room.flatMap(EdgeRoom::others)));
  }

  void reconnect(FlowEdge edge, NodeId from, NodeId to) {
    apply(scope -> new ReconnectTasks(scope, edge.from(), edge.to(), from, to));
    choose(from, to);
  }

  /** What the window would do with an edge's condition; the same answer greys the menu. */
  boolean canSetCondition(FlowEdge edge, Set<TaskResult> results) {
    return editor
        .scope()
        .filter(
            scope -> editor.plan(new SetCondition(scope, edge.from(), edge.to(), results)).isDone())
        .isPresent();
  }

  void setCondition(FlowEdge edge, Set<TaskResult> results) {
    apply(scope -> new SetCondition(scope, edge.from(), edge.to(), results));
    choose(edge.from(), edge.to());
  }

  /** The reason why a task cannot wait so. */
  Optional<Problem> setDepends(NodeId node, String expression) {
    return apply(scope -> new SetDepends(scope, node, expression));
  }

  /** What a task waits for as an expression; empty where it waits for nothing. */
  String depends(NodeId node) {
    return editor
        .scope()
        .flatMap(scope -> WaitingText.of(editor.state().get(), scope, node))
        .orElse("");
  }

  void disconnect(FlowEdge edge) {
    apply(scope -> new DisconnectTasks(scope, edge.from(), edge.to()));
  }

  private void choose(NodeId from, NodeId to) {
    editor
        .scope()
        .flatMap(scope -> editor.state().get().graph(scope).edge(from, to))
        .ifPresent(edge -> model.select(Selection.of(edge)));
  }

  private Optional<Problem> apply(Function<Scope, Command> command) {
    return editor
        .scope()
        .map(command)
        .map(editor::apply)
        .flatMap((Outcome<DiagramState> outcome) -> outcome.refusal());
  }
}

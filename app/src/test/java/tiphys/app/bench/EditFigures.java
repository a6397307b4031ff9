// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tiphys.model.command.Command;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.DuplicateTasks;
import tiphys.model.command.RenameTask;
import tiphys.model.command.SetNote;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** Edits done, looked at and undone. What came of one is read afresh, and by another reader. */
final class EditFigures {
  private int tried;
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int wrong;
  private int losing;
  private int differing;

  void tryOut(Diagram diagram, Command command) {
    tried++;
    DiagramState before = diagram.state();
    switch (diagram.apply(command)) {
      case Outcome.Refused<DiagramState>(Problem why) ->
          refusals.merge(why.code().name(), 1, Integer::sum);
      case Outcome.Done<DiagramState>(DiagramState after) -> look(command, before, after);
    }
    diagram.undo();
    differing += diagram.state().text().toString().equals(before.text().toString()) ? 0 : 1;
  }

  private void look(Command command, DiagramState before, DiagramState after) {
    String text = after.text().toString();
    DiagramState afresh = DiagramState.of(SourceText.of(text), Positions.NONE);
    boolean isRead =
        ValuesRead.values(text).isPresent()
            || ValuesRead.values(before.text().toString()).isEmpty();
    if (!isRead || !isMeant(command, before, afresh)) {
      wrong++;
      tell("wrong", command, before, after, List.of());
    }
    List<String> lost = lost(command, before, text);
    if (!lost.isEmpty()) {
      losing++;
      tell("comments lost", command, before, after, lost);
    }
  }

  private static void tell(
      String what, Command command, DiagramState before, DiagramState after, List<String> lost) {
    System.out.println(what + " " + lost + " by " + command);
    if (Boolean.getBoolean("bench.texts")) {
      System.out.println(before.text() + "----- then\n" + after.text() + "=====");
    }
  }

  private static boolean isMeant(Command command, DiagramState before, DiagramState after) {
    return switch (command) {
      case RenameTask(Scope scope, NodeId node, var to) -> {
        Set<NodeId> ids = ids(before.graph(scope));
        ids.remove(node);
        ids.add(new NodeId(to.value()));
        yield ids.equals(ids(after.graph(scope)))
            && before.graph(scope).edges().size() == after.graph(scope).edges().size();
      }
      case DuplicateTasks(Scope scope, var _) -> {
        Set<NodeId> ids = ids(after.graph(scope));
        yield ids.size() == before.graph(scope).nodes().size() + 1
            && ids.containsAll(ids(before.graph(scope)));
      }
      case DeleteTasks(Scope scope, Set<NodeId> nodes) -> {
        Set<NodeId> ids = ids(before.graph(scope));
        ids.removeAll(nodes);
        yield ids.equals(ids(after.graph(scope)));
      }
      case SetNote note ->
          SetNote.of(after, note.scope(), note.node()).equals(note.text())
              && ValuesRead.values(before.text().toString())
                  .equals(ValuesRead.values(after.text().toString()));
      default -> throw new IllegalArgumentException(command.toString());
    };
  }

  private static Set<NodeId> ids(FlowGraph graph) {
    Set<NodeId> ids = new HashSet<>();
    graph.nodes().stream().map(FlowNode::id).forEach(ids::add);
    return ids;
  }

  /** Without those that belong to what was to go: a task's own, and the note that another is. */
  private static List<String> lost(Command command, DiagramState before, String after) {
    List<String> lost = ValuesRead.lost(ValuesRead.comments(before.text().toString()), after);
    if (!lost.isEmpty()) {
      String own =
          switch (command) {
            case DeleteTasks(Scope scope, Set<NodeId> nodes) ->
                TaskLines.of(before, scope, nodes.iterator().next());
            case SetNote note -> SetNote.of(before, note.scope(), note.node());
            default -> "";
          };
      lost.removeIf(own::contains);
    }
    return lost;
  }

  void print() {
    System.out.printf(
        Locale.ROOT,
        "edits tried %d, refused %d, wrong %d, with comments lost %d, bytes differ after undo %d%n"
            + "  refused for %s%n",
        tried,
        refusals.values().stream().mapToInt(Integer::intValue).sum(),
        wrong,
        losing,
        differing,
        refusals);
  }
}

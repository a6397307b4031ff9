// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import tiphys.model.diagram.Diagram;
import tiphys.model.given.TreeText;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlTree;

/** A text that commands are tried on: each is undone to the byte, in LF and CRLF. */
record Edited(String text) {
  static final Scope MAIN = scope("main");

  static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: sample-
      spec:
        entrypoint: main
        templates:
        - name: echo
          container: {image: busybox}
      """;

  /** A workflow with these tasks in its DAG {@code main}; lines begin at the dash. */
  static Edited ofTasks(String tasks) {
    return new Edited(HEAD + "  - name: main\n    dag:\n      tasks:\n" + tasks.indent(6));
  }

  /** The same in brackets. */
  static Edited ofFlowTasks(String... tasks) {
    return new Edited(
        HEAD + "  - name: main\n    dag: {tasks: [" + String.join(", ", tasks) + "]}\n");
  }

  static Edited ofSteps(String groups) {
    return new Edited(HEAD + "  - name: main\n    steps:\n" + groups.indent(4));
  }

  static Scope scope(String template) {
    return new Scope(0, new TemplateName(template));
  }

  static Set<NodeId> nodes(String... names) {
    Set<NodeId> nodes = new LinkedHashSet<>();
    for (String name : names) {
      nodes.add(new NodeId(name));
    }
    return nodes;
  }

  DiagramState state() {
    return DiagramState.of(SourceText.of(text), Positions.NONE);
  }

  /** After a command that is done, undone, done again, and done with CRLF to the same lines. */
  Edited after(Command command) {
    String done = apply(text, command);
    String windows = apply(text.replace("\n", "\r\n"), command);
    assertEquals(done.replace("\n", "\r\n"), windows);
    return new Edited(done);
  }

  private static String apply(String text, Command command) {
    Diagram diagram = Diagram.open(SourceText.of(text), Positions.NONE);
    Outcome<DiagramState> outcome = diagram.apply(command);
    String refusal =
        outcome.refusal().map(why -> why.code() + " " + why.arguments()).orElse("done");
    assertEquals("done", refusal);
    String done = diagram.state().text().toString();
    assertEquals(
        TreeText.of(YamlTree.parse(diagram.state().text())), TreeText.of(diagram.state().tree()));
    diagram.undo();
    assertEquals(text, diagram.state().text().toString());
    return done;
  }

  /** The reason of a refusal, which has changed nothing. */
  ProblemCode refusal(Command command) {
    Diagram diagram = Diagram.open(SourceText.of(text), Positions.NONE);
    DiagramState before = diagram.state();
    Problem why = diagram.apply(command).refusal().orElseThrow();
    assertSame(before, diagram.state());
    return why.code();
  }

  /** The lines below the tasks' key, from the left edge. */
  String tasks() {
    String rest = text.substring(text.indexOf("      tasks:\n") + "      tasks:\n".length());
    StringBuilder tasks = new StringBuilder();
    for (String line : rest.lines().toList()) {
      if (!line.startsWith("      ")) {
        break;
      }
      tasks.append(line.substring(6)).append('\n');
    }
    return tasks.toString();
  }

  /** As {@code from→to}, with the condition behind it. */
  Set<String> edges() {
    Set<String> edges = new TreeSet<>();
    state()
        .graph(MAIN)
        .edges()
        .forEach(
            edge ->
                edges.add(
                    edge.from()
                        + "→"
                        + edge.to()
                        + (edge.condition().isEmpty() ? "" : " " + edge.condition())));
    return edges;
  }
}

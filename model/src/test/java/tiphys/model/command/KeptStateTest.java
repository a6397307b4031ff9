// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tiphys.model.checks.Checks;
import tiphys.model.diagram.Diagram;
import tiphys.model.given.TreeText;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/** What is kept from one revision to the next is what reading the text afresh gives. */
final class KeptStateTest {
  private static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: kept-}
      spec:
        entrypoint: main
        templates:
          - name: echo
            inputs: {parameters: [{name: message}]}
            container: {image: alpine}
          - name: gen
            inputs: {parameters: [{name: message, value: x}]}
            outputs: {parameters: [{name: out, valueFrom: {path: /out}}]}
            container: {image: alpine}
          - name: main
            dag:
              tasks:
      """;

  /** How a task of a drawn-up workflow waits, by what stands before its name. */
  private static final List<String> MANNERS =
      List.of(
          "depends: %s",
          "depends: %s.Succeeded",
          "depends: %s && renamed-task",
          "depends: %s.AnySucceeded || t1",
          "depends: '!%s'",
          "depends: '%s &&'",
          "dependencies: [%s]",
          "dependencies: [%s, ~, nobody]",
          "when: '{{tasks.%1$s.outputs.parameters.out}} == {{item}}' # and {{tasks.t1.name}}",
          "depends: %1$s\n            when: '{{tasks.%1$s.outputs.parameters.out}} == x'",
          "depends: t1\n            when: '{{tasks.%1$s.outputs.result}} == {{inputs.parameters.x}}'",
          "depends: %1$s\n            withItems: [a, b]",
          "when: 1 == 1 # %s");

  private static final List<String> OTHERS = List.of("echo", "gen", "out", "nothing");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> drawnUp =
        Combinators.combine(
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 7),
                Arbitraries.of(MANNERS))
            .as(KeptStateTest::task)
            .list()
            .ofMinSize(1)
            .ofMaxSize(9)
            .map(tasks -> HEAD + String.join("", tasks));
    return Arbitraries.oneOf(drawnUp, Arbitraries.of(CommandSamples.TEXTS));
  }

  /** Names come twice, and some that are waited for are not there. */
  private static String task(int name, int other, String manner) {
    return "          - name: t%d%n            template: %s%n            %s%n"
        .formatted(name, other % 2 == 0 ? "echo" : "gen", manner.formatted("t" + other));
  }

  @Provide
  Arbitrary<CommandSamples.Choice> choices() {
    Arbitrary<Integer> any =
        Arbitraries.integers().between(0, 9_999).withDistribution(RandomDistribution.uniform());
    return Combinators.combine(any, any, any, any).as(CommandSamples.Choice::new);
  }

  @Property(tries = 400, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
  void isTheSameAfterAnyCommandsUndoneAndRedone(
      @ForAll("texts") String text,
      @ForAll @Size(min = 1, max = 8) List<CommandSamples.@From("choices") Choice> choices) {
    Diagram diagram = Diagram.open(SourceText.of(text), Positions.NONE);
    for (CommandSamples.Choice choice : choices) {
      step(diagram, choice);
      assertAsReadAfresh(diagram.state());
    }
  }

  /** So many that what is asked of them all is asked of stretches of them. */
  @Property(tries = 6, seed = "20261129", edgeCases = EdgeCasesMode.NONE)
  void ofHundredsOfTasksToo(
      @ForAll @Size(24) List<CommandSamples.@From("choices") Choice> choices) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 700; i++) {
      String manner = MANNERS.get((i * 7 + choices.getFirst().one()) % MANNERS.size());
      text.append(task(i, Math.max(0, i - 3), manner));
    }
    Diagram diagram = Diagram.open(SourceText.of(text.toString()), Positions.NONE);
    for (CommandSamples.Choice choice : choices) {
      step(diagram, choice);
      assertAsReadAfresh(diagram.state());
    }
  }

  private static void step(Diagram diagram, CommandSamples.Choice choice) {
    DiagramState now = diagram.state();
    List<Scope> scopes = Scopes.all(now.workflow());
    switch (choice.two() % 5) {
      case 0 -> diagram.undo();
      case 1 -> diagram.redo();
      case 2 -> retype(diagram, choice);
      default -> {
        if (!scopes.isEmpty()) {
          Scope scope = CommandSamples.scope(choice, scopes, now);
          var _ = diagram.apply(CommandSamples.of(choice, scope, now));
        }
      }
    }
  }

  /**
   * Types another number behind one of the names, which no command does: two of one name; or
   * another template or output.
   */
  private static void retype(Diagram diagram, CommandSamples.Choice choice) {
    boolean isNumber = choice.kind() % 3 > 0;
    String text = diagram.state().text().toString();
    List<MatchResult> found =
        Pattern.compile(isNumber ? "(?<=\\bt)\\d\\b" : "\\b(echo|gen|out)\\b")
            .matcher(text)
            .results()
            .toList();
    if (!found.isEmpty()) {
      MatchResult old = found.get(choice.three() % found.size());
      String other =
          isNumber ? Integer.toString(choice.one() % 8) : OTHERS.get(choice.one() % OTHERS.size());
      diagram.type(TextEdits.of(TextEdit.replace(old.start(), old.end(), other)));
    }
  }

  @Test
  void whatAnEditLeavesAloneIsTheSameNode() {
    Diagram diagram =
        Diagram.open(
            SourceText.of(HEAD + task(0, 9, MANNERS.getLast()) + task(1, 0, MANNERS.getFirst())),
            Positions.NONE);
    Scope main = new Scope(0, new TemplateName("main"));
    FlowGraph before = diagram.state().graph(main);

    var _ = diagram.apply(new RenameTask(main, new NodeId("t1"), new TaskName("other")));

    FlowGraph after = diagram.state().graph(main);
    assertSame(before.nodes().getFirst(), after.nodes().getFirst());
    assertEquals("other", after.nodes().getLast().id().value());
  }

  private static final String REFERRING =
      HEAD
          + """
                    - name: t1
                      templateRef: {name: tools, template: print}
                    - name: t2
                      depends: t1
                      template: echo
                      when: "{{tasks.t1.outputs.parameters.out}} == x"
                    - name: t3
                      inline: {dag: {tasks: [{name: a, templateRef: {name: tools, template: rest}}]}}
          """;

  /** What other files hold comes and goes; only what refers to it is looked at again. */
  @Test
  void amongOtherFilesToo() {
    DiagramState state = DiagramState.of(SourceText.of(REFERRING), Positions.NONE);
    for (Library library :
        List.of(
            Library.of(List.of()),
            tools("print", "out"),
            tools("print", "other"),
            tools("rest", "out"),
            tools("print", "out"))) {
      state = state.with(library);
      DiagramState now = state;
      WorkflowFile workflow = WorkflowReader.read(state.tree()).with(library);
      assertEquals(
          Checks.of(
                  state.tree(), workflow, scope -> FlowGraph.of(workflow, scope), Optional.empty())
              .problems(),
          state.problems());
      Scopes.all(workflow)
          .forEach(scope -> assertSameGraph(FlowGraph.of(workflow, scope), now.graph(scope)));
    }
  }

  private static Library tools(String template, String output) {
    String text =
        """
        kind: WorkflowTemplate
        metadata: {name: tools}
        spec:
          templates:
            - name: %s
              outputs: {parameters: [{name: %s, valueFrom: {path: /out}}]}
              suspend: {}
        """
            .formatted(template, output);
    WorkflowFile file = WorkflowReader.read(YamlTree.parse(SourceText.of(text)));
    return Library.of(List.of(new Library.Entry("tools.yaml", 0, file.resources().getFirst())));
  }

  static void assertAsReadAfresh(DiagramState kept) {
    DiagramState fresh = DiagramState.of(kept.text(), kept.positions());
    assertEquals(TreeText.of(fresh.tree()), TreeText.of(kept.tree()));
    assertEquals(told(fresh.workflow()), told(kept.workflow()));
    assertEquals(fresh.problems(), kept.problems(), () -> kept.text().toString());
    for (Scope scope : Scopes.all(fresh.workflow())) {
      assertSameGraph(fresh.graph(scope), kept.graph(scope));
    }
  }

  /** Without the nodes that it was read from, which are others. */
  private static String told(WorkflowFile workflow) {
    return workflow.toString().replaceAll("tiphys\\.model\\.[\\w.]+@\\w+", "");
  }

  private static void assertSameGraph(FlowGraph fresh, FlowGraph kept) {
    assertEquals(fresh.nodes(), kept.nodes());
    assertEquals(fresh.edges(), kept.edges());
    assertEquals(fresh.groups(), kept.groups());
    assertEquals(fresh.cycles(), kept.cycles());
    for (int edge = 0; edge < fresh.edges().size(); edge++) {
      assertEquals(fresh.source(edge), kept.source(edge));
      assertEquals(fresh.target(edge), kept.target(edge));
    }
    for (int node = 0; node < fresh.nodes().size(); node++) {
      assertEquals(fresh.waitsPlainly(node), kept.waitsPlainly(node));
    }
  }
}

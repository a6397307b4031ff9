// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.StepGroups;

class MoveStepTest {
  private static final String HEAD =
      """
      kind: Workflow
      spec:
        templates:
          - {name: leaf, suspend: {}}
          - name: main
            steps:
      """;
  private static final String BLOCK =
      """
            # greet
            - - name: a
                template: leaf   # first
              # in parallel
              - name: b
                template: leaf
                when: |
                  true

            # then
            - - name: c
                template: leaf
            # the end
      """;

  @Test
  void aStepGoesToTheEndOfAnotherGroupWithItsComments() {
    assertMoved(
        """
              # greet
              - - name: a
                  template: leaf   # first

              # then
              - - name: c
                  template: leaf
                # in parallel
                - name: b
                  template: leaf
                  when: |
                    true
              # the end
        """,
        "b",
        1,
        Optional.of(9));
  }

  @Test
  void aStepGoesWithinItsGroup() {
    assertMoved(
        """
              # greet
                # in parallel
              - - name: b
                  template: leaf
                  when: |
                    true
                - name: a
                  template: leaf   # first

              # then
              - - name: c
                  template: leaf
              # the end
        """,
        "b",
        0,
        Optional.of(0));
  }

  @Test
  void aStepBetweenGroupsHasAGroupOfItsOwn() {
    assertMoved(
        """
              # greet
              - - name: a
                  template: leaf   # first
                # in parallel
              - - name: b
                  template: leaf
                  when: |
                    true

              # then
              - - name: c
                  template: leaf
              # the end
        """,
        "b",
        1,
        Optional.empty());
  }

  @Test
  void aGroupThatIsLeftEmptyGoes() {
    Diagram diagram = open(BLOCK);
    diagram.apply(move("c", 0, Optional.of(9)));

    assertEquals(1, diagram.state().graph(MAIN).groups().size());
    assertEquals(3, diagram.state().graph(MAIN).groups().getFirst().members().size());
    diagram.undo();
    assertEquals(HEAD + BLOCK, diagram.state().text().toString());
  }

  @Test
  void stepsInBracketsAreMovedInBrackets() {
    String flow =
        "        [[{name: a, template: leaf}, {name: b, template: leaf}], [{name: c, template:"
            + " leaf}]]\n";
    Diagram diagram = open(flow);

    diagram.apply(move("b", 2, Optional.empty()));

    assertEquals(
        HEAD
            + "        [[{name: a, template: leaf}], [{name: c, template: leaf}],"
            + " [{name: b, template: leaf}]]\n",
        diagram.state().text().toString());
    diagram.undo();
    assertEquals(HEAD + flow, diagram.state().text().toString());
  }

  @Test
  void theLastLineOfAFileNeedsNoBreakToBeMoved() {
    Diagram diagram =
        open("      - - {name: a, template: leaf}\n      - - {name: b, template: leaf}");

    diagram.apply(move("b", 0, Optional.of(0)));

    assertEquals(
        HEAD + "      - - {name: b, template: leaf}\n        - {name: a, template: leaf}",
        diagram.state().text().toString());
  }

  @Test
  void whatHasNoGroupsIsRefusedInWords() {
    assertEquals(
        Optional.of(ProblemCode.MOVE_NO_GROUP),
        open(BLOCK).apply(move("a", 7, Optional.of(0))).refusal().map(Problem::code));
    assertEquals(
        Optional.of(ProblemCode.MOVE_NOT_STEPS),
        Diagram.open(
                SourceText.of(
                    "kind: Workflow\nspec: {templates: [{name: main, dag: {tasks: [{name: a}]}}]}"),
                Positions.NONE)
            .apply(move("a", 0, Optional.of(0)))
            .refusal()
            .map(Problem::code));
  }

  private static final Scope MAIN = new Scope(0, new TemplateName("main"));

  private static void assertMoved(
      String expected, String step, int group, Optional<Integer> position) {
    Diagram diagram = open(BLOCK);
    var outcome = diagram.apply(move(step, group, position));
    assertEquals(Optional.empty(), outcome.refusal());
    assertEquals(HEAD + expected, diagram.state().text().toString());
    diagram.undo();
    assertEquals(HEAD + BLOCK, diagram.state().text().toString());
  }

  private static MoveStep move(String step, int group, Optional<Integer> position) {
    return new MoveStep(MAIN, new NodeId(step), new StepGroups.Target(group, position));
  }

  private static Diagram open(String steps) {
    return Diagram.open(SourceText.of(HEAD + steps), Positions.NONE);
  }
}

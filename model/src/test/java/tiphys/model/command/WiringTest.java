// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tiphys.model.command.Edited.MAIN;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tiphys.model.expression.TaskResult;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.TemplateName;

/** What waits for what, and for which end of it. */
final class WiringTest {
  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");
  private static final NodeId C = new NodeId("C");

  private static final Edited BLOCK =
      Edited.ofTasks(
          """
          - name: A
            template: echo
          - name: B
            depends: A.Failed # only then
            template: echo
          - name: C
            depends: A && B
            template: echo
          """);

  private static final Edited FLOW =
      Edited.ofFlowTasks(
          "{name: A, template: echo}",
          "{name: B, depends: A.Failed, template: echo}",
          "{name: C, depends: A && B, template: echo}");

  private static final Edited LISTS =
      Edited.ofTasks(
          """
          - name: A
            template: echo
            withItems: [1, 2]
            continueOn:
              failed: true
          - name: B
            dependencies: [A]
            template: echo
          - name: C
            dependencies:
              - A
              - B
            template: echo
          """);

  @Test
  void aConditionChangesItsPartOfTheExpressionAlone() {
    SetCondition both = condition(A, C, TaskResult.ERRORED, TaskResult.FAILED);

    assertEquals(
        BLOCK.tasks().replace("A && B", "(A.Failed || A.Errored) && B"), BLOCK.after(both).tasks());
    assertEquals(
        FLOW.text().replace("A && B", "(A.Failed || A.Errored) && B"), FLOW.after(both).text());
    assertEquals(BLOCK.text(), BLOCK.after(both).after(condition(A, C)).text());
    assertEquals(Set.of("A→B Failed", "A→C Failed / Errored", "B→C"), BLOCK.after(both).edges());
  }

  @Test
  void listsBecomeExpressionsAllTogetherWhereAConditionIsAsked() {
    Edited after = LISTS.after(condition(B, C, TaskResult.SKIPPED));

    assertEquals(
        """
        - name: A
          template: echo
          withItems: [1, 2]
        - name: B
          depends: A || A.Failed
          template: echo
        - name: C
          depends: (A || A.Failed) && B.Skipped
          template: echo
        """,
        after.tasks());
  }

  @Test
  void listsInBracketsBecomeExpressionsToo() {
    Edited lists =
        Edited.ofFlowTasks(
            "{name: A, template: echo, continueOn: {error: true}}",
            "{name: B, dependencies: [A], template: echo}");

    Edited after = lists.after(condition(A, B, TaskResult.FAILED));

    assertTrue(
        after
            .text()
            .contains("[{name: A, template: echo}, {name: B, depends: A.Failed, template: echo}]"),
        after.text());
  }

  @Test
  void whatOnlyALoopCanEndWithIsRefusedForATaskThatRunsOnce() {
    assertEquals(
        ProblemCode.DEPENDS_NO_LOOP, BLOCK.refusal(condition(A, B, TaskResult.ALL_FAILED)));
    assertEquals(
        Set.of("A→B AllFailed", "A→C Succeeded / Failed", "B→C"),
        LISTS.after(condition(A, B, TaskResult.ALL_FAILED)).edges());
  }

  @Test
  void aTaskThatIsNamedInSeveralPartsIsLeftToTheExpression() {
    Edited scattered = BLOCK.after(new SetDepends(MAIN, C, "A.Failed && B || A.Errored"));

    assertEquals(
        ProblemCode.CONDITION_SCATTERED, scattered.refusal(condition(A, C, TaskResult.FAILED)));
  }

  @Test
  void aFreeExpressionIsChecked() {
    assertEquals(ProblemCode.DEPENDENCY_UNKNOWN, BLOCK.refusal(new SetDepends(MAIN, C, "A && X")));
    assertEquals(ProblemCode.CONNECT_CYCLE, BLOCK.refusal(new SetDepends(MAIN, A, "C")));
    assertEquals(ProblemCode.CONNECT_ITSELF, BLOCK.refusal(new SetDepends(MAIN, A, "A")));
    assertEquals(
        ProblemCode.DEPENDS_BRACKET_OPEN, BLOCK.refusal(new SetDepends(MAIN, C, "(A && B")));
    assertEquals(
        ProblemCode.DEPENDS_UNKNOWN_RESULT, BLOCK.refusal(new SetDepends(MAIN, C, "A.Fine")));
    assertEquals(
        BLOCK.tasks().replace("  depends: A && B\n", ""),
        BLOCK.after(new SetDepends(MAIN, C, " ")).tasks());
  }

  @Test
  void aTaskIsPutOnAnEdgeAndTakesItsConditionOver() {
    InsertTask insert =
        new InsertTask(MAIN, A, B, template("echo"), NodeKind.SCRIPT, Optional.empty());

    for (Edited text : new Edited[] {BLOCK, FLOW}) {
      assertEquals(Set.of("A→echo Failed", "echo→B", "A→C", "B→C"), text.after(insert).edges());
    }
    assertTrue(BLOCK.after(insert).tasks().contains("depends: echo # only then"));
  }

  @Test
  void aTaskOnAnEdgeOfListsIsListedAndAStepGetsAGroup() {
    InsertTask insert =
        new InsertTask(MAIN, A, C, Optional.empty(), NodeKind.SCRIPT, Optional.empty());
    Edited lists = LISTS.after(insert);
    assertTrue(lists.tasks().contains("    - script\n    - B\n"), lists.tasks());
    assertTrue(
        lists.tasks().endsWith("- name: script\n  dependencies:\n    - A\n  template: script\n")
            || lists.edges().contains("A→script"),
        lists.tasks());

    Edited steps = Edited.ofSteps("- - {name: A, template: echo}\n- - {name: C, template: echo}\n");
    assertEquals(Set.of("A→script", "script→C"), steps.after(insert).edges());
  }

  @Test
  void anEndOfAnEdgeMovesWithItsCondition() {
    Edited wide =
        BLOCK.after(new PasteFragment(MAIN, "- {name: D, template: echo}", Optional.empty()));
    NodeId d = new NodeId("D");

    assertEquals(
        Set.of("D→B Failed", "A→C", "B→C"),
        wide.after(new ReconnectTasks(MAIN, A, B, d, B)).edges());
    assertEquals(
        Set.of("A→D Failed", "A→C", "B→C"),
        wide.after(new ReconnectTasks(MAIN, A, B, A, d)).edges());
    assertEquals(ProblemCode.CONNECT_CYCLE, wide.refusal(new ReconnectTasks(MAIN, A, B, C, B)));
    assertEquals(ProblemCode.CONNECT_MISSING, wide.refusal(new ReconnectTasks(MAIN, d, B, A, B)));
    assertTrue(LISTS.after(new ReconnectTasks(MAIN, A, B, A, B)).text().equals(LISTS.text()));
  }

  @Test
  void anEndInAListMovesInItsPlace() {
    Edited lists =
        Edited.ofTasks(
            """
            - {name: A, template: echo}
            - {name: B, template: echo}
            - name: C
              dependencies:
              - A # first
              template: echo
            """);

    assertEquals(
        lists.tasks().replace("- A # first", "- B # first"),
        lists.after(new ReconnectTasks(MAIN, A, C, B, C)).tasks());
    assertEquals(Set.of("A→B"), lists.after(new ReconnectTasks(MAIN, A, C, A, B)).edges());
  }

  private static SetCondition condition(NodeId from, NodeId to, TaskResult... results) {
    return new SetCondition(MAIN, from, to, Set.of(results));
  }

  private static Optional<TemplateName> template(String name) {
    return Optional.of(new TemplateName(name));
  }
}

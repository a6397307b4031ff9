// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tiphys.model.command.Edited.MAIN;
import static tiphys.model.command.Edited.nodes;
import static tiphys.model.command.Edited.scope;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.TemplateName;

/** Where tasks stand in the text, what they run, whether they run, and notes on them. */
final class OrderAndKindTest {
  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");
  private static final NodeId C = new NodeId("C");

  private static final Edited BLOCK =
      Edited.ofTasks(
          """
          # about A
          # in two lines
          - name: A
            template: echo # here
          # about B
          - name: B
            depends: A
            template: echo
          - name: C
            depends: B
            template: echo
          """);

  private static final Edited FLOW =
      Edited.ofFlowTasks(
          "{name: A, template: echo}",
          "{name: B, depends: A, template: echo}",
          "{name: C, depends: B, template: echo}");

  @Test
  void aTaskMovesWithItsCommentsAndBackAgain() {
    Edited down = BLOCK.after(new MoveTask(MAIN, A, B, true));

    assertEquals(
        """
        # about B
        - name: B
          depends: A
          template: echo
        # about A
        # in two lines
        - name: A
          template: echo # here
        - name: C
          depends: B
          template: echo
        """,
        down.tasks());
    assertEquals(BLOCK.text(), down.after(new MoveTask(MAIN, A, B, false)).text());
    assertEquals(BLOCK.edges(), down.edges());
    Edited last = BLOCK.after(new MoveTask(MAIN, A, C, true));
    assertEquals(BLOCK.text(), last.after(new MoveTask(MAIN, A, B, false)).text());
  }

  @Test
  void inBracketsTheOrderChangesToo() {
    assertEquals(
        Edited.ofFlowTasks(
                "{name: C, depends: B, template: echo}",
                "{name: A, template: echo}",
                "{name: B, depends: A, template: echo}")
            .text(),
        FLOW.after(new MoveTask(MAIN, C, A, false)).text());
    assertEquals(
        ProblemCode.CONNECT_STEPS,
        Edited.ofSteps("- - {name: A, template: echo}\n- - {name: B, template: echo}\n")
            .refusal(new MoveTask(MAIN, A, B, true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when: \"{{inputs.parameters.x}} == 1\"",
        "when: 'a == ''b'''",
        "when: a == b # why",
        "when: true",
        "when: >-\n    a == b\n    && c == d",
        "when: |\n    a == b",
        "continueOn: {failed: true}"
      })
  void disablingAndEnablingGivesTheBytesBack(String condition) {
    Edited task = Edited.ofTasks("- name: A\n  template: echo\n  " + condition + "\n");

    Edited off = task.after(new DisableTasks(MAIN, nodes("A"), true));
    Edited on = off.after(new DisableTasks(MAIN, nodes("A"), false));

    assertTrue(off.text().contains("false"), off.text());
    assertEquals(task.text(), on.text());
    assertEquals(off.text(), off.after(new DisableTasks(MAIN, nodes("A"), true)).text());
  }

  @Test
  void aDisabledTaskSaysSoAndKeepsItsCondition() {
    Edited task =
        Edited.ofFlowTasks(
            "{name: A, template: echo, when: \"{{x}} == 1\"}", "{name: B, template: echo}");

    Edited off = task.after(new DisableTasks(MAIN, nodes("A", "B"), true));

    assertTrue(off.text().contains("when: \"false && ({{x}} == 1)\"}"), off.text());
    assertTrue(off.text().contains("{name: B, template: echo, when: \"false\"}"), off.text());
    assertEquals(task.text(), off.after(new DisableTasks(MAIN, nodes("A", "B"), false)).text());
  }

  @Test
  void anotherTemplateIsCalledWithTheSameWiresAndWhatItAsksFor() {
    String greets =
        """
          - name: greet
            inputs: {parameters: [{name: who}, {name: how, value: loud}]}
            container: {image: busybox}
        """;
    CallTemplate call =
        new CallTemplate(MAIN, B, Optional.of(new TemplateName("greet")), NodeKind.CONTAINER);

    Edited after = new Edited(BLOCK.text() + greets).after(call);

    assertTrue(
        after
            .tasks()
            .contains(
                """
                  depends: A
                  template: greet
                  arguments:
                    parameters:
                    - name: who
                      value: ""
                """),
        after.tasks());
    assertEquals(BLOCK.edges(), new Edited(FLOW.text() + greets).after(call).edges());
    assertEquals(
        ProblemCode.ADDRESS_NO_TEMPLATE,
        BLOCK.refusal(
            new CallTemplate(MAIN, B, Optional.of(new TemplateName("no")), NodeKind.DAG)));
    assertTrue(
        BLOCK
            .after(new CallTemplate(MAIN, B, Optional.empty(), NodeKind.SUSPEND))
            .text()
            .endsWith("  - name: suspend\n    suspend: {}\n"));
  }

  @Test
  void aKindIsChangedInItsPlaceAndWhatWouldBeLostIsSaidBefore() {
    Edited text =
        new Edited(
            Edited.HEAD
                + """
                  - name: main
                    # how it runs
                    container:
                      image: busybox # small
                      # what it says
                      command: [echo]
                      args: [hello]
                """);

    assertEquals(
        ProblemCode.KIND_LOSES, text.refusal(new ChangeKind(MAIN, NodeKind.SCRIPT, false)));
    assertEquals(
        Edited.HEAD
            + """
              - name: main
                # how it runs
                script:
                  image: busybox # small
                  # what it says
                  command: [echo]
                  source: |
                    print("hello")
            """,
        text.after(new ChangeKind(MAIN, NodeKind.SCRIPT, true)).text());
    assertTrue(
        text.after(new ChangeKind(MAIN, NodeKind.SUSPEND, true))
            .text()
            .endsWith("  - name: main\n    # how it runs\n    suspend: {}\n"));
    assertTrue(
        text.after(new ChangeKind(scope("echo"), NodeKind.SCRIPT, false))
            .text()
            .contains("script: {image: busybox, command: [python], source: "));
  }

  @Test
  void aNoteIsTheCommentAboveATask() {
    assertEquals("about A\nin two lines", SetNote.of(BLOCK.state(), MAIN, Optional.of(A)));

    Edited noted = BLOCK.after(new SetNote(MAIN, Optional.of(C), "ends it\n\nat last"));
    assertTrue(noted.tasks().contains("# ends it\n#\n# at last\n- name: C"), noted.tasks());
    assertEquals(BLOCK.text(), noted.after(new SetNote(MAIN, Optional.of(C), "")).text());
    assertTrue(
        FLOW.after(new SetNote(MAIN, Optional.empty(), "the whole"))
            .text()
            .contains("  # the whole\n  - name: main\n"));
    assertEquals(
        ProblemCode.COMMENT_NOT_HERE, FLOW.refusal(new SetNote(MAIN, Optional.of(B), "no room")));
  }

  @Test
  void aTemplateIsDuplicatedDeletedAndBecomesStartAndEnd() {
    Edited twice = BLOCK.after(new DuplicateTemplate(scope("echo"), Optional.empty()));
    assertTrue(
        twice.text().contains("  - name: echo-2\n    container: {image: busybox}\n  - name: main"));
    assertEquals(BLOCK.text(), twice.after(new DeleteTemplate(scope("echo-2"))).text());
    assertEquals(ProblemCode.TEMPLATE_USED, BLOCK.refusal(new DeleteTemplate(scope("echo"))));
    assertEquals(ProblemCode.TEMPLATE_USED, BLOCK.refusal(new DeleteTemplate(MAIN)));
    assertEquals(
        BLOCK.text().replace("entrypoint: main", "entrypoint: echo"),
        BLOCK.after(new SetEntrypoint(scope("echo"))).text());
    Edited exit = BLOCK.after(new SetExitHandler(scope("echo")));
    assertTrue(exit.text().contains("  entrypoint: main\n  onExit: echo\n"));
    assertEquals(BLOCK.text(), exit.after(new SetExitHandler(scope("echo"))).text());
    Edited main =
        new Edited(BLOCK.text().replace("template: echo\n- name: C", "template: main\n- name: C"));
    assertEquals(
        Set.of("main", "main-2"),
        Set.of(
            "main",
            main.after(new DuplicateTemplate(MAIN, Optional.empty()))
                    .text()
                    .contains("name: main-2")
                ? "main-2"
                : ""));
  }
}

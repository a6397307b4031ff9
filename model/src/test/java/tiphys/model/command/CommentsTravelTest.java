// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.NodeId;
import tiphys.model.workflow.TemplateName;

/** What is said of a task goes where the task goes. */
final class CommentsTravelTest {
  private static final Edited BLOCK =
      Edited.ofTasks(
          """
          # of A
          - name: A # named
            # why echo
            template: echo # called
            arguments:
              # what is said
              parameters:
              - {name: m, value: x} # said
              # the last of A
          # of B,
          # in two lines
          - name: B # second
            template: echo
            depends: A # after A
          # of C
          - name: C
            template: echo
            depends: B
          """);

  private static final String OF_A = BLOCK.tasks().substring(0, BLOCK.tasks().indexOf("# of B"));

  private static final String OF_B =
      BLOCK.tasks().substring(OF_A.length(), BLOCK.tasks().indexOf("# of C"));

  private static final String OF_C = BLOCK.tasks().substring(OF_A.length() + OF_B.length());

  @Test
  void aCopyOfATaskHasItsComments() {
    assertEquals(
        OF_A + OF_A.replace("name: A", "name: A-2") + OF_B + OF_C,
        BLOCK.after(new DuplicateTasks(Edited.MAIN, Edited.nodes("A"))).tasks());
    assertEquals(OF_A + OF_B, copied("A", "B"));
    assertEquals(
        BLOCK.tasks()
            + OF_A.replace("name: A", "name: A-2")
            + OF_B.replace("name: B", "name: B-2").replace("depends: A", "depends: A-2"),
        BLOCK.after(new PasteFragment(Edited.MAIN, copied("A", "B"), Optional.empty())).tasks());
  }

  @Test
  void aCommentBehindADashGoesAlongWithTheTaskBelowIt() {
    Edited dashes =
        Edited.ofTasks(
            """
            - # why A
              # is there
              name: A
              template: echo
            """);

    assertEquals(
        dashes.tasks()
            + """
            # why A
            # is there
            - name: A-2
              template: echo
            """,
        dashes.after(new DuplicateTasks(Edited.MAIN, Edited.nodes("A"))).tasks());
  }

  @Test
  void aTaskThatMovesTakesItsCommentsAlong() {
    assertEquals(
        OF_B + OF_C + OF_A,
        BLOCK.after(new MoveTask(Edited.MAIN, new NodeId("A"), new NodeId("C"), true)).tasks());
  }

  @Test
  void aTaskThatGoesTakesItsOwnCommentsAndNoOthers() {
    assertEquals(
        OF_B.replace("  depends: A # after A\n", "") + OF_C,
        BLOCK.after(new DeleteTasks(Edited.MAIN, Edited.nodes("A"))).tasks());
  }

  @Test
  void whatIsExtractedTakesItsCommentsIntoTheTemplateAndBack() {
    Edited out =
        BLOCK.after(
            new ExtractTemplate(Edited.MAIN, Edited.nodes("A", "B"), new TemplateName("ab")));

    assertEquals(
        "- name: ab\n  template: ab\n" + OF_C.replace("depends: B", "depends: ab"), out.tasks());
    assertEquals(
        ("- name: ab\n  dag:\n    tasks:\n" + (OF_A + OF_B).indent(4)).indent(2),
        out.text().substring(out.text().indexOf("  - name: ab\n    dag")));
    assertEquals(
        OF_A + OF_B + OF_C, out.after(new InlineTemplate(Edited.MAIN, new NodeId("ab"))).tasks());
  }

  @Test
  void aTemplatesCopyHasItsComments() {
    String copy = BLOCK.after(new DuplicateTemplate(Edited.MAIN, Optional.empty())).text();

    assertEquals(
        BLOCK.text()
            + BLOCK.text().substring(Edited.HEAD.length()).replace("name: main", "name: main-2"),
        copy);
  }

  private static String copied(String... nodes) {
    return FragmentText.of(BLOCK.state(), Edited.MAIN, Edited.nodes(nodes)).result().orElseThrow();
  }
}

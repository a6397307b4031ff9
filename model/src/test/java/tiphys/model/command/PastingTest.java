// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tiphys.model.command.Edited.MAIN;
import static tiphys.model.command.Edited.nodes;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tiphys.model.problem.ProblemCode;

/** Copied tasks are text, and text becomes tasks. */
final class PastingTest {
  private static final Edited CHAIN =
      Edited.ofTasks(
          """
          # the first
          - name: A
            template: echo # says so
          - name: B
            # not before A
            depends: A
            template: echo
            arguments:
              parameters:
              - {name: x, value: "{{tasks.A.outputs.result}}"}
          - name: C
            depends: B
            template: echo
          """);

  private static final Edited FLOW =
      Edited.ofFlowTasks("{name: A, template: echo}", "{name: B, depends: A, template: echo}");

  @Test
  void copiedTasksAreTheirLinesFromTheLeftEdgeWithTheirComments() {
    String copied = FragmentText.of(CHAIN.state(), MAIN, nodes("B", "A")).result().orElseThrow();

    assertEquals(CHAIN.tasks().substring(0, CHAIN.tasks().indexOf("- name: C")), copied);
  }

  @Test
  void aPastedCopyIsWiredAmongItselfUnderFreeNames() {
    String copied = FragmentText.of(CHAIN.state(), MAIN, nodes("A", "B")).result().orElseThrow();

    Edited after = CHAIN.after(paste(copied));

    assertEquals(
        CHAIN.tasks()
            + """
            # the first
            - name: A-2
              template: echo # says so
            - name: B-2
              # not before A
              depends: A-2
              template: echo
              arguments:
                parameters:
                - {name: x, value: "{{tasks.A-2.outputs.result}}"}
            """,
        after.tasks());
  }

  @Test
  void inBracketsAPastedTaskStandsAmongTheOthers() {
    String copied = FragmentText.of(CHAIN.state(), MAIN, nodes("A", "B")).result().orElseThrow();

    Edited after = FLOW.after(paste(copied));

    assertEquals(Set.of("A→B", "A-2→B-2"), after.edges());
    assertTrue(after.text().contains("{name: B-2, depends: A-2, template: echo, arguments:"));
  }

  @Test
  void whatStoodInBracketsIsPastedIntoLinesAsItStood() {
    String copied = FragmentText.of(FLOW.state(), MAIN, nodes("B")).result().orElseThrow();
    assertEquals("- {name: B, depends: A, template: echo}\n", copied);

    Edited after = CHAIN.after(paste(copied));

    assertEquals(CHAIN.tasks() + "- {name: B-2, depends: A, template: echo}\n", after.tasks());
  }

  @Test
  void whereATaskThatIsWaitedForIsMissingNothingWaits() {
    String copied = FragmentText.of(CHAIN.state(), MAIN, nodes("C")).result().orElseThrow();
    Edited other = Edited.ofTasks("- {name: other, template: echo}\n");

    Edited after = other.after(paste(copied));

    assertEquals(
        """
        - {name: other, template: echo}
        - name: C
          template: echo
        """,
        after.tasks());
  }

  @Test
  void aDuplicateStandsBehindTheLastAndWaitsForTheSame() {
    Edited after = CHAIN.after(new DuplicateTasks(MAIN, nodes("B")));

    assertEquals(Set.of("A→B", "A→B-2", "B→C"), after.edges());
    assertTrue(after.tasks().indexOf("B-2") < after.tasks().indexOf("name: C"));
    assertEquals(Set.of("A→B", "A→B-2"), FLOW.after(new DuplicateTasks(MAIN, nodes("B"))).edges());
  }

  @Test
  void templatesThatTheOtherFileLacksComeAlongAndOnesThatItHasDoNot() {
    Edited from =
        new Edited(
            CHAIN.text().replace("template: echo", "template: say")
                + "  - name: say\n    # speaks\n    container: {image: busybox}\n");
    String copied =
        FragmentText.withTemplates(from.state(), MAIN, nodes("A")).result().orElseThrow();

    Edited once = CHAIN.after(paste(copied));
    Edited twice = once.after(paste(copied));

    assertTrue(
        once.text().endsWith("  - name: say\n    # speaks\n    container: {image: busybox}\n"));
    assertEquals(2, twice.text().split("name: say\n", -1).length);
    assertEquals(2, twice.text().split("template: say # says so\n  ", -1).length - 1);
  }

  @Test
  void aTemplateOfTheSameNameThatMeansSomethingElseIsAddedUnderAFreeName() {
    String copied =
        """
        tasks:
        - {name: new, template: echo}
        templates:
        - name: echo
          container: {image: alpine}
        """;

    Edited after = CHAIN.after(paste(copied));

    assertTrue(after.text().contains("- {name: new, template: echo-2}"));
    assertTrue(after.text().endsWith("  - name: echo-2\n    container: {image: alpine}\n"));
  }

  @Test
  void aSelectionByHandBeginsAtTheDash() {
    Edited after =
        CHAIN.after(paste("- name: D\n          depends: A\n          template: echo\n"));

    assertTrue(after.tasks().endsWith("- name: D\n  depends: A\n  template: echo\n"));
  }

  @Test
  void aWholeWorkflowBringsItsTemplatesItsParametersAndACallOfItsEntrypoint() {
    String other =
        """
        kind: Workflow
        spec:
          entrypoint: main
          arguments:
            parameters:
            - name: who # is greeted
              value: you
          templates:
          - name: main
            script:
              image: busybox
              source: |
                echo {{workflow.parameters.who}}

                # a comment of the script
        """;

    Edited after = CHAIN.after(paste(other));

    assertTrue(after.tasks().endsWith("- name: main\n  template: main-2\n"), after.tasks());
    assertTrue(after.text().contains("- name: who # is greeted\n"), after.text());
    assertTrue(after.text().endsWith("        # a comment of the script\n"), after.text());
  }

  @Test
  void stepsAreCopiedInTheirGroupsAndBecomeTasksThatWait() {
    Edited steps =
        Edited.ofSteps(
            """
            - - name: one
                template: echo
            - - name: two
                template: echo
                when: "{{steps.one.outputs.result}} == 1"
              - name: three
                template: echo
            """);
    String copied =
        FragmentText.of(steps.state(), MAIN, nodes("one", "two", "three")).result().orElseThrow();
    assertEquals(
        steps.text().substring(steps.text().indexOf("    - - name: one")), copied.indent(4));

    Edited after = Edited.ofTasks("- {name: A, template: echo}\n").after(paste(copied));

    assertEquals(Set.of("one→two", "one→three"), after.edges());
    assertTrue(after.text().contains("{{tasks.one.outputs.result}}"));
    assertEquals(Set.of("one→one-2", "one-2→two"), groupsOf(steps.after(paste(copied))));
  }

  private static Set<String> groupsOf(Edited steps) {
    Set<String> found = new java.util.TreeSet<>();
    var groups = steps.state().graph(MAIN).groups();
    found.add(groups.get(0).members().getFirst() + "→" + groups.get(2).members().getFirst());
    found.add(groups.get(2).members().getFirst() + "→" + groups.get(1).members().getFirst());
    return found;
  }

  @Test
  void tasksBecomeStepsInTheirOrderAndAConditionIsRefused() {
    Edited steps = Edited.ofSteps("- - {name: one, template: echo}\n");
    String copied = FragmentText.of(CHAIN.state(), MAIN, nodes("A", "B")).result().orElseThrow();

    Edited after = steps.after(paste(copied));

    assertEquals(3, after.state().graph(MAIN).groups().size());
    assertTrue(after.text().contains("{{steps.A.outputs.result}}"));
    assertEquals(
        ProblemCode.PASTE_NO_STEPS,
        steps.refusal(paste(copied.replace("depends: A", "depends: A.Failed"))));
  }

  @Test
  void listsAndExpressionsDoNotMeetInOneTemplate() {
    Edited lists =
        Edited.ofTasks(
            """
            - name: A
              template: echo
              continueOn: {failed: true}
            - name: B
              dependencies: [A]
              template: echo
            """);

    Edited after = lists.after(paste("- {name: C, depends: B, template: echo}"));

    assertEquals(
        """
        - name: A
          template: echo
        - name: B
          depends: A || A.Failed
          template: echo
        - {name: C, depends: B, template: echo}
        """,
        after.tasks());
    Edited other = CHAIN.after(paste("- {name: D, dependencies: [A, B], template: echo}"));
    assertTrue(other.tasks().endsWith("- {name: D, depends: A && B, template: echo}\n"));
  }

  @Test
  void nonsenseIsRefused() {
    assertEquals(ProblemCode.PASTE_NOTHING, CHAIN.refusal(paste("hello")));
    assertEquals(ProblemCode.PASTE_NOTHING, CHAIN.refusal(paste("")));
    assertEquals(ProblemCode.PASTE_NOTHING, CHAIN.refusal(paste("- {name: x, value: y}")));
    assertEquals(ProblemCode.PASTE_NOT_YAML, CHAIN.refusal(paste("a: [b")));
    assertEquals(ProblemCode.PASTE_NOT_HERE, CHAIN.refusal(paste("- {name: x, image: busybox}")));
    assertEquals(
        ProblemCode.COPY_ANCHORED,
        FragmentText.of(
                Edited.ofTasks("- {name: B, template: echo, arguments: *nothing}\n").state(),
                MAIN,
                nodes("B"))
            .refusal()
            .orElseThrow()
            .code());
  }

  private static final Edited TIED =
      Edited.ofTasks(
          """
          - &a # the base
            name: A
            template: echo
            arguments: &args # said
              parameters: [{name: x, value: &v "1"}]
          - name: B
            template: echo
            depends: A
            arguments: *args # the same
          - <<: *a
            name: C # merged
            when: *v
          """);

  @Test
  void aCopySaysItselfWhatItSharesWithOthersThroughAnchorsAndMerges() {
    assertEquals(
        """
        - name: B
          template: echo
          depends: A
          arguments: # the same
            parameters: [{name: x, value: "1"}]
        - name: C # merged
          template: echo
          arguments:
            parameters: [{name: x, value: "1"}]
          when: "1"
        """,
        FragmentText.of(TIED.state(), MAIN, nodes("B", "C")).result().orElseThrow());
    String copy =
        """
        # the base
        - name: A-2
          template: echo
          arguments: # said
            parameters: [{name: x, value: "1"}]
        """;
    assertEquals(
        TIED.tasks().replace("- name: B\n", copy + "- name: B\n"),
        TIED.after(new DuplicateTasks(MAIN, nodes("A"))).tasks());
  }

  @Test
  void whatOthersReferToIsNotTakenAwayFromThem() {
    assertEquals(ProblemCode.EDIT_SHARED, TIED.refusal(new DeleteTasks(MAIN, nodes("A"))));
  }

  @Test
  void aTaskThatHasNothingButItsNameIsCopiedToo() {
    Edited bare = Edited.ofTasks("- name: A\n- name: B\n  template: echo\n");

    assertEquals(
        bare.tasks() + "- name: A-2\n- name: B-2\n  template: echo\n",
        bare.after(new DuplicateTasks(MAIN, nodes("A", "B"))).tasks());
  }

  private static PasteFragment paste(String text) {
    return new PasteFragment(MAIN, text, Optional.empty());
  }
}

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
import tiphys.model.graph.NodeId;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.TemplateName;

/** Tasks into a template of their own and back, and what templates take and give. */
final class StructureTest {
  private static final Edited CHAIN =
      Edited.ofTasks(
          """
          - name: A
            template: say
            arguments: {parameters: [{name: text, value: hello}]}
          # the middle
          - name: B
            depends: A
            template: say
            arguments:
              parameters:
              - name: text
                value: "{{tasks.A.outputs.result}}" # from A
          - name: C
            depends: B.Succeeded
            template: say
            arguments: {parameters: [{name: text, value: "{{tasks.B.outputs.parameters.out}}"}]}
          - name: D
            depends: A && C
            template: say
            arguments: {parameters: [{name: text, value: "{{tasks.C.outputs.parameters.out}}"}]}
          """);

  private static final Edited TEXT =
      new Edited(
          CHAIN.text()
              + """
                  - name: say
                    inputs:
                      parameters:
                      - name: text
                    outputs:
                      parameters:
                      - name: out
                        valueFrom: {path: /tmp/out}
                    container:
                      image: busybox
                      command: [echo, "{{inputs.parameters.text}}", "{{=inputs.parameters.text + 'x'}}"]
                """);

  private static final ExtractTemplate EXTRACT =
      new ExtractTemplate(MAIN, nodes("B", "C"), new TemplateName("middle"));

  @Test
  void whatIsExtractedTakesAndGivesWhatWentOverTheBorder() {
    Edited after = TEXT.after(EXTRACT);

    assertEquals(
        """
        - name: A
          template: say
          arguments: {parameters: [{name: text, value: hello}]}
        - name: middle
          depends: A
          template: middle
          arguments:
            parameters:
            - name: A-result
              value: "{{tasks.A.outputs.result}}"
        - name: D
          depends: A && middle
          template: say
          arguments: {parameters: [{name: text, value: "{{tasks.middle.outputs.parameters.C-out}}"}]}
        """,
        after.tasks());
    assertTrue(
        after
            .text()
            .endsWith(
                """
                  - name: middle
                    inputs:
                      parameters:
                      - name: A-result
                    outputs:
                      parameters:
                      - name: C-out
                        valueFrom: {parameter: "{{tasks.C.outputs.parameters.out}}"}
                    dag:
                      tasks:
                      # the middle
                      - name: B
                        template: say
                        arguments:
                          parameters:
                          - name: text
                            value: "{{inputs.parameters.A-result}}" # from A
                      - name: C
                        depends: B.Succeeded
                        template: say
                        arguments: {parameters: [{name: text, value: "{{tasks.B.outputs.parameters.out}}"}]}
                """),
        after.text());
    assertEquals(0, after.state().problems().size(), () -> "" + after.state().problems());
  }

  @Test
  void whatIsInlinedAgainMeansTheSame() {
    Edited back = TEXT.after(EXTRACT).after(new InlineTemplate(MAIN, new NodeId("middle")));

    assertEquals(Set.of("A→B", "B→C Succeeded", "A→D", "C→D"), back.edges());
    assertTrue(back.tasks().contains("value: \"{{tasks.A.outputs.result}}\" # from A"));
    assertTrue(back.tasks().contains("{{tasks.C.outputs.parameters.out}}"));
    assertEquals(0, back.state().problems().size(), () -> "" + back.state().problems());
  }

  @Test
  void extractingInBracketsWorksTheSame() {
    Edited flow =
        Edited.ofFlowTasks(
            "{name: A, template: echo}",
            "{name: B, depends: A, template: echo}",
            "{name: C, depends: B, template: echo}");

    Edited after =
        flow.after(new ExtractTemplate(MAIN, nodes("A", "B"), new TemplateName("start")));

    assertTrue(
        after
            .text()
            .contains(
                "[{name: start, template: start}, {name: C, depends: start, template: echo}]"),
        after.text());
    assertEquals(flow.edges(), after.after(new InlineTemplate(MAIN, new NodeId("start"))).edges());
  }

  @Test
  void whatWouldMeanSomethingElseIsNotExtracted() {
    assertEquals(
        ProblemCode.EXTRACT_BETWEEN,
        TEXT.refusal(new ExtractTemplate(MAIN, nodes("A", "C"), new TemplateName("x"))));
    assertEquals(
        ProblemCode.EXTRACT_CONDITION,
        TEXT.refusal(new ExtractTemplate(MAIN, nodes("A", "B"), new TemplateName("x"))));
    assertEquals(
        ProblemCode.TEMPLATE_NAME_TAKEN,
        TEXT.refusal(new ExtractTemplate(MAIN, nodes("B", "C"), new TemplateName("say"))));
    assertEquals(
        ProblemCode.EXTRACT_EXPRESSION,
        new Edited(TEXT.text().replace("value: \"{{tasks.A", "value: \"{{=tasks.A"))
            .refusal(EXTRACT));
    assertEquals(
        ProblemCode.EXTRACT_NOT_HERE,
        TEXT.refusal(new ExtractTemplate(scope("say"), nodes("say"), new TemplateName("x"))));
    assertEquals(
        ProblemCode.INLINE_NOT_HERE, TEXT.refusal(new InlineTemplate(MAIN, new NodeId("A"))));
  }

  @Test
  void tasksThatCannotBeToldApartAreNotMoved() {
    Edited twice = Edited.ofTasks("- {name: A, template: echo}\n- {name: A, template: echo}\n");
    Edited nameless = Edited.ofTasks("- {name: A, template: echo}\n- {template: echo}\n");
    ExtractTemplate extract = new ExtractTemplate(MAIN, nodes("A"), new TemplateName("x"));

    assertEquals(ProblemCode.TASK_NAME_TAKEN, twice.refusal(extract));
    assertEquals(ProblemCode.TASK_NAME_MISSING, nameless.refusal(extract));
  }

  @Test
  void aCallWithALoopIsNotInlined() {
    Edited looped =
        new Edited(
            TEXT.after(EXTRACT)
                .text()
                .replace(
                    "  template: middle\n", "  template: middle\n        withItems: [1, 2]\n"));

    assertEquals(
        ProblemCode.INLINE_CALL, looped.refusal(new InlineTemplate(MAIN, new NodeId("middle"))));
  }

  @Test
  void aParameterIsRenamedWithTagsExpressionsAndArguments() {
    Edited after = TEXT.after(new RenameSlot(scope("say"), Slot.INPUT_PARAMETER, "text", "to-say"));

    assertTrue(
        after
            .text()
            .contains(
                "\"{{inputs.parameters.to-say}}\", \"{{=inputs.parameters['to-say'] + 'x'}}\""),
        after.text());
    assertTrue(!after.text().contains("name: text"), after.text());
    assertEquals(
        TEXT.text().replace("'x'", "'x'").length(),
        after
                .after(new RenameSlot(scope("say"), Slot.INPUT_PARAMETER, "to-say", "text"))
                .text()
                .length()
            - "['']".length()
            + ".".length());
    Edited outputs = TEXT.after(new RenameSlot(scope("say"), Slot.OUTPUT_PARAMETER, "out", "made"));
    assertEquals(2, outputs.text().split("outputs\\.parameters\\.made", -1).length - 1);
  }

  @Test
  void aParameterIsAddedAtTheTemplateAndAtItsCallsAndTakenAwayAgain() {
    Edited added =
        TEXT.after(new AddSlot(scope("say"), Slot.INPUT_PARAMETER, "more", Optional.empty()));

    assertTrue(added.text().contains("      - name: text\n      - name: more\n"), added.text());
    assertTrue(added.text().contains("{name: text, value: hello}, {name: more, value: \"\"}"));
    assertEquals(
        TEXT.text(),
        added.after(new RemoveSlot(scope("say"), Slot.INPUT_PARAMETER, "more")).text());
    assertEquals(
        ProblemCode.SLOT_USED,
        TEXT.refusal(new RemoveSlot(scope("say"), Slot.INPUT_PARAMETER, "text")));
    assertEquals(
        ProblemCode.SLOT_USED,
        TEXT.refusal(new RemoveSlot(scope("say"), Slot.OUTPUT_PARAMETER, "out")));
    assertEquals(
        ProblemCode.SLOT_NAME_TAKEN,
        TEXT.refusal(new AddSlot(scope("say"), Slot.INPUT_PARAMETER, "text", Optional.empty())));
    Edited artifact =
        TEXT.after(new AddSlot(scope("echo"), Slot.OUTPUT_ARTIFACT, "log", Optional.empty()));
    assertTrue(artifact.text().contains("path: /tmp/log"), artifact.text());
    assertEquals(
        TEXT.text(),
        artifact.after(new RemoveSlot(scope("echo"), Slot.OUTPUT_ARTIFACT, "log")).text());
  }
}

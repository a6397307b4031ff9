// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.ProblemCode;
import tiphys.model.symbol.Symbol;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;

/** Arguments and volumes get another name wherever they are named. */
final class RenamingTest {
  private static final Edited TEXT =
      new Edited(
          """
          kind: WorkflowTemplate
          metadata: {name: tools}
          spec:
            entrypoint: main
            arguments:
              parameters:
              - {name: text, value: hi} # what is said
              - {name: other}
            volumes:
            - name: work # shared
              emptyDir: {}
            volumeClaimTemplates:
            - metadata: {name: claim}
            templates:
            - name: main
              inputs: {parameters: [{name: text}]}
              container:
                args: ["{{workflow.parameters.text}} {{inputs.parameters.text}}"]
                env: [{name: E, value: "{{=workflow.parameters['text']}}"}]
                volumeMounts: [{name: work, mountPath: /w}, {name: claim, mountPath: /c}]
            - name: own
              volumes: [{name: work, emptyDir: {}}] # its own
              script: {volumeMounts: [{name: work, mountPath: /w}], source: "{{workflow.parameters.other}}"}
            - name: caller
              dag: {tasks: [{name: A, template: main, arguments: {parameters: [{name: text, value: x}]}}]}
          ---
          kind: Workflow
          spec:
            workflowTemplateRef: {name: tools}
            arguments: {parameters: [{name: text, value: bye}]}
          """);

  private static final Slot INPUT = Slot.INPUT_PARAMETER;

  private static final Edited INLINE =
      new Edited(
          """
          kind: Workflow
          spec:
            entrypoint: main
            templates:
            - name: main
              inputs: {parameters: [{name: both}]}
              dag:
                tasks:
                - name: A
                  arguments: {parameters: [{name: word, value: x}]} # passed
                  inline:
                    inputs: {parameters: [{name: word}]}
                    outputs: {parameters: [{name: said, valueFrom: {path: "/tmp/{{inputs.parameters.word}}"}}]}
                    script: {source: "echo {{inputs.parameters.word}} > {{outputs.parameters.said.path}}"}
                - name: B
                  depends: A
                  arguments: {parameters: [{name: both, value: "{{tasks.A.outputs.parameters.said}}"}]}
                  inline: {inputs: {parameters: [{name: both}]}, outputs: {}, script: {source: "{{inputs.parameters.both}}"}}
          """);

  private static final FieldOwner WHOLE = new FieldOwner.OfResource(0);

  @Test
  void anArgumentIsRenamedWithItsTagsTheInputThatTakesItAndThoseWhoPassIt() {
    assertEquals(
        TEXT.text()
            .replace("{name: text", "{name: words")
            .replace("parameters.text", "parameters.words")
            .replace("parameters['text']", "parameters['words']"),
        TEXT.after(argument("words")).text().replace("parameters.words']", "parameters['words']"));
  }

  @Test
  void anInputOfTheEntrypointIsRenamedWithTheArgumentThatItTakes() {
    Scope main = new Scope(0, new TemplateName("main"));

    assertEquals(
        TEXT.after(argument("words")).text(),
        TEXT.after(new RenameSlot(main, Slot.INPUT_PARAMETER, "text", "words")).text());
  }

  @Test
  void aVolumeIsRenamedWithItsMountsAndAnotherOfTheSameNameIsNot() {
    Scope own = new Scope(0, new TemplateName("own"));

    assertEquals(
        TEXT.text()
            .replace("- name: work # shared", "- name: bench # shared")
            .replace("[{name: work, mountPath: /w}, {", "[{name: bench, mountPath: /w}, {"),
        TEXT.after(volume("work", "bench")).text());
    assertEquals(
        TEXT.text()
            .replace("volumes: [{name: work", "volumes: [{name: bench")
            .replace("script: {volumeMounts: [{name: work", "script: {volumeMounts: [{name: bench"),
        TEXT.after(new RenameVolume(own, "work", "bench")).text());
    assertEquals(
        TEXT.text().replace("{name: claim", "{name: disk"),
        TEXT.after(volume("claim", "disk")).text());
  }

  @Test
  void theNameThatIsTypedIntoAFormRenamesWhatSaysItToo() {
    assertEquals(
        TEXT.after(argument("words")).text(),
        TEXT.after(set("words", "spec", "arguments", "parameters", "text", "name")).text());
    assertEquals(
        TEXT.after(volume("work", "bench")).text(),
        TEXT.after(set("bench", "spec", "volumes", "work", "name")).text());
  }

  @Test
  void aNameThatIsTakenOrCannotBeIsRefused() {
    refused(argument("other"), ProblemCode.SLOT_NAME_TAKEN);
    refused(argument("a b"), ProblemCode.SLOT_NAME_INVALID);
    refused(volume("work", "claim"), ProblemCode.SLOT_NAME_TAKEN);
    refused(volume("work", "Bench"), ProblemCode.RESOURCE_NAME_INVALID);
    refused(volume("none", "bench"), ProblemCode.SLOT_MISSING);
  }

  @Test
  void anArgumentThatIsOnlyPassedOnIsRenamedWhereItIsDeclared() {
    Command passed = new RenameArgument(1, Symbol.Value.PARAMETER, "text", "words");

    assertEquals(TEXT.after(argument("words")).text(), TEXT.after(passed).text());
    assertEquals(
        SharedRename.of(argument("words"), TEXT.state()), SharedRename.of(passed, TEXT.state()));
  }

  @Test
  void anArgumentThatATemplateOfAnotherFileDeclaresIsRefused() {
    Edited alone = new Edited(TEXT.text().substring(TEXT.text().indexOf("kind: Workflow\n")));

    assertEquals(
        ProblemCode.ARGUMENT_OF_TEMPLATE,
        alone.refusal(new RenameArgument(0, Symbol.Value.PARAMETER, "text", "words")));
    assertEquals(
        alone.text().replace("{name: text", "{name: words"),
        alone.after(set("words", "spec", "arguments", "parameters", "text", "name")).text());
  }

  @Test
  void aTaskIsRenamedInInlineTemplatesButWhereATaskOfTheirOwnHasItsName() {
    Edited nested =
        Edited.ofTasks(
            """
            - name: A
              template: echo
            - name: B
              depends: A
              inline: {dag: {tasks: [{name: C, template: echo, when: "{{tasks.A.status}} == x"}]}}
            - name: D
              depends: A
              inline:
                dag:
                  tasks:
                  - {name: A, template: echo}
                  - {name: E, depends: A, template: echo, when: "{{tasks.A.status}} == x"}
            """);

    assertEquals(
        nested
            .tasks()
            .replace("- name: A\n", "- name: Z\n")
            .replace("  depends: A\n", "  depends: Z\n")
            .replace(
                "C, template: echo, when: \"{{tasks.A.", "C, template: echo, when: \"{{tasks.Z."),
        nested.after(new RenameTask(Edited.MAIN, new NodeId("A"), new TaskName("Z"))).tasks());
  }

  @Test
  void aTaskOfAnInlineTemplateIsRenamedWithinItAndNowhereElse() {
    Edited nested =
        Edited.ofTasks(
            """
            - name: A
              template: echo
            - name: D
              depends: A
              inline:
                dag:
                  tasks:
                  - {name: A, template: echo} # its own
                  - {name: E, depends: A, template: echo, when: "{{tasks.A.status}} == x"}
            """);

    assertEquals(
        nested
            .tasks()
            .replace("{name: A,", "{name: Z,")
            .replace("E, depends: A", "E, depends: Z")
            .replace("tasks.A.", "tasks.Z."),
        nested.after(inside("D", "A", "Z")).tasks());
    assertEquals(ProblemCode.TASK_NAME_TAKEN, nested.refusal(inside("D", "A", "E")));
    assertEquals(ProblemCode.ADDRESS_NO_TASK, nested.refusal(inside("A", "A", "Z")));
  }

  private static RenameInlineTask inside(String task, String from, String to) {
    return new RenameInlineTask(
        Edited.MAIN, new NodeId(task), new TaskName(from), new TaskName(to));
  }

  @Test
  void theInputsAndOutputsOfAnInlineTemplateAreRenamedWithTheirArgumentsAndTags() {
    assertEquals(
        INLINE
            .text()
            .replace("{name: word,", "{name: saying,")
            .replace("[{name: word}]", "[{name: saying}]")
            .replace("inputs.parameters.word", "inputs.parameters.saying"),
        INLINE.after(inline(Slot.INPUT_PARAMETER, "word", "saying")).text());
    assertEquals(
        INLINE
            .text()
            .replace("[{name: said", "[{name: heard")
            .replace("outputs.parameters.said", "outputs.parameters.heard"),
        INLINE.after(inline(Slot.OUTPUT_PARAMETER, "said", "heard")).text());
    assertEquals(
        INLINE.after(inline(Slot.INPUT_PARAMETER, "word", "saying")).text(),
        INLINE
            .after(
                new SetField(
                    new FieldOwner.OfTask(Edited.MAIN, new NodeId("A")),
                    List.of("inline", "inputs", "parameters", "word", "name"),
                    "saying"))
            .text());
  }

  @Test
  void anInlineTemplatesInputThatIsCalledAsOneAroundItReadsThatOne() {
    // so Argo does: it puts in the outer values first
    assertEquals(
        INLINE
            .text()
            .replace("{name: both,", "{name: mine,")
            .replace("{name: both}]}, outputs", "{name: mine}]}, outputs"),
        INLINE
            .after(new RenameInlineSlot(Edited.MAIN, new NodeId("B"), INPUT, "both", "mine"))
            .text());
    assertEquals(
        ProblemCode.SLOT_NAME_TAKEN, INLINE.refusal(inline(Slot.INPUT_PARAMETER, "word", "both")));
    assertEquals(
        ProblemCode.SLOT_NAME_TAKEN,
        INLINE.refusal(new RenameSlot(Edited.MAIN, INPUT, "both", "word")));
    assertEquals(
        ProblemCode.SLOT_MISSING, INLINE.refusal(inline(Slot.INPUT_PARAMETER, "none", "x")));
  }

  @Test
  void anOutputIsRenamedInTheTagsOfItsOwnTemplate() {
    Edited text =
        new Edited(
            """
            kind: Workflow
            spec:
              templates:
              - name: main
                outputs: {parameters: [{name: said, valueFrom: {path: /tmp/x}}]}
                script: {source: "echo > {{outputs.parameters.said.path}}"}
            """);

    assertEquals(
        text.text().replace("said", "heard"),
        text.after(new RenameSlot(Edited.MAIN, Slot.OUTPUT_PARAMETER, "said", "heard")).text());
    assertEquals(
        ProblemCode.SLOT_USED,
        text.refusal(new RemoveSlot(Edited.MAIN, Slot.OUTPUT_PARAMETER, "said")));
  }

  private static Command inline(Slot slot, String from, String to) {
    return new RenameInlineSlot(Edited.MAIN, new NodeId("A"), slot, from, to);
  }

  private static Command argument(String to) {
    return new RenameArgument(0, Symbol.Value.PARAMETER, "text", to);
  }

  private static Command volume(String from, String to) {
    return new RenameVolume(Scope.ofResource(0), from, to);
  }

  private static Command set(String value, String... path) {
    return new SetField(WHOLE, List.of(path), value);
  }

  private static void refused(Command command, ProblemCode code) {
    assertTrue(
        command.plan(TEXT.state()).refusal().filter(problem -> problem.code() == code).isPresent());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.Scope;
import tiphys.model.problem.ProblemCode;
import tiphys.model.symbol.Symbol;
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

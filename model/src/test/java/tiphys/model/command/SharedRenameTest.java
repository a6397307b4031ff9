// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.Scope;
import tiphys.model.problem.ProblemCode;
import tiphys.model.symbol.Symbol;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.workflow.TemplateName;

/** Names of workflow templates, followed in the files that refer to them. */
final class SharedRenameTest {
  private static final ResourceReference TOOLS = new ResourceReference("tools", false);

  private static final Edited TOOL_FILE =
      new Edited(
          """
          kind: WorkflowTemplate
          metadata: {name: tools} # ours
          spec:
            templates:
            - name: print
              inputs: {parameters: [{name: text}]}
              outputs: {parameters: [{name: size, value: "1"}]}
              container: {image: busybox, args: ["{{inputs.parameters.text}}"]}
          ---
          kind: CronWorkflow
          metadata: {name: nightly}
          spec:
            schedules: ["0 2 * * *"]
            workflowSpec:
              workflowTemplateRef: {name: tools}
              entrypoint: print
          """);

  private static final Edited CALLER =
      new Edited(
          """
          kind: Workflow
          metadata: {generateName: main-}
          spec:
            entrypoint: main
            hooks:
              exit: {templateRef: {name: tools, template: print}, arguments: {parameters: [{name: text, value: bye}]}}
            templates:
            - name: main
              dag:
                tasks:
                - name: a # says it
                  templateRef:
                    name: "tools"   # of the folder
                    template: print
                  arguments: {parameters: [{name: text, value: hello}]}
                - {name: b, depends: a, template: show, arguments: {parameters: [{name: n, value: "{{tasks.a.outputs.parameters.size}}"}]}}
                - {name: c, templateRef: {name: tools, template: print, clusterScope: true}, arguments: {parameters: [{name: text, value: x}]}}
                - {name: d, template: print}
          """);

  @Test
  void aResourcesNewNameIsSaidByTheTasksAndTheHooksThatReferToIt() {
    String after = follow(new SharedRename.OfResource(TOOLS, "kit"));
    assertEquals(
        CALLER
            .text()
            .replace("\"tools\"   #", "\"kit\"   #")
            .replace("exit: {templateRef: {name: tools,", "exit: {templateRef: {name: kit,"),
        after);
  }

  @Test
  void aTemplatesNewNameIsSaidWhereItIsReferredToAndNotWhereAnotherHasTheSameName() {
    String after = follow(new SharedRename.OfTemplate(TOOLS, "print", "say"));
    assertEquals(
        CALLER
            .text()
            .replace("          template: print\n", "          template: say\n")
            .replace(
                "exit: {templateRef: {name: tools, template: print}",
                "exit: {templateRef: {name: tools, template: say}"),
        after);
  }

  @Test
  void anInputsNewNameIsPassedByTheCallers() {
    String after =
        follow(new SharedRename.OfSlot(TOOLS, "print", Slot.INPUT_PARAMETER, "text", "message"));
    assertEquals(
        CALLER
            .text()
            .replace("[{name: text, value: hello}]", "[{name: message, value: hello}]")
            .replace("[{name: text, value: bye}]", "[{name: message, value: bye}]"),
        after);
  }

  @Test
  void anOutputsNewNameIsReadOfTheCallers() {
    String after =
        follow(new SharedRename.OfSlot(TOOLS, "print", Slot.OUTPUT_PARAMETER, "size", "length"));
    assertEquals(CALLER.text().replace("parameters.size", "parameters.length"), after);
  }

  @Test
  void whatStartsAWorkflowTemplateFollowsToo() {
    Edited bound =
        new Edited(
            """
            kind: WorkflowEventBinding
            metadata: {name: on-push}
            spec:
              event: {selector: "true"}
              submit:
                workflowTemplateRef:
                  name: tools
            """);
    assertEquals(
        bound.text().replace("name: tools", "name: kit"),
        bound.after(new FollowRename(new SharedRename.OfResource(TOOLS, "kit"))).text());
  }

  @Test
  void theReferencesOfTheOwnFileFollow() {
    Edited renamed = TOOL_FILE.after(new RenameResource(0, "kit"));
    assertEquals(TOOL_FILE.text().replace("tools", "kit"), renamed.text());
    assertEquals(
        TOOL_FILE.text().replace("print", "say"),
        TOOL_FILE
            .after(new RenameTemplate(0, new TemplateName("print"), new TemplateName("say")))
            .text());
  }

  @Test
  void aNameThatKubernetesDoesNotTakeIsRefused() {
    assertEquals(
        ProblemCode.RESOURCE_NAME_INVALID, TOOL_FILE.refusal(new RenameResource(0, "My Kit")));
    assertEquals(ProblemCode.RESOURCE_WITHOUT_NAME, CALLER.refusal(new RenameResource(0, "kit")));
    Edited two = new Edited(TOOL_FILE.text() + "---\n" + TOOL_FILE.text().replace("tools", "kit"));
    assertEquals(ProblemCode.RESOURCE_NAME_TAKEN, two.refusal(new RenameResource(0, "kit")));
  }

  @Test
  void onlyWhatOthersCanReferToIsShared() {
    Scope print = new Scope(0, new TemplateName("print"));
    assertEquals(
        Optional.of(new SharedRename.OfSlot(TOOLS, "print", Slot.INPUT_PARAMETER, "text", "t")),
        SharedRename.of(
            new RenameSlot(print, Slot.INPUT_PARAMETER, "text", "t"), TOOL_FILE.state()));
    assertEquals(
        Optional.empty(),
        SharedRename.of(
            new RenameTemplate(0, new TemplateName("main"), new TemplateName("m")),
            CALLER.state()));
  }

  @Test
  void anArgumentsNewNameIsPassedByThoseWhoRunTheTemplateAndByTheCallersOfItsEntrypoint() {
    Edited runs =
        new Edited(
            """
            kind: CronWorkflow
            metadata: {name: nightly}
            spec:
              workflowSpec:
                workflowTemplateRef: {name: tools}
                arguments: {parameters: [{name: text, value: hello}]} # each night
                onExit: print
                workflowMetadata: {labels: {said: "{{workflow.parameters.text}}"}}
            """);
    SharedRename rename =
        new SharedRename.OfArgument(
            TOOLS, Symbol.Value.PARAMETER, "text", "words", Optional.of("print"));

    assertEquals(
        runs.text()
            .replace("{name: text", "{name: words")
            .replace("parameters.text", "parameters.words"),
        runs.after(new FollowRename(rename)).text());
    assertEquals(
        CALLER
            .text()
            .replace("[{name: text, value: hello}]", "[{name: words, value: hello}]")
            .replace("[{name: text, value: bye}]", "[{name: words, value: bye}]"),
        follow(rename));
  }

  private static String follow(SharedRename rename) {
    return CALLER.after(new FollowRename(rename)).text();
  }
}

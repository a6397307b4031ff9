// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.Scope;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/** The caret is written as {@code ‸}. */
class CompletionsTest {
  private static final String KNOWN =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      spec:
        entrypoint: main
        arguments:
          parameters: [{name: city, value: Kyoto}]
        templates:
          - name: main
            dag:
              tasks:
                - name: ask
                  template: say
                - name: tell
                  depends: ask
                  template: say
          - name: say
            inputs:
              parameters: [{name: text}]
            outputs:
              parameters: [{name: heard, valueFrom: {path: /tmp/x}}]
            script: {image: busybox, source: ""}
      """;

  private static final WorkflowFile WORKFLOW = read();

  @Test
  void aKeyIsOneOfTheFieldsOfWhatItStandsIn() {
    List<String> names =
        names(
            """
            kind: Workflow
            spec:
              templates:
                - name: main
                  dag:
                    tasks:
                      - name: ask
                        wi‸
            """);

    assertEquals(List.of("withItems", "withParam", "withSequence"), names);
  }

  @Test
  void anArgumentIsAnInputOfTheTemplateThatIsCalledAndNotGivenYetThoseThatMustBeFirst() {
    String known =
        """
        kind: Workflow
        spec:
          templates:
            - name: main
              dag:
                tasks:
                  - name: ask
                    template: say
            - name: say
              inputs:
                parameters: [{name: loud, default: "no"}, {name: text}, {name: to}]
              script: {image: busybox, source: ""}
            - name: other
              inputs:
                parameters: [{name: else}]
              suspend: {}
        """;
    String typed =
        """
        kind: Workflow
        spec:
          templates:
            - name: main
              dag:
                tasks:
                  - name: ask
                    arguments:
                      parameters:
                        - name: to
                          value: you
                        - name: ‸
                    template: "say"
        """;
    int caret = typed.indexOf('‸');
    WorkflowFile workflow = WorkflowReader.read(YamlTree.parse(SourceText.of(known)));
    Completions completions =
        Completions.at(
            SourceText.of(typed.replace("‸", "")),
            caret,
            workflow,
            Optional.of(new Scope(0, new TemplateName("main"))));

    assertEquals(
        List.of("text", "loud"), completions.proposals().stream().map(Proposal::name).toList());
  }

  @Test
  void anArgumentOfATemplateOfAnotherFileIsOfferedToo() {
    String typed =
        """
        kind: Workflow
        spec:
          templates:
            - name: main
              steps:
                - - name: ask
                    templateRef:
                      name: shared
                      template: say
                    arguments:
                      parameters:
                      - name: ‸
        """;
    Resource shared =
        WorkflowReader.read(
                YamlTree.parse(
                    SourceText.of(
                        """
                        kind: WorkflowTemplate
                        apiVersion: argoproj.io/v1alpha1
                        metadata: {name: shared}
                        spec:
                          templates:
                            - name: say
                              inputs: {parameters: [{name: text}]}
                              suspend: {}
                        """)))
            .resources()
            .getFirst();
    WorkflowFile workflow =
        WORKFLOW.with(Library.of(List.of(new Library.Entry("shared.yaml", 0, shared))));
    int caret = typed.indexOf('‸');

    assertEquals(
        List.of("text"),
        Completions.at(
                SourceText.of(typed.replace("‸", "")),
                caret,
                workflow,
                Optional.of(new Scope(0, new TemplateName("main"))))
            .proposals()
            .stream()
            .map(Proposal::name)
            .toList());
  }

  @Test
  void fieldsThatAreThereAlreadyAreNotOffered() {
    List<String> names =
        names(
            """
            kind: Workflow
            spec:
              ‸
              entrypoint: main
            """);

    assertTrue(names.contains("onExit"), "" + names);
    assertFalse(names.contains("entrypoint"), "" + names);
  }

  @Test
  void theFirstKeyOfAnItemIsOneToo() {
    assertEquals(
        List.of("template", "templateRef"),
        names(
            """
            kind: WorkflowTemplate
            spec:
              templates:
                - name: main
                  steps:
                    - - templ‸
            """));
  }

  @Test
  void aListOrAnObjectBeginsOnALineOfItsOwn() {
    String text =
        """
        kind: Workflow
        spec:
          templates:
            - name: main
              dag‸
        """;

    assertEquals("dag:\n        ", at(text).proposals().getFirst().text());
  }

  @Test
  void aChoiceIsOneOfItsWords() {
    assertEquals(
        List.of("Always", "IfNotPresent", "Never"),
        names(
            """
            kind: Workflow
            spec:
              templates:
                - name: say
                  container:
                    imagePullPolicy: ‸
            """));
  }

  @Test
  void aCallIsOfATemplateAndAWaitForATask() {
    assertEquals(List.of("main", "say"), names("kind: Workflow\nspec:\n  entrypoint: ‸\n"));
    assertEquals(
        List.of("ask", "tell"),
        names(
            """
            kind: Workflow
            spec:
              templates:
                - name: main
                  dag:
                    tasks:
                      - name: more
                        dependencies: [‸
            """));
  }

  @Test
  void aTagIsANameOfItsScope() {
    List<String> names =
        names("message: \"{{‸\"", Optional.of(new Scope(0, new TemplateName("main"))));

    assertTrue(
        names.containsAll(
            List.of(
                "tasks.ask.outputs.parameters.heard",
                "tasks.ask.outputs.result",
                "workflow.parameters.city",
                "item")),
        "" + names);
    assertFalse(names.contains("inputs.parameters.text"), "" + names);
    assertEquals(
        List.of("inputs.parameters.text"),
        names("x: '{{inputs.par‸", Optional.of(new Scope(0, new TemplateName("say")))));
  }

  @Test
  void inFlowStyleTheKeysOfTheBracesCount() {
    assertEquals(
        List.of("value", "valueFrom"),
        names("kind: Workflow\nspec:\n  arguments:\n    parameters: [{name: city, va‸"));
  }

  @Test
  void withinAScriptNothingIsOffered() {
    assertEquals(
        List.of(),
        names(
            """
            kind: Workflow
            spec:
              templates:
                - name: say
                  script:
                    source: |
                      im‸
            """));
  }

  @Test
  void aCronWorkflowHasItsOwnFields() {
    assertTrue(names("kind: CronWorkflow\nspec:\n  sch‸\n").contains("schedules"));
    assertEquals(
        List.of("Allow", "Forbid", "Replace"),
        names("kind: CronWorkflow\nspec:\n  concurrencyPolicy: ‸"));
  }

  @Test
  void aKeyUnderThePointerIsAFieldOfTheSchema() {
    String text =
        """
        kind: Workflow
        spec:
          templates:
            - name: say
              script:
                image: busybox
                source: |
                  image: none
        """;

    assertEquals(Optional.of("ScriptTemplate.image"), fieldAt(text, text.indexOf("image")));
    assertEquals(Optional.empty(), fieldAt(text, text.indexOf("busybox") + 2));
    assertEquals(Optional.empty(), fieldAt(text, text.lastIndexOf("image")));
  }

  private static Optional<String> fieldAt(String text, int offset) {
    return FieldPlace.at(SourceText.of(text), offset).map(field -> field.key());
  }

  private static List<String> names(String text) {
    return names(text, Optional.of(new Scope(0, new TemplateName("main"))));
  }

  private static List<String> names(String text, Optional<Scope> scope) {
    return at(text, scope).proposals().stream().map(Proposal::name).toList();
  }

  private static Completions at(String text) {
    return at(text, Optional.empty());
  }

  private static Completions at(String text, Optional<Scope> scope) {
    int caret = text.indexOf('‸');
    SourceText plain = SourceText.of(text.replace("‸", ""));
    return Completions.at(plain, caret, WORKFLOW, scope);
  }

  private static WorkflowFile read() {
    return WorkflowReader.read(YamlTree.parse(SourceText.of(KNOWN)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scopes;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

class ReferencesTest {
  private static final String TOOLS =
      """
      kind: WorkflowTemplate
      metadata: {name: tools}
      spec:
        entrypoint: print
        templates:
          - name: print
            inputs: {parameters: [{name: message}]}
            script: {image: python, source: "print(1)"}
      ---
      kind: ClusterWorkflowTemplate
      metadata: {name: tools}
      spec: {templates: [{name: print, suspend: {}}]}
      """;

  @Test
  void aReferenceIsDrawnAsTheTemplateThatItLeadsTo() {
    FlowNode node = first(state(calling("{name: tools, template: print}"), TOOLS));

    assertEquals(NodeKind.SCRIPT, node.kind());
    assertEquals("tools/print · python", node.subtitle());
    assertEquals(Optional.of(new Call.Reference("tools", "print", false)), node.elsewhere());
  }

  @Test
  void clusterScopeLeadsToAnotherResourceOfTheSameName() {
    FlowNode node =
        first(state(calling("{name: tools, template: print, clusterScope: true}"), TOOLS));

    assertEquals(NodeKind.SUSPEND, node.kind());
  }

  @Test
  void whatATemplateOfAnotherFileAsksForIsChecked() {
    assertEquals(
        List.of("ERROR argument-missing [message, print, t]"),
        problems(state(calling("{name: tools, template: print}"), TOOLS)));
  }

  @Test
  void aReferenceThatLeadsNowhereIsAHint() {
    assertEquals(
        List.of("INFO reference-unknown [gone, WorkflowTemplate]"),
        problems(state(calling("{name: gone, template: print}"), TOOLS)));
    assertEquals(
        List.of("WARNING reference-no-template [gone, tools, t]"),
        problems(state(calling("{name: tools, template: gone}"), TOOLS)));
    assertEquals(List.of(), problems(state(calling("{name: '{{x}}', template: 'y'}"), TOOLS)));
  }

  @Test
  void withoutOtherFilesAReferenceIsNotWorthAWord() {
    DiagramState alone =
        DiagramState.of(SourceText.of(calling("{name: gone, template: print}")), Positions.NONE);

    assertEquals(List.of(), problems(alone));
    assertEquals(NodeKind.REFERENCE, first(alone).kind());
  }

  @Test
  void aWorkflowOfAnotherFilesTemplatesGivesWhatTheyAskFor() {
    String run = "kind: Workflow\nspec: {workflowTemplateRef: {name: tools}}\n";
    String given =
        "kind: Workflow\nspec: {workflowTemplateRef: {name: tools},"
            + " arguments: {parameters: [{name: message, value: x}]}}\n";
    String other = "kind: Workflow\nspec: {entrypoint: 'no', workflowTemplateRef: {name: tools}}\n";

    assertEquals(
        List.of("ERROR argument-missing [message, print, entrypoint]"),
        problems(state(run, TOOLS)));
    assertEquals(List.of(), problems(state(given, TOOLS)));
    assertEquals(
        List.of("WARNING reference-no-template [no, tools, entrypoint]"),
        problems(state(other, TOOLS)));
  }

  @Test
  void anEditKeepsTheOtherFilesInMind() {
    DiagramState state = state(calling("{name: tools, template: print}"), TOOLS);
    DiagramState after = state.after(TextEdits.of(TextEdit.insert(0, "# mine\n")), Positions.NONE);

    assertEquals(NodeKind.SCRIPT, first(after).kind());
  }

  private static String calling(String reference) {
    return """
    kind: Workflow
    spec:
      entrypoint: main
      templates:
        - name: main
          dag:
            tasks:
              - name: t
                templateRef: REFERENCE
    """
        .replace("REFERENCE", reference);
  }

  private static DiagramState state(String text, String other) {
    WorkflowFile file = WorkflowReader.read(YamlTree.parse(SourceText.of(other)));
    List<Library.Entry> entries = new ArrayList<>();
    for (Resource resource : file.resources()) {
      entries.add(new Library.Entry("tools.yaml", entries.size(), resource));
    }
    return DiagramState.of(SourceText.of(text), Positions.NONE).with(Library.of(entries));
  }

  private static FlowNode first(DiagramState state) {
    return state.graph(Scopes.first(state.workflow(), 0)).nodes().getFirst();
  }

  private static List<String> problems(DiagramState state) {
    return state.problems().stream()
        .map(p -> p.severity() + " " + p.code().key() + " " + p.arguments())
        .toList();
  }
}

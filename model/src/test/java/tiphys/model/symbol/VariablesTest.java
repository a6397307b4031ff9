// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.given.Corpus;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.symbol.Variable.Group;
import tiphys.model.symbol.Variable.Source;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

class VariablesTest {
  private static final String FLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      spec:
        entrypoint: main
        arguments:
          parameters: [{name: city, value: Kyoto}, {name: spare, value: x}]
        templates:
          - name: main
            inputs:
              parameters: [{name: city}]
            outputs:
              parameters: [{name: last, valueFrom: {parameter: "{{tasks.tell.outputs.result}}"}}]
            dag:
              tasks:
                - name: ask
                  template: say
                  arguments:
                    parameters: [{name: text, value: "{{inputs.parameters.city}}"}]
                - name: tell
                  depends: ask
                  template: say
                  when: "{{= tasks['ask'].outputs.parameters.heard != '' }} && {{item.go}}"
                  withItems: [{go: 1}]
                  arguments:
                    parameters: [{name: text, value: "{{tasks.ask.outputs.parameters.heard}}"}]
                - name: early
                  template: say
                  arguments:
                    parameters: [{name: text, value: "{{ tasks.ask.outputs.parameters.lost }}"}]
          - name: say
            inputs:
              parameters: [{name: text}, {name: unused, value: ""}]
            outputs:
              parameters: [{name: heard, globalName: heard-once, valueFrom: {path: /tmp/x}}]
            script:
              image: busybox
              command: [sh]
              source: |
                # {{workflow.name}}
                echo "{{inputs.parameters.text}}" "{{workflow.outputs.parameters.heard-once}}"
      """;

  private static final Scope MAIN = new Scope(0, new TemplateName("main"));

  private static YamlTree tree(String text) {
    return YamlTree.parse(SourceText.of(text));
  }

  private static List<Variable> variables(String text) {
    YamlTree tree = tree(text);
    return Variables.of(tree, WorkflowReader.read(tree));
  }

  private static Variable named(String name) {
    return variables(FLOW).stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void everyTagHasWhoWritesItAndWhoReadsIt() {
    Variable heard = named("tasks.ask.outputs.parameters.heard");
    assertEquals(Group.OUTPUT, heard.group());
    assertEquals(1, heard.writers().size());
    assertEquals(new TemplateName("say"), heard.writers().getFirst().scope().template());
    assertEquals(2, heard.readers().size());
    assertEquals(Optional.of(new NodeId("tell")), heard.readers().getFirst().node());
    assertEquals("when", heard.readers().getFirst().field());
    assertEquals(3, named("inputs.parameters.text").writers().size());
    assertEquals(1, named("inputs.parameters.text").readers().size());
  }

  @Test
  void aSiteIsTheExactPlaceOfTheNameInTheText() {
    SourceText text = SourceText.of(FLOW);
    for (Variable variable : variables(FLOW)) {
      for (Site site : variable.readers()) {
        String slice = text.slice(site.in(text));
        assertTrue(
            slice.startsWith(variable.name().substring(0, 4)) || slice.equals("city"), slice);
      }
    }
    Site inWhen = named("tasks.ask.outputs.parameters.heard").readers().getFirst();
    assertEquals("tasks['ask'].outputs.parameters.heard", text.slice(inWhen.in(text)));
    Site second = named("workflow.outputs.parameters.heard-once").readers().getFirst();
    assertEquals("workflow.outputs.parameters.heard-once", text.slice(second.in(text)));
  }

  @Test
  void theEntrypointTakesTheArgumentsOfTheWorkflowByTheirNames() {
    assertEquals(1, named("workflow.parameters.city").readers().size());
    assertEquals(1, named("inputs.parameters.city").writers().size());
  }

  @Test
  void whatNobodyReadsAndWhatNobodyWritesIsMarked() {
    assertTrue(named("workflow.parameters.spare").isNeverRead());
    assertTrue(named("inputs.parameters.unused").isNeverRead());
    assertTrue(named("tasks.ask.outputs.parameters.lost").isNeverWritten());
    assertFalse(named("inputs.parameters.text").isNeverRead());
    assertFalse(named("workflow.name").isNeverWritten());
  }

  @Test
  void argosOwnVariablesAreListedWhereTheyAreRead() {
    assertEquals(Source.ARGO, named("workflow.name").source());
    assertEquals(Source.ARGO, named("tasks.tell.outputs.result").source());
    assertEquals(Group.ITEM, named("item.go").group());
    assertEquals(Optional.of(new NodeId("tell")), named("item.go").owner());
    assertEquals(1, named("workflow.outputs.parameters.heard-once").writers().size());
  }

  @Test
  void dataRunsFromWhoWritesToWhoReadsOncePerPair() {
    List<DataEdge> edges = edges(FLOW);
    DataEdge tell = edge(edges, "ask", "tell");
    assertEquals(List.of("heard"), tell.names());
    assertTrue(tell.isInOrder());
    assertTrue(
        edges.stream()
            .anyMatch(edge -> edge.from().isEmpty() && edge.names().equals(List.of("city"))));
    assertTrue(
        edges.stream()
            .anyMatch(edge -> edge.to().isEmpty() && edge.names().equals(List.of("result"))));
  }

  @Test
  void dataReadFromATaskThatIsNotWaitedForIsOutOfOrder() {
    assertFalse(edge(edges(FLOW), "ask", "early").isInOrder());
  }

  @Test
  void everyReadOfTheCorpusIsFoundWhereItStands() {
    for (Path path : Corpus.files()) {
      SourceText text = SourceText.of(Corpus.text(path));
      YamlTree tree = YamlTree.parse(text);
      for (Variable variable : Variables.of(tree, WorkflowReader.read(tree))) {
        for (Site site : variable.readers()) {
          if (site.read().isPresent()) {
            String slice = text.slice(site.in(text));
            String first = site.read().get().parts().getFirst();
            assertTrue(slice.startsWith(first), () -> path + ": " + slice + " for " + first);
          }
        }
      }
    }
  }

  private static List<DataEdge> edges(String text) {
    YamlTree tree = tree(text);
    WorkflowFile workflow = WorkflowReader.read(tree);
    return DataFlow.of(tree, workflow, FlowGraph.of(workflow, MAIN));
  }

  private static DataEdge edge(List<DataEdge> edges, String from, String to) {
    return edges.stream()
        .filter(edge -> edge.from().filter(new NodeId(from)::equals).isPresent())
        .filter(edge -> edge.to().filter(new NodeId(to)::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static final String INLINE =
      """
      kind: Workflow
      spec:
        entrypoint: main
        templates:
          - name: main
            inputs: {parameters: [{name: city, value: Kyoto}]}
            dag:
              tasks:
                - name: ask
                  inline:
                    inputs: {parameters: [{name: word}, {name: city}]}
                    outputs: {parameters: [{name: heard, valueFrom: {path: /tmp/x}}]}
                    script:
                      image: busybox
                      source: echo {{inputs.parameters.word}} {{inputs.parameters.city}}
                  arguments: {parameters: [{name: word, value: hello}]}
                - name: tell
                  depends: ask
                  inline:
                    dag:
                      tasks:
                        - name: ask
                          template: say
                          arguments: {parameters: [{name: text, value: "{{inputs.parameters.city}}"}]}
                        - name: rest
                          depends: ask
                          template: say
                          arguments:
                            parameters:
                              - {name: text, value: "{{tasks.ask.outputs.parameters.said}}"}
                              - {name: more, value: "{{tasks.before.outputs.result}}"}
                - name: before
                  template: say
                - name: late
                  template: say
                  arguments:
                    parameters: [{name: text, value: "{{tasks.ask.outputs.parameters.heard}}"}]
          - name: say
            inputs: {parameters: [{name: text}]}
            outputs: {parameters: [{name: said, valueFrom: {path: /tmp/x}}]}
            container: {image: busybox}
      """;

  private static Variable inline(String name, Optional<NodeId> owner) {
    return variables(INLINE).stream()
        .filter(variable -> variable.name().equals(name) && variable.owner().equals(owner))
        .filter(variable -> variable.scope().equals(MAIN))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anInputOfATemplateThatStandsInATaskIsGivenByTheTask() {
    Variable word = inline("inputs.parameters.word", Optional.of(new NodeId("ask")));

    assertEquals(1, word.writers().size());
    assertEquals(1, word.readers().size());
    assertEquals(Optional.of(new NodeId("ask")), word.readers().getFirst().node());
  }

  @Test
  void anInputOfTheTemplateAroundHidesOneOfTheSameName() {
    Variable city = inline("inputs.parameters.city", Optional.empty());

    assertEquals(
        List.of(Optional.of(new NodeId("ask")), Optional.of(new NodeId("tell"))),
        city.readers().stream().map(Site::node).toList());
  }

  @Test
  void whatATemplateInATaskGivesOutIsWrittenThere() {
    Variable heard = inline("tasks.ask.outputs.parameters.heard", Optional.empty());

    assertEquals(Optional.of(new NodeId("ask")), heard.writers().getFirst().node());
    assertEquals(Optional.of(new NodeId("late")), heard.readers().getFirst().node());
  }

  @Test
  void namesOfTasksInATaskMeanThoseAndOthersTheTasksAround() {
    Variable said = inline("tasks.ask.outputs.parameters.said", Optional.of(new NodeId("tell")));
    Variable around = inline("tasks.before.outputs.result", Optional.empty());

    assertEquals(1, said.writers().size());
    assertEquals(Optional.of(new NodeId("tell")), said.readers().getFirst().node());
    assertEquals(Optional.of(new NodeId("tell")), around.readers().getFirst().node());
  }

  @Test
  void dataThatATemplateInATaskReadsComesToTheTask() {
    YamlTree tree = tree(INLINE);
    WorkflowFile workflow = WorkflowReader.read(tree);

    List<String> edges =
        DataFlow.of(tree, workflow, FlowGraph.of(workflow, MAIN)).stream()
            .map(edge -> told(edge.from()) + "→" + told(edge.to()))
            .toList();

    assertEquals(List.of("in→ask", "in→tell", "before→tell", "ask→late"), edges);
  }

  private static String told(Optional<NodeId> end) {
    return end.map(NodeId::value).orElse("in");
  }
}

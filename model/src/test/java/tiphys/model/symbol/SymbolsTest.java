// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.given.Corpus;
import tiphys.model.graph.Scope;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.symbol.Symbol.Value;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlTree;

class SymbolsTest {
  private static final String FLOW =
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
                  arguments:
                    parameters: [{name: text, value: "{{workflow.parameters.city}}"}]
                - name: tell
                  depends: ask.Succeeded && ask
                  template: say
                  when: "{{= tasks['ask'].outputs.parameters.heard != ''}}"
                  arguments:
                    parameters: [{name: text, value: "{{ tasks.ask.outputs.parameters.heard }}"}]
          - name: say
            inputs:
              parameters: [{name: text}]
            outputs:
              parameters: [{name: heard, valueFrom: {path: /tmp/x}}]
            script:
              image: busybox
              command: [sh]
              source: |
                echo "{{inputs.parameters.text}}" > {{outputs.parameters.heard.path}}
      """;

  private static final Scope MAIN = new Scope(0, new TemplateName("main"));
  private static final Scope SAY = new Scope(0, new TemplateName("say"));

  @Test
  void aTaskIsMentionedWhereItIsDefinedWaitedForAndReadFrom() {
    assertEquals(
        List.of("DEFINES ask", "READS ask", "READS ask", "READS ask", "READS ask"),
        written(new Symbol.OfTask(MAIN, new TaskName("ask"))));
  }

  @Test
  void anOutputIsReadThroughTheTaskThatCallsItsTemplate() {
    assertEquals(
        List.of("READS heard", "READS heard", "DEFINES heard", "READS heard"),
        written(new Symbol.OfOutput(SAY, Value.PARAMETER, "heard")));
  }

  @Test
  void anInputIsWrittenByTheArgumentsOfItsCallers() {
    assertEquals(
        List.of("WRITES text", "WRITES text", "DEFINES text", "READS text"),
        written(new Symbol.OfInput(SAY, Value.PARAMETER, "text")));
  }

  @Test
  void aTemplateIsReadByWhoCallsIt() {
    assertEquals(
        List.of("READS say", "READS say", "DEFINES say"),
        written(new Symbol.OfTemplate(0, new TemplateName("say"))));
    assertEquals(
        List.of("DEFINES city", "READS city"), written(new Symbol.OfWorkflowParameter(0, "city")));
  }

  @Test
  void tasksOfATemplateThatStandsInATaskAreItsOwnToo() {
    String text =
        """
        kind: Workflow
        spec:
          templates:
          - name: main
            dag:
              tasks:
              - {name: A, template: t}
              - name: B
                depends: A
                inline:
                  dag:
                    tasks:
                    - {name: A, template: t}
                    - {name: C, template: t, depends: A.Failed, when: "{{tasks.A.status}}"}
              - {name: D, template: t, when: "{{tasks.A.status}}"}
        """;

    assertEquals(
        List.of("DEFINES A", "READS A", "READS A"),
        written(text, new Symbol.OfInlineTask(MAIN, new TaskName("B"), new TaskName("A"))));
    assertEquals(
        List.of("DEFINES A", "READS A", "READS A"),
        written(text, new Symbol.OfTask(MAIN, new TaskName("A"))));
  }

  @Test
  void namesOfATemplateThatStandsInATaskAreItsOwn() {
    String text =
        """
        kind: Workflow
        spec:
          arguments: {parameters: [{name: city}]}
          templates:
          - name: main
            inputs: {parameters: [{name: outer}]}
            dag:
              tasks:
              - name: A
                arguments: {parameters: [{name: word, value: x}]}
                inline:
                  inputs: {parameters: [{name: word}]}
                  outputs: {parameters: [{name: said, value: y}]}
                  script: {source: "{{inputs.parameters.word}} {{inputs.parameters.outer}} {{workflow.parameters.city}}"}
              - {name: B, template: t, when: "{{tasks.A.outputs.parameters.said}}"}
        """;
    TaskName task = new TaskName("A");

    assertEquals(
        List.of("WRITES word", "DEFINES word", "READS word"),
        written(text, new Symbol.OfInlineInput(MAIN, task, Value.PARAMETER, "word")));
    assertEquals(
        List.of("DEFINES said", "READS said"),
        written(text, new Symbol.OfInlineOutput(MAIN, task, Value.PARAMETER, "said")));
    assertEquals(
        List.of("DEFINES outer", "READS outer"),
        written(text, new Symbol.OfInput(MAIN, Value.PARAMETER, "outer")));
    assertEquals(
        List.of("DEFINES city", "READS city"),
        written(text, new Symbol.OfWorkflowParameter(0, "city")));
  }

  @Test
  void theCaretFindsTheNameThatItStandsOn() {
    int inTag = FLOW.indexOf("workflow.parameters.city") + 21;

    Optional<Mention> mention = symbols(FLOW).at(inTag);

    assertEquals(
        Optional.of(new Symbol.OfWorkflowParameter(0, "city")), mention.map(Mention::symbol));
    assertEquals(
        Optional.of(FLOW.indexOf("city")),
        symbols(FLOW).definition(mention.orElseThrow().symbol()).map(TextRange::start));
    assertEquals(Optional.empty(), symbols(FLOW).at(FLOW.indexOf("apiVersion")));
  }

  @Test
  void inRealFilesEveryMentionStandsOnItsName() {
    int mentions = 0;
    for (Path file : Corpus.files()) {
      String text = Corpus.text(file);
      for (Mention mention : symbols(text).all()) {
        TextRange range = mention.range();
        assertEquals(
            mention.symbol().name(),
            text.substring(range.start(), range.end()),
            file + " " + mention);
        mentions++;
      }
    }
    assertTrue(mentions > 5_000, mentions + " mentions");
  }

  private static List<String> written(Symbol symbol) {
    return written(FLOW, symbol);
  }

  private static List<String> written(String text, Symbol symbol) {
    return symbols(text).of(symbol).stream()
        .map(
            mention ->
                mention.role()
                    + " "
                    + text.substring(mention.range().start(), mention.range().end()))
        .toList();
  }

  private static Symbols symbols(String text) {
    YamlTree tree = YamlTree.parse(SourceText.of(text));
    return Symbols.of(tree, WorkflowReader.read(tree));
  }
}

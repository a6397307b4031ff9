// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.FieldType;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

final class FieldCommandsTest {
  private static final String BLOCK =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        name: many
      spec:
        entrypoint: main
        nodeSelector:
          disk: fast # of the old cluster
        templates:
        - name: main
          dag:
            tasks:
            - name: a
              template: say
              arguments:
                parameters:
                - name: message
                  value: hello
        - name: say
          inputs:
            parameters:
            - name: message
          container:
            image: alpine
            args:
            # the first
            - one
            # the second
            - two
            - three
      """;
  private static final String FLOW =
      """
      {kind: Workflow, metadata: {name: many}, spec: {entrypoint: main, nodeSelector: {disk: fast},
        templates: [{name: main, dag: {tasks: [{name: a, template: say,
          arguments: {parameters: [{name: message, value: hello}]}}]}},
          {name: say, inputs: {parameters: [{name: message}]},
           container: {image: alpine, args: [one, two, three]}}]}}
      """;
  private static final FieldOwner TASK =
      new FieldOwner.OfTask(new Scope(0, new TemplateName("main")), new NodeId("a"));
  private static final FieldOwner SAY =
      new FieldOwner.OfTemplate(new Scope(0, new TemplateName("say")));
  private static final FieldOwner WHOLE = new FieldOwner.OfResource(0);

  @Test
  void aFieldIsAddedWithAllThatItStandsIn() {
    assertChange(
        new SetField(SAY, List.of("container", "resources", "limits", "memory"), "2Gi"),
        "      - three\n",
        "      - three\n      resources:\n        limits:\n          memory: \"2Gi\"\n");
    assertFlow(
        new SetField(SAY, List.of("container", "resources", "limits", "memory"), "2Gi"),
        "three]}",
        "three], resources: {limits: {memory: \"2Gi\"}}}");
  }

  @Test
  void anItemIsNamedByWhatTellsItApart() {
    assertChange(
        new SetField(SAY, List.of("container", "volumeMounts", "/data", "name"), "work"),
        "      - three\n",
        "      - three\n      volumeMounts:\n      - mountPath: /data\n        name: work\n");
    assertChange(
        new SetField(TASK, List.of("arguments", "parameters", "message"), "bye"),
        "value: hello",
        "value: bye");
  }

  @Test
  void onlyTheItemsThatDifferAreWritten() {
    assertChange(
        new SetField(SAY, List.of("container", "args"), "[one, 2, three, yes]"),
        "      - two\n      - three\n",
        "      - \"2\"\n      - three\n      - \"yes\"\n");
    assertFlow(
        new SetField(SAY, List.of("container", "args"), "[one]"), "[one, two, three]", "[one]");
  }

  @Test
  void anItemMovesWithTheCommentAboveIt() {
    assertChange(
        new MoveItem(SAY, List.of("container", "args", "1"), 0),
        "      # the first\n      - one\n      # the second\n      - two\n",
        "      # the second\n      - two\n      # the first\n      - one\n");
    assertChange(
        new MoveItem(SAY, List.of("container", "args", "0"), 2),
        "      # the first\n      - one\n      # the second\n      - two\n      - three\n",
        "      # the second\n      - two\n      - three\n      # the first\n      - one\n");
    assertFlow(
        new MoveItem(SAY, List.of("container", "args", "2"), 0),
        "[one, two, three]",
        "[three, one, two]");
  }

  @Test
  void itemsComeAndGo() {
    assertChange(
        new AddItem(SAY, List.of("inputs", "parameters"), "name", OptionalInt.of(0)),
        "      parameters:\n      - name: message\n    container",
        "      parameters:\n      - name: name\n      - name: message\n    container");
    assertFlow(
        new AddItem(
            SAY, List.of("outputs", "parameters"), "{name: x, default: 1}", OptionalInt.empty()),
        "args: [one, two, three]}}",
        "args: [one, two, three]}, outputs: {parameters: [{name: x, default: \"1\"}]}}");
    assertChange(
        new UnsetField(SAY, List.of("container", "args", "1")),
        "      # the second\n      - two\n",
        "");
  }

  @Test
  void aKeyOfAMapIsRenamedWhereItStands() {
    assertChange(
        new RenameKey(WHOLE, List.of("spec", "nodeSelector", "disk"), "on"),
        "disk: fast #",
        "\"on\": fast #");
    assertFlow(
        new RenameKey(WHOLE, List.of("spec", "nodeSelector", "disk"), "a.b/c"),
        "{disk: fast}",
        "{a.b/c: fast}");
    assertEquals(
        ProblemCode.FIELD_NO_KEY,
        refusal(new RenameKey(WHOLE, List.of("spec", "entrypoint"), "x")).code());
  }

  @ParameterizedTest
  @CsvSource({
    "spec.parallelism, many, FIELD_NOT_INTEGER",
    "spec.parallelism, 0, FIELD_TOO_SMALL",
    "spec.parallelism, {{x}}, FIELD_NOT_INTEGER",
    "spec.suspend, maybe, FIELD_NOT_TRUTH",
    "spec.podGC.strategy, Never, FIELD_NOT_CHOICE",
    "spec.retryStrategy.backoff.duration, soon, FIELD_NOT_DURATION",
    "spec.podResources.limits.cpu, much, FIELD_NOT_QUANTITY",
    "spec.entrypont, main, FIELD_UNKNOWN",
    "spec.podGC, OnPodCompletion, FIELD_NOT_FIELDS",
    "spec.podGC, {strateggy: x}, FIELD_UNKNOWN",
    "spec.volumes.7.name, x, FIELD_NO_ITEM",
  })
  void whatIsNotOfTheTypeIsRefusedInWords(String path, String value, ProblemCode why) {
    assertEquals(why, refusal(new SetField(WHOLE, List.of(path.split("\\.")), value)).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "suspend|on|suspend: true",
        "priority|7|priority: 7",
        "serviceAccountName|on|serviceAccountName: \"on\"",
        "serviceAccountName|0777|serviceAccountName: \"0777\"",
        "podGC.deleteDelayDuration|30|deleteDelayDuration: \"30\"",
        "retryStrategy.limit|3|limit: 3",
        "retryStrategy.limit|{{x}}|limit: \"{{x}}\"",
      })
  void whatArgoWouldMisreadIsQuoted(String path, String value, String written) {
    Diagram diagram = Diagram.open(SourceText.of(BLOCK), Positions.NONE);
    List<String> whole = FieldPath.of("spec." + path, new FieldType.ObjectOf("Workflow"));
    Outcome<DiagramState> outcome = diagram.apply(new SetField(WHOLE, whole, value));

    assertEquals(Optional.empty(), outcome.refusal());
    assertTrue(
        diagram.state().text().toString().contains(written), diagram.state().text()::toString);
  }

  @Test
  void aPathIsReadAsPeopleSayIt() {
    FieldType workflow = new FieldType.ObjectOf("Workflow");

    assertEquals(
        List.of("metadata", "annotations", "workflows.argoproj.io/title"),
        FieldPath.of("metadata.annotations.workflows.argoproj.io/title", workflow));
    assertEquals(
        List.of("spec", "templates", "0", "container", "args", "1"),
        FieldPath.of("spec.templates[0].container.args[1]", workflow));
  }

  private static void assertChange(Command command, String from, String to) {
    assertChange(BLOCK, command, from, to);
    assertChange(
        BLOCK.replace("\n", "\r\n"), command, from.replace("\n", "\r\n"), to.replace("\n", "\r\n"));
  }

  private static void assertFlow(Command command, String from, String to) {
    assertChange(FLOW, command, from, to);
  }

  private static void assertChange(String text, Command command, String from, String to) {
    assertTrue(text.contains(from), from);
    Diagram diagram = Diagram.open(SourceText.of(text), Positions.NONE);
    Outcome<DiagramState> outcome = diagram.apply(command);

    assertEquals(Optional.empty(), outcome.refusal());
    assertEquals(text.replace(from, to), diagram.state().text().toString());
    diagram.undo();
    assertEquals(text, diagram.state().text().toString());
  }

  private static Problem refusal(Command command) {
    Diagram diagram = Diagram.open(SourceText.of(BLOCK), Positions.NONE);
    return diagram.apply(command).refusal().orElseThrow();
  }
}

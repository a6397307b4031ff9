// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

final class ChecksTest {
  private static final String HEAD =
      """
      kind: Workflow
      metadata: {generateName: x-}
      spec:
        entrypoint: main
        templates:
        - name: echo
          inputs: {parameters: [{name: message}]}
          container: {image: busybox, args: ["{{inputs.parameters.message}}"]}
        - name: main
          dag:
            tasks:
      """;

  @Test
  void everyProblemIsToldInOrderOfPlace() {
    assertEquals(
        List.of(
            "4:15 ENTRYPOINT_UNKNOWN [nothing]",
            "12:29 TEMPLATE_UNKNOWN [ech, A]",
            "13:28 DEPENDENCY_UNKNOWN [Z, B]",
            "13:48 ARGUMENT_MISSING [message, echo, B]",
            "14:16 TASK_NAME_TAKEN [B]",
            "14:29 ARGUMENT_MISSING [message, echo, B]"),
        problems(
            HEAD.replace("entrypoint: main", "entrypoint: nothing")
                + """
                      - {name: A, template: ech}
                      - {name: B, depends: Z.Failed, template: echo}
                      - {name: B, template: echo}
                """));
  }

  @Test
  void aCycleIsToldOnceWithItsWay() {
    assertEquals(
        List.of("13:18 CYCLE [A → B → C → A]"),
        problems(
            HEAD
                + """
                      - name: A
                        depends: C
                        template: main
                      - {name: B, depends: A, template: main}
                      - {name: C, depends: B, template: main}
                """));
  }

  @Test
  void aTaskThatWaitsForItselfIsACycle() {
    assertEquals(
        List.of("12:28 CYCLE [A → A]"),
        problems(HEAD + "      - {name: A, depends: A, template: main}\n"));
  }

  @Test
  void tagsMustNameWhatIsThereAndHasRunBefore() {
    assertEquals(
        List.of(
            "14:57 TAG_UNKNOWN [tasks.Z.outputs.result]",
            "17:57 TAG_NOT_BEFORE [tasks.A.outputs.result, A]",
            "18:41 TAG_UNKNOWN [workflow.parameters.nope]"),
        problems(
            HEAD
                + """
                      - name: A
                        template: echo
                        arguments: {parameters: [{name: message, value: "{{tasks.Z.outputs.result}}"}]}
                      - name: B
                        template: echo
                        arguments: {parameters: [{name: message, value: "{{tasks.A.outputs.result}}"},
                                    {name: more, value: "{{workflow.parameters.nope}}"}]}
                """));
  }

  @Test
  void aDependsExpressionIsReadToItsEnd() {
    assertEquals(
        List.of(
            "13:30 DEPENDS_UNKNOWN_RESULT [Done]",
            "14:38 DEPENDS_OPERATOR_EXPECTED [A]",
            "15:29 DEPENDS_BRACKET_OPEN []",
            "16:28 DEPENDS_NO_LOOP [A]"),
        problems(
            HEAD
                + """
                      - {name: A, template: main, depends: ""}
                      - {name: B, depends: A.Done, template: main}
                      - {name: C, depends: "A.Failed A", template: main}
                      - {name: D, depends: "(A || B", template: main}
                      - {name: E, depends: A.AnySucceeded, template: main}
                """));
  }

  @Test
  void namesAndTypesOfTemplates() {
    assertEquals(
        List.of(
            "3:5 ENTRYPOINT_MISSING []",
            "4:14 TEMPLATE_NAME_INVALID [a_b]",
            "5:8 TEMPLATE_NAME_MISSING [2]",
            "6:8 TEMPLATE_TYPES_SEVERAL [two, container, script]",
            "7:8 TEMPLATE_TYPE_MISSING [none]",
            "8:21 DAG_EMPTY [empty]",
            "9:14 TEMPLATE_NAME_TAKEN [none]"),
        problems(
            """
                kind: Workflow
                spec:
                    templates:
                    - {name: a_b, suspend: {}}
                    - {suspend: {}}
                    - {name: two, container: {image: a}, script: {image: b}}
                    - {name: none}
                    - {name: empty, dag: {tasks: []}}
                    - {name: none, suspend: {}}
                """));
  }

  @Test
  void aKeyThatStandsTwiceAndAnAliasOfNothing() {
    assertEquals(
        List.of("3:1 YAML_DUPLICATE_KEY [a]", "4:4 YAML_UNKNOWN_ALIAS [x]"),
        problems("a: 1\nb: 2\na: 3\nc: *x\n"));
  }

  private static List<String> problems(String text) {
    DiagramState state = DiagramState.of(SourceText.of(text), Positions.NONE);
    return state.problems().stream()
        .map(
            problem ->
                state.text().positionOf(problem.place().orElseThrow().start())
                    + " "
                    + problem.code()
                    + " "
                    + problem.arguments())
        .toList();
  }
}

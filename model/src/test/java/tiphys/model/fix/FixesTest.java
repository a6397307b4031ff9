// SPDX-License-Identifier: Apache-2.0
package tiphys.model.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.command.Modernise;
import tiphys.model.diagram.Diagram;
import tiphys.model.given.Corpus;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

final class FixesTest {
  @Test
  void aTextThatArgoTakesForAnotherIsPutInQuotes() {
    mended(
        ProblemCode.TEXT_READ_OTHERWISE,
        """
        kind: Workflow
        spec:
          arguments:
            parameters:
              - name: mode
                value: 0777 # octal
        """,
        """
        kind: Workflow
        spec:
          arguments:
            parameters:
              - name: mode
                value: "0777" # octal
        """);
  }

  @Test
  void whatArgoTakesForATruthOrANumberWhereItWantsATextIsToldAndNothingElse() {
    DiagramState state =
        state(
            """
            kind: Workflow
            metadata:
              labels: {on: x, version: 1.10}
            spec:
              arguments:
                parameters:
                  - {name: a, value: on}
                  - {name: b, value: 1}
                  - {name: c, value: 0.5}
                  - {name: d, value: 1.10}
                  - {name: e, value: 2001-01-01}
                  - {name: f, value: null}
              templates:
                - name: y
                  container: {image: busybox, args: [1, yes, "no"]}
                  activeDeadlineSeconds: 10
                  daemon: yes
            """);
    assertEquals(
        List.of(
            "3:12 TEXT_READ_OTHERWISE [on, true]",
            "3:28 TEXT_EXPECTED [1.10, 1.1]",
            "7:26 TEXT_READ_OTHERWISE [on, true]",
            "10:26 TEXT_READ_OTHERWISE [1.10, 1.1]",
            "14:13 TEXT_EXPECTED [y, true]",
            "15:42 TEXT_EXPECTED [1, 1]",
            "15:45 TEXT_EXPECTED [yes, true]"),
        lines(state, "TEXT_"));
  }

  @Test
  void aMistakenNameBecomesTheNearestOne() {
    String head = "kind: Workflow\nspec:\n  entrypoint: main\n  templates:\n";
    String echo = "    - {name: echo, suspend: {}}\n";
    mended(
        ProblemCode.TEMPLATE_UNKNOWN,
        head + echo + "    - {name: main, dag: {tasks: [{name: A, template: 'ehco'}]}}\n",
        head + echo + "    - {name: main, dag: {tasks: [{name: A, template: 'echo'}]}}\n");
    mended(
        ProblemCode.DEPENDENCY_UNKNOWN,
        head
            + echo
            + "    - {name: main, dag: {tasks: [{name: first, template: echo},"
            + " {name: b, template: echo, depends: frist.Failed}]}}\n",
        head
            + echo
            + "    - {name: main, dag: {tasks: [{name: first, template: echo},"
            + " {name: b, template: echo, depends: first.Failed}]}}\n");
    mended(
        ProblemCode.ENTRYPOINT_UNKNOWN,
        head.replace("main", "mian") + "    - {name: main, suspend: {}}\n",
        head + "    - {name: main, suspend: {}}\n");
    mended(
        ProblemCode.FIELD_NOT_IN_ARGO,
        head + "    - {name: main, contianer: {image: x}}\n",
        head + "    - {name: main, container: {image: x}}\n");
    mended(
        ProblemCode.TAG_UNKNOWN,
        head
            + "    - {name: main, inputs: {parameters: [{name: message, value: x}]},"
            + " container: {image: \"a {{inputs.parameters.mesage}}\"}}\n",
        head
            + "    - {name: main, inputs: {parameters: [{name: message, value: x}]},"
            + " container: {image: \"a {{inputs.parameters.message}}\"}}\n");
  }

  @Test
  void aNameThatIsLikeNoneIsLeftToThePerson() {
    DiagramState state =
        state(
            "kind: Workflow\nspec:\n  entrypoint: other\n  templates: [{name: main, suspend: {}}]\n");
    Problem problem = state.problems().getFirst();
    assertEquals(ProblemCode.ENTRYPOINT_UNKNOWN, problem.code());
    assertEquals(List.of(), Fixes.of(state, problem));
  }

  @Test
  void oldFieldsAreWrittenAsArgoConvertWritesThemAndCommentsStay() {
    assertEquals(
        """
        kind: CronWorkflow
        spec:
          schedules:
            - "0 * * * *" # hourly
          workflowSpec:
            synchronization:
              mutexes: # one at a time
                - name: lock # ours
                  # in this namespace
                  namespace: jobs
            ttlStrategy: # a minute
              secondsAfterCompletion: 60
            templates:
              - name: main
                synchronization:
                  semaphores: [{configMapKeyRef: {name: c, key: k}}]
                dag:
                  tasks:
                    - name: A
                      template: main
                      hooks:
                        exit:
                          template: bye
        """,
        modernised(
            """
            kind: CronWorkflow
            spec:
              schedule: "0 * * * *" # hourly
              workflowSpec:
                synchronization:
                  mutex: # one at a time
                    name: lock # ours
                    # in this namespace
                    namespace: jobs
                ttlSecondsAfterFinished: 60 # a minute
                templates:
                  - name: main
                    synchronization:
                      semaphores: [{configMapKeyRef: {name: c, key: k}}]
                    dag:
                      tasks:
                        - name: A
                          template: main
                          onExit: bye
            """));
  }

  @Test
  void oldFieldsOfRealFilesAreGoneAfterOneCommandAndBackAfterUndo() {
    int mended = 0;
    for (var file : Corpus.files()) {
      DiagramState state = state(Corpus.text(file));
      if (lines(state, "FIELD_REMOVED").isEmpty()) {
        continue;
      }
      Diagram diagram = Diagram.open(state);
      assertTrue(diagram.apply(new Modernise(Optional.empty())).isDone(), () -> file.toString());
      assertEquals(List.of(), lines(diagram.state(), "FIELD_"), () -> file.toString());
      diagram.undo();
      assertEquals(state.text(), diagram.state().text(), () -> file.toString());
      mended++;
    }
    assertEquals(11, mended);
  }

  private static String modernised(String text) {
    Diagram diagram = Diagram.open(state(text));
    return diagram
        .apply(new Modernise(Optional.empty()))
        .result()
        .map(after -> after.text().toString())
        .orElse("refused");
  }

  private static void mended(ProblemCode code, String before, String after) {
    DiagramState state = state(before);
    Problem problem =
        state.problems().stream().filter(p -> p.code() == code).findFirst().orElseThrow();
    Diagram diagram = Diagram.open(state);
    diagram.apply(Fixes.of(state, problem).getFirst().command());
    assertEquals(after, diagram.state().text().toString());
    assertTrue(diagram.state().problems().stream().noneMatch(p -> p.code() == code));
  }

  private static List<String> lines(DiagramState state, String beginning) {
    return state.problems().stream()
        .filter(problem -> problem.code().name().startsWith(beginning))
        .map(
            problem ->
                state.text().positionOf(problem.place().orElseThrow().start())
                    + " "
                    + problem.code()
                    + " "
                    + problem.arguments())
        .toList();
  }

  private static DiagramState state(String text) {
    return DiagramState.of(SourceText.of(text), Positions.NONE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.run.NodePhase;

/** Fan-outs as Argo's operator.go expands them, executed. */
final class LoopsTest {
  @TempDir Path folder;

  @Test
  void aStepRunsOnceForEachItemOfAList() {
    Trial trial = looped("withItems: [hello, 7, true]", "echo got {{item}}");
    assertEquals("got hello", trial.printed("wf[0].each(0:hello)"));
    assertEquals("got 7", trial.printed("wf[0].each(1:7)"));
    assertEquals("got true", trial.printed("wf[0].each(2:true)"));
  }

  @Test
  void theFieldsOfAMapAreTagsOfTheirOwn() {
    Trial trial =
        looped(
            "withItems: [{os: debian, v: 9}, {os: alpine, v: 3}]", "echo {{item.os}}-{{item.v}}");
    assertEquals("debian-9", trial.printed("wf[0].each(0:os:debian,v:9)"));
    assertEquals("alpine-3", trial.printed("wf[0].each(1:os:alpine,v:3)"));
  }

  @Test
  void theListMayBeWhatAnEarlierStepPrinted() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: list
              script: {image: busybox, command: [sh], source: "echo '[1, 2, 3]'"}
            - name: main
              steps:
              - - {name: list, template: list}
              - - name: each
                  template: sh
                  withParam: "{{steps.list.outputs.result}}"
                  arguments: {parameters: [{name: do, value: "expr {{item}} + 10"}]}
            """);
    assertEquals("11", trial.printed("wf[1].each(0:1)"));
    assertEquals("13", trial.printed("wf[1].each(2:3)"));
  }

  @Test
  void anEmptyListSkipsTheTaskAndWhatWaitsForItGoesOn() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              dag:
                tasks:
                - name: each
                  template: sh
                  withParam: "[]"
                  arguments: {parameters: [{name: do, value: "false"}]}
                - name: after
                  depends: each
                  template: sh
                  arguments: {parameters: [{name: do, value: "true"}]}
            """);
    assertEquals(NodePhase.SKIPPED, trial.node("wf.each").phase());
    assertEquals(NodePhase.SUCCEEDED, trial.node("wf.after").phase());
  }

  @Test
  void whatIsNoListEndsTheTaskAsAnError() {
    Trial trial = looped("withParam: \"{{workflow.name}}\"", "true");
    assertEquals(NodePhase.ERROR, trial.node("wf[0]").phase(), trial::toString);
  }

  @Test
  void aSequenceCountsFromItsStart() {
    Trial trial = looped("withSequence: {count: 3, start: 5}", "echo {{item}}");
    assertEquals(List.of("5", "6", "7"), printed(trial));
  }

  @Test
  void aSequenceMayEndBelowItsStartAndCountsDownThen() {
    Trial trial = looped("withSequence: {start: \"3\", end: \"1\"}", "echo {{item}}");
    assertEquals(List.of("3", "2", "1"), printed(trial));
  }

  @Test
  void aFormatShapesTheNumbersOfASequence() {
    Trial trial =
        looped("withSequence: {start: 9, end: 10, format: testuser%02X}", "echo {{item}}");
    assertEquals(List.of("testuser09", "testuser0A"), printed(trial));
  }

  @Test
  void theResultsOfAFanOutAreOneListOfJsonValues() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: twice
              inputs: {parameters: [{name: number}]}
              script: {image: busybox, command: [sh], source: "expr {{inputs.parameters.number}} + {{inputs.parameters.number}}"}
            - name: main
              dag:
                tasks:
                - name: each
                  template: twice
                  withItems: [1, 2]
                  arguments: {parameters: [{name: number, value: "{{item}}"}]}
                - name: all
                  depends: each
                  template: sh
                  arguments: {parameters: [{name: do, value: "echo '{{tasks.each.outputs.result}}'"}]}
            """);
    assertEquals("[2,4]", trial.printed("wf.all"));
  }

  @Test
  void anItemThatFailsFailsTheWholeFanOut() {
    Trial trial = looped("withItems: [0, 1]", "exit {{item}}");
    assertEquals(NodePhase.SUCCEEDED, trial.node("wf[0].each(0:0)").phase());
    assertEquals(NodePhase.FAILED, trial.node("wf[0].each(1:1)").phase());
    assertEquals(NodePhase.FAILED, trial.phase());
  }

  private Trial looped(String loop, String command) {
    return Trial.of(
        folder,
        """
        - name: main
          steps:
          - - name: each
              template: sh
              %s
              arguments: {parameters: [{name: do, value: "%s"}]}
        """
            .formatted(loop, command));
  }

  private static List<String> printed(Trial trial) {
    return trial.names().stream()
        .filter(name -> name.startsWith("wf[0].each("))
        .map(trial::printed)
        .toList();
  }
}

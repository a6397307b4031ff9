// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.exporter.process.WatchedCommand;
import tiphys.model.run.NodePhase;

/** What steps hand to one another: results, parameters, artifacts, volumes. */
final class ValuesTest {
  private static final String SAY =
      """
      - name: say
        inputs: {parameters: [{name: text}]}
        container: {image: busybox, command: [echo, "{{inputs.parameters.text}}"]}
      """;

  @TempDir Path folder;

  @Test
  void theResultIsWhatAStepPrintedWithoutItsLastLineBreak() {
    Trial trial =
        handedOn(
            """
            - name: give
              script:
                image: busybox
                command: [sh]
                source: |
                  echo "one 'two'"
                  echo not me >&2
                  echo three
            """,
            "{{steps.give.outputs.result}}");
    assertEquals("one 'two'\nthree", trial.printed("wf[1].take"));
  }

  @Test
  void aScriptInPythonPrintsItsResult() {
    assumeTrue(WatchedCommand.isOnPath("python3"));
    Trial trial =
        handedOn(
            """
            - name: give
              script:
                image: python:3
                command: [python]
                source: |
                  total = sum(n * n for n in range(4))
                  print(f"total {total}")
            """,
            "{{steps.give.outputs.result}}");
    assertEquals("total 14", trial.printed("wf[1].take"));
  }

  @Test
  void aParameterIsReadFromTheFileThatTheStepWrote() {
    Trial trial =
        handedOn(
            """
            - name: give
              outputs: {parameters: [{name: out, valueFrom: {path: /tmp/hello.txt}}]}
              container: {image: busybox, command: [sh, -c], args: ["echo from the file > /tmp/hello.txt"]}
            """,
            "{{steps.give.outputs.parameters.out}}");
    assertEquals("from the file", trial.printed("wf[1].take"));
  }

  @Test
  void aParameterThatWasNotWrittenHasItsDefault() {
    Trial trial =
        handedOn(
            """
            - name: give
              outputs: {parameters: [{name: out, valueFrom: {path: /tmp/none.txt, default: otherwise}}]}
              container: {image: busybox, command: ["true"]}
            """,
            "{{steps.give.outputs.parameters.out}}");
    assertEquals("otherwise", trial.printed("wf[1].take"));
  }

  @Test
  void aParameterThatWasNotWrittenAndHasNoDefaultIsAnError() {
    Trial trial =
        handedOn(
            """
            - name: give
              outputs: {parameters: [{name: out, valueFrom: {path: /tmp/none.txt}}]}
              container: {image: busybox, command: ["true"]}
            """,
            "{{steps.give.outputs.parameters.out}}");
    assertEquals(NodePhase.ERROR, trial.node("wf[0].give").phase());
    assertTrue(trial.node("wf[0].give").message().contains("/tmp/none.txt"), trial::toString);
  }

  @Test
  void aFileAndAFolderArePassedAsArtifacts() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: give
              outputs:
                artifacts:
                - {name: file, path: /tmp/file.txt}
                - {name: folder, path: /tmp/folder}
              container:
                image: busybox
                command: [sh, -c]
                args: ["echo file > /tmp/file.txt; mkdir -p /tmp/folder/in; echo deep > /tmp/folder/in/it"]
            - name: take
              inputs:
                artifacts:
                - {name: file, path: /data/some/file}
                - {name: folder, path: /data/folder}
              container: {image: busybox, command: [cat, /data/some/file, /data/folder/in/it]}
            - name: main
              dag:
                tasks:
                - {name: give, template: give}
                - name: take
                  depends: give
                  template: take
                  arguments:
                    artifacts:
                    - {name: file, from: "{{tasks.give.outputs.artifacts.file}}"}
                    - {name: folder, from: "{{tasks.give.outputs.artifacts.folder}}"}
            """);
    assertEquals("file\ndeep", trial.printed("wf.take"), trial::toString);
  }

  @Test
  void aRawArtifactIsWrittenBeforeTheStepBegins() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              inputs: {artifacts: [{name: text, path: /tmp/text, raw: {data: written here}}]}
              container: {image: busybox, command: [cat, /tmp/text]}
            """);
    assertEquals("written here", trial.printed("wf"), trial::toString);
  }

  @Test
  void stepsShareAVolumeThatLastsAsLongAsTheRun() {
    Trial trial =
        Trial.of(
            folder,
            """
            volumeClaimTemplates:
            - metadata: {name: work}
              spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """,
            """
            - name: on-volume
              inputs: {parameters: [{name: do}]}
              container:
                image: busybox
                command: [sh, -c]
                args: ["{{inputs.parameters.do}}"]
                volumeMounts: [{name: work, mountPath: /mnt/vol}]
            - name: main
              steps:
              - - {name: a, template: on-volume, arguments: {parameters: [{name: do, value: "echo kept > /mnt/vol/it"}]}}
              - - {name: b, template: on-volume, arguments: {parameters: [{name: do, value: "cat /mnt/vol/it"}]}}
            """);
    assertEquals("kept", trial.printed("wf[1].b"), trial::toString);
  }

  @Test
  void aStepHasItsEnvironmentAndItsFolder() {
    Trial trial =
        Trial.of(
            folder,
            """
            - name: main
              container:
                image: busybox
                command: [sh, -c, 'echo "$GREETING in $(pwd)"']
                env: [{name: GREETING, value: hello}]
                workingDir: /usr
            """);
    assertEquals("hello in /usr", trial.printed("wf"), trial::toString);
  }

  private Trial handedOn(String giver, String taken) {
    return Trial.of(
        folder,
        giver
            + SAY
            + """
              - name: main
                steps:
                - - {name: give, template: give}
                - - name: take
                    template: say
                    arguments: {parameters: [{name: text, value: "%s"}]}
              """
                .formatted(taken));
  }
}

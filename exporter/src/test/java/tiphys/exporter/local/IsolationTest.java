// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.model.run.NodePhase;

/** Each way in which a step gets the paths of its template for itself, with real processes. */
final class IsolationTest {
  /** No folder of this computer; a step that is not kept apart could only make it as root. */
  private static final String NOWHERE = "/tiphys-nowhere";

  private static final String HAND_OVER =
      """
      - name: main
        steps:
        - - {name: write, template: write}
        - - name: read
            template: read
            arguments:
              artifacts: [{name: in, from: "{{steps.write.outputs.artifacts.out}}"}]
      - name: write
        container: {image: i, command: [sh, -c], args: ["echo DEEP > PATH/out.txt"]}
        outputs: {artifacts: [{name: out, path: PATH/out.txt}]}
      - name: read
        inputs: {artifacts: [{name: in, path: PATH/in.txt}]}
        script: {image: i, command: [sh], source: "cat PATH/in.txt; ls PATH"}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void aFileIsHandedOverAtAPathThatThisComputerDoesNotHave(Isolation isolation) {
    Trial trial = run(HAND_OVER.replace("PATH", NOWHERE), isolation);
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals("DEEP\nin.txt", trial.printed("wf[1].read"));
    assertFalse(Files.exists(Path.of(NOWHERE)), "the path came into being outside of the step");
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void aFileIsHandedOverInAFolderOfTheSystem(Isolation isolation) {
    Path outside = Path.of("/etc/out.txt");
    Trial trial = run(HAND_OVER.replace("; ls PATH", "").replace("PATH", "/etc"), isolation);
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals("DEEP", trial.printed("wf[1].read"));
    assertFalse(Files.exists(outside), "the step wrote into the system's folder");
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void twoStepsAtOnceDoNotSeeWhatTheOtherWritesToTheSamePath(Isolation isolation) {
    String shared = folder.resolve("meet").toString();
    String templates =
        """
        - name: main
          dag:
            tasks:
            - {name: a, template: step, arguments: {parameters: [{name: me, value: a}, {name: you, value: b}]}}
            - {name: b, template: step, arguments: {parameters: [{name: me, value: b}, {name: you, value: a}]}}
        - name: step
          inputs: {parameters: [{name: me}, {name: you}]}
          script:
            image: i
            command: [sh]
            source: |
              echo {{inputs.parameters.me}} > NOWHERE/same
              mkdir -p SHARED; touch SHARED/{{inputs.parameters.me}}
              i=0; while [ ! -e SHARED/{{inputs.parameters.you}} ] && [ $i -lt 300 ]; do i=$((i+1)); sleep 0.1; done
              cat NOWHERE/same
          outputs: {parameters: [{name: same, valueFrom: {path: NOWHERE/same}}]}
        """
            .replace("NOWHERE", NOWHERE)
            .replace("SHARED", shared);
    Trial trial = run(templates, isolation);
    assertEquals("a", trial.printed("wf.a"), trial::toString);
    assertEquals("b", trial.printed("wf.b"), trial::toString);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void theExitCodeAndBothStreamsComeThrough(Isolation isolation) {
    Trial trial =
        run(
            """
            - name: main
              script: {image: i, command: [sh], source: "echo out; echo err >&2; exit 41"}
            """,
            isolation);
    assertEquals(NodePhase.FAILED, trial.phase());
    assertEquals(
        "out\nerr",
        trial
            .printed("wf")
            .lines()
            .sorted((x, y) -> y.compareTo(x))
            .reduce((x, y) -> x + "\n" + y)
            .orElse(""));
    assertEquals(
        "41", trial.run().statusJson().replaceAll("(?s).*\"exitCode\" ?: ?\"(\\d+)\".*", "$1"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void anOutputBelowAVolumeIsFoundThere(Isolation isolation) {
    Trial trial =
        run(
            """
            - name: main
              container:
                image: i
                command: [sh, -c]
                args: ["mkdir /vol-nowhere/deep && echo FOUND > /vol-nowhere/deep/x"]
                volumeMounts: [{name: vol, mountPath: /vol-nowhere}]
              volumes: [{name: vol, emptyDir: {}}]
              outputs: {parameters: [{name: x, valueFrom: {path: /vol-nowhere/deep/x}}]}
            """,
            isolation);
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals("FOUND", trial.node("wf").outputs().parameters().get("x"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES"})
  void aStepWithARootOfItsOwnSeesNoProcessOfAnother(Isolation isolation) {
    Trial trial =
        run("- name: main\n  script: {image: i, command: [sh], source: 'echo $PPID'}\n", isolation);
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertTrue(Integer.parseInt(trial.printed("wf")) <= 2, trial.printed("wf"));
  }

  @Test
  void theBestWayThatWorksIsChosenUnsaid() {
    Isolation best = IsolationProbe.best();
    RunRequest request = Trial.request(folder, Trial.workflow("", HAND_OVER), EngineChoice.AUTO);
    RunPreview preview = ThisComputer.preview(request, "").result().orElseThrow();
    assertEquals(Optional.of(best), preview.isolation());
    if (IsolationProbe.works(Isolation.BUBBLEWRAP)) {
      assertEquals(Isolation.BUBBLEWRAP, best);
    }
  }

  private Trial run(String templates, Isolation isolation) {
    assumeTrue(IsolationProbe.works(isolation), isolation + " does not work on this computer");
    return Trial.ended(
        Trial.preview(folder, Trial.workflow("", templates), EngineChoice.PROCESS).with(isolation));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.model.run.NodePhase;

/** Volumes of steps that are processes; those of containers are in {@link ContainersTest}. */
final class VolumesTest {
  /** Two steps, of which the second tells what is in the volume that the first wrote to. */
  private static final String WRITE_AND_LIST =
      """
      - name: main
        steps:
        - - {name: write, template: write}
        - - {name: list, template: list}
      - name: write
        script:
          image: i
          command: [sh]
          source: "echo X > /mnt/vol/x"
          volumeMounts: [{name: vol, mountPath: /mnt/vol}]
      - name: list
        script:
          image: i
          command: [sh]
          source: "ls /mnt/vol; echo listed"
          volumeMounts: [{name: vol, mountPath: /mnt/vol}]
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void stepsShareAClaimTemplate(Isolation isolation) {
    Trial trial = run("volumeClaimTemplates: [{metadata: {name: vol}}]\n", isolation);
    assertEquals("x\nlisted", trial.printed("wf[1].list"), trial::toString);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void stepsShareAClaimThatIsThereBeforehand(Isolation isolation) {
    Trial trial =
        run("volumes: [{name: vol, persistentVolumeClaim: {claimName: old}}]\n", isolation);
    assertEquals("x\nlisted", trial.printed("wf[1].list"), trial::toString);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void anEmptyFolderIsEmptyForEachStepAsForEachPod(Isolation isolation) {
    Trial trial = run("volumes: [{name: vol, emptyDir: {}}]\n", isolation);
    assertEquals("listed", trial.printed("wf[1].list"), trial::toString);
  }

  @Test
  void aPartOfAVolumeIsMountedForASubPath() {
    String templates =
        WRITE_AND_LIST.replaceFirst("mountPath: /mnt/vol}", "mountPath: /mnt/vol, subPath: a/b}");
    Trial trial =
        Trial.of(
            folder,
            "volumeClaimTemplates: [{metadata: {name: vol}}]\n",
            templates.replace("ls /mnt/vol;", "ls /mnt/vol/a/b;"));
    assertEquals("x\nlisted", trial.printed("wf[1].list"), trial::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          volumes: [{name: vol, secret: {secretName: s}}] | the volume vol cannot be had on this computer: it is a secret
          volumes: [{name: vol, hostPath: {path: /etc}}]  | the volume vol cannot be had on this computer: it is a hostPath
          volumes: [{name: other, emptyDir: {}}]          | the volume vol is mounted, but it is not declared
          """)
  void aVolumeThatCannotBeHadIsToldInASentence(String spec, String sentence) {
    Trial trial = Trial.of(folder, spec + "\n", WRITE_AND_LIST);
    assertEquals(NodePhase.ERROR, trial.node("wf[0].write").phase());
    assertEquals(sentence, trial.node("wf[0].write").message());
  }

  private Trial run(String spec, Isolation isolation) {
    assumeTrue(IsolationProbe.works(isolation), isolation + " does not work on this computer");
    String text = Trial.workflow(spec, WRITE_AND_LIST);
    return Trial.ended(Trial.preview(folder, text, EngineChoice.PROCESS).with(isolation));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.run.NodePhase;

/** The same with an engine, where one answers that has an image of busybox already. */
final class RealContainersTest {
  @TempDir Path folder;

  @Test
  void filesValuesAndVolumesGoFromContainerToContainer() throws Exception {
    String searchPath = System.getenv().getOrDefault("PATH", "");
    Optional<ContainerClient> client = ContainerClient.thatAnswers(searchPath);
    assumeTrue(client.isPresent(), "nothing makes containers on this computer");
    assumeTrue(
        client.get().ask(List.of("image", "inspect", "busybox")).isGood(), "no image of busybox");
    String text =
        Trial.workflow(
            "volumeClaimTemplates: [{metadata: {name: vol}}]\n",
            """
            - name: main
              steps:
              - - {name: write, template: write}
              - - name: read
                  template: read
                  arguments:
                    artifacts: [{name: in, from: "{{steps.write.outputs.artifacts.out}}"}]
                    parameters: [{name: p, value: "{{steps.write.outputs.parameters.p}}"}]
            - name: write
              script:
                image: busybox
                command: [sh]
                source: |
                  mkdir -p /tmp/deep/out; echo FILE > /tmp/deep/out/x
                  echo VALUE > /tmp/p; echo VOLUME > /mnt/vol/v
                volumeMounts: [{name: vol, mountPath: /mnt/vol}]
              outputs:
                artifacts: [{name: out, path: /tmp/deep/out}]
                parameters: [{name: p, valueFrom: {path: /tmp/p}}]
            - name: read
              inputs:
                artifacts: [{name: in, path: /tiphys-nowhere/a/in}]
                parameters: [{name: p}]
              container:
                image: busybox
                command: [sh, -c]
                args: ["cat /tiphys-nowhere/a/in/x /mnt/vol/v; echo {{inputs.parameters.p}} $COLOR; pwd"]
                env: [{name: COLOR, value: "dark blue"}]
                workingDir: /tmp
                volumeMounts: [{name: vol, mountPath: /mnt/vol}]
            """);
    Trial trial =
        Trial.ended(
            ThisComputer.preview(Trial.request(folder, text, EngineChoice.CONTAINER), searchPath)
                .result()
                .orElseThrow());
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals("FILE\nVOLUME\nVALUE dark blue\n/tmp", trial.printed("wf[1].read"));
    String ours = "label=" + ContainerOwner.LABEL + "=" + ContainerOwner.here().mark();
    assertEquals("", client.get().ask(List.of("ps", "--all", "--quiet", "--filter", ours)).out());
    assertEquals("", client.get().ask(List.of("volume", "ls", "--quiet", "--filter", ours)).out());
  }
}

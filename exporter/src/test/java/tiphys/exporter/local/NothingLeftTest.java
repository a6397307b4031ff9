// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.model.run.NodePhase;

/** Whatever a step started is gone when its run was cancelled, or when this program was killed. */
@DisabledOnOs(OS.WINDOWS)
final class NothingLeftTest {
  /** Nobody else on this computer sleeps for so long. */
  private final String mark = "sleep 7" + System.nanoTime() % 100_000_000;

  @TempDir Path folder;

  @AfterEach
  void endWhatIsLeftAfterAll() {
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").endsWith(mark))
        .forEach(ProcessHandle::destroyForcibly);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void aCancelledRunEndsAStepWithItsChildrenInWhateverSession(Isolation isolation)
      throws Exception {
    assumeTrue(IsolationProbe.works(isolation), isolation + " does not work on this computer");
    String text = Trial.workflow("", step("(%1$s; :) & setsid %1$s & %1$s"));
    RunPreview preview = Trial.preview(folder, text, EngineChoice.PROCESS).with(isolation);
    ActiveRun run = ThisComputer.start(preview, _ -> {});
    awaitSleepers(3);
    run.cancel();
    assertEquals(NodePhase.FAILED, run.await().phase().orElseThrow());
    assertTrue(Leftovers.end(mark), "a process goes on");
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void whatAStepLeavesInTheBackgroundEndsWithTheStep(Isolation isolation) throws Exception {
    assumeTrue(IsolationProbe.works(isolation), isolation + " does not work on this computer");
    String text = Trial.workflow("", step("%1$s >/dev/null 2>&1 & echo done"));
    Trial trial = Trial.ended(Trial.preview(folder, text, EngineChoice.PROCESS).with(isolation));
    assertEquals("done", trial.printed("wf"), trial::toString);
    assertTrue(Leftovers.end(mark), "a process goes on");
  }

  @ParameterizedTest
  @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES", "REWRITTEN_PATHS"})
  void aKilledProgramLeavesNoProcess(Isolation isolation) throws Exception {
    assumeTrue(IsolationProbe.works(isolation), isolation + " does not work on this computer");
    String text = Trial.workflow("", step("(%1$s; :) & %1$s"));
    Process program = KilledProgram.start(folder, text, EngineChoice.PROCESS, "", isolation);
    awaitSleepers(2);
    kill(program);
    assertTrue(Leftovers.end(mark), "a process goes on");
  }

  @Test
  void theNextRunRemovesTheContainersOfAKilledProgram() throws Exception {
    StandInDocker docker = StandInDocker.in(folder.resolve("bin"), "docker");
    Process program =
        KilledProgram.start(
            folder,
            Trial.workflow("", step("%1$s")),
            EngineChoice.CONTAINER,
            docker.searchPath(),
            Isolation.NONE_NEEDED);
    awaitSleepers(1);
    kill(program);
    assertEquals(1, docker.containers().size(), "an engine does not know of the kill");
    String next =
        Trial.workflow("", "- name: main\n  container: {image: i, command: [\"true\"]}\n");
    RunRequest request = Trial.request(folder.resolve("next"), next, EngineChoice.CONTAINER);
    Trial.ended(ThisComputer.preview(request, docker.searchPath()).result().orElseThrow());
    assertEquals(List.of(), docker.containers());
    assertTrue(Leftovers.end(mark), "a process goes on");
  }

  @Test
  void aProgramThatIsToldToEndRemovesItsContainersFirst() throws Exception {
    StandInDocker docker = StandInDocker.in(folder.resolve("bin"), "docker");
    Process program =
        KilledProgram.start(
            folder,
            Trial.workflow("volumeClaimTemplates: [{metadata: {name: vol}}]\n", mounting("%1$s")),
            EngineChoice.CONTAINER,
            docker.searchPath(),
            Isolation.NONE_NEEDED);
    awaitSleepers(1);
    program.destroy();
    assertTrue(program.waitFor(10, TimeUnit.SECONDS));
    assertEquals(List.of(), docker.containers());
    assertEquals(List.of(), docker.volumes());
    assertTrue(Leftovers.end(mark), "a process goes on");
  }

  private String mounting(String script) {
    return step(script)
        .replace("source:", "volumeMounts: [{name: vol, mountPath: /mnt/vol}], source:");
  }

  private String step(String script) {
    return "- name: main\n  script: {image: i, command: [sh], source: '"
        + script.replace("%1$s", mark)
        + "'}\n";
  }

  private void awaitSleepers(long count) throws Exception {
    for (int i = 0; i < 1000 && sleepers() < count; i++) {
      Thread.sleep(20);
    }
    Path log = folder.resolve("program.log");
    assertEquals(count, sleepers(), Files.exists(log) ? Files.readString(log) : "");
  }

  private long sleepers() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").endsWith(mark))
        .count();
  }

  private static void kill(Process program) throws InterruptedException {
    program.destroyForcibly();
    assertTrue(program.waitFor(5, TimeUnit.SECONDS));
  }
}

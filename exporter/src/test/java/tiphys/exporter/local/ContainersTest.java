// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodePhase;

/** What a container engine is told, and the way that files take; see {@link StandInDocker}. */
@DisabledOnOs(OS.WINDOWS)
final class ContainersTest {
  @TempDir Path folder;
  private StandInDocker docker;

  @BeforeEach
  void putDockerOnThePath() throws IOException {
    docker = StandInDocker.in(folder.resolve("bin"), "docker");
  }

  @Test
  void aStepIsMadeFilledStartedEmptiedAndRemoved() throws IOException {
    Trial trial =
        run(
            """
            - name: main
              inputs:
                artifacts: [{name: in, path: /mnt/deep/in.txt, raw: {data: GIVEN}}]
              container:
                image: busybox:1
                workingDir: /mnt
                command: [sh, -c]
                args: ["cat deep/in.txt; echo $COLOR > deep/out.txt"]
                env: [{name: COLOR, value: "dark blue"}]
              outputs:
                parameters: [{name: out, valueFrom: {path: /mnt/deep/out.txt}}]
            """);
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals("GIVEN", trial.printed("wf"));
    assertEquals("dark blue", trial.node("wf").outputs().parameters().get("out"));
    assertEquals(
        List.of(
            "version",
            "ps --all --filter label=tiphys.owner --format {{.Names}}",
            "volume ls --filter label=tiphys.owner --format {{.Name}}",
            "create --name wf --label tiphys.owner=OWNER --workdir /mnt --env COLOR=dark blue"
                + " --entrypoint sh busybox:1 -c cat deep/in.txt; echo $COLOR > deep/out.txt",
            "cp WORK/wf/mnt/deep/in.txt wf:/mnt/deep/in.txt",
            "cp WORK/wf/mnt/deep/. wf:/mnt/deep",
            "start --attach wf",
            "cp wf:/mnt/deep/out.txt WORK/wf/mnt/deep/out.txt",
            "rm --force --volumes wf"),
        docker.said());
    assertEquals(List.of(), docker.containers());
  }

  @Test
  void filesGoFromAScriptToAContainerOfAnotherImage() {
    Trial trial =
        run(
            """
            - name: main
              steps:
              - - {name: write, template: write}
              - - name: read
                  template: read
                  arguments:
                    artifacts: [{name: in, from: "{{steps.write.outputs.artifacts.out}}"}]
            - name: write
              script: {image: a, command: [sh], source: "mkdir mnt/out; echo ONE > mnt/out/x"}
              outputs: {artifacts: [{name: out, path: /mnt/out}]}
            - name: read
              inputs: {artifacts: [{name: in, path: /data/in}]}
              container: {image: b, command: [sh, -c, "cat data/in/x"]}
            """);
    assertEquals(NodePhase.SUCCEEDED, trial.phase(), trial::toString);
    assertEquals("ONE", trial.printed("wf[1].read"));
  }

  @Test
  void aCommandThatOnlyTheImageKnowsIsLeftToIt() throws IOException {
    Trial trial = run("- name: main\n  container: {image: hello, imagePullPolicy: Always}\n");
    assertEquals("the image's own command", trial.printed("wf"));
    assertTrue(
        docker.said().contains("create --name wf --label tiphys.owner=OWNER --pull always hello"));
  }

  @Test
  void anExitCodeAndTheLastLinesComeThroughAndNoContainerStays() throws IOException {
    Trial trial =
        run("- name: main\n  script: {image: i, command: [sh], source: 'echo why; exit 7'}\n");
    assertEquals("Error (exit code 7): why", trial.node("wf").message());
    assertEquals(List.of(), docker.containers());
  }

  @Test
  void anImageThatCannotBeHadIsToldInTheClientsWords() {
    Trial trial = run("- name: main\n  container: {image: nobody/missing, command: [true]}\n");
    assertEquals(NodePhase.ERROR, trial.node("wf").phase());
    assertEquals(
        "no container of the image nobody/missing: Error: pull access denied for nobody/missing",
        trial.node("wf").message());
  }

  @Test
  void aCancelledRunKillsItsContainers() throws Exception {
    Path started = folder.resolve("started");
    String source = "source: 'touch " + started + "; sleep 7171'";
    RunPreview preview =
        preview("- name: main\n  script: {image: i, command: [sh], " + source + "}\n");
    ActiveRun run = ThisComputer.start(preview, _ -> {});
    while (!Files.exists(started)) {
      Thread.sleep(20);
    }
    run.cancel();
    assertEquals(NodePhase.FAILED, run.await().phase().orElseThrow());
    assertTrue(docker.said().contains("kill wf"), () -> run.snapshot().toString());
    assertEquals(List.of(), docker.containers());
    assertTrue(Leftovers.end("sleep 7171"), "the container's command goes on");
  }

  @Test
  void whatAKilledProgramLeftBehindIsRemovedAndNothingElse() throws IOException {
    ContainerOwner here = ContainerOwner.here();
    String mine = here.name("mine");
    String older = new ContainerOwner(here.computer(), here.process(), 1).name("older");
    String elsewhere = new ContainerOwner("abc", 999_999_999, 1).name("elsewhere");
    for (String name : List.of(mine, older, elsewhere)) {
      docker.leave(name);
    }
    run("- name: main\n  container: {image: i, command: [\"true\"]}\n");
    assertEquals(List.of(elsewhere, mine).stream().sorted().toList(), docker.containers());
  }

  @Test
  void stepsShareAClaimAndItGoesWithTheRun() throws IOException {
    Trial trial =
        run(
            """
            volumeClaimTemplates: [{metadata: {name: work}}]
            """,
            """
            - name: main
              steps:
              - - {name: write, template: mounted, arguments: {parameters: [{name: do, value: "echo X > mnt/vol/x"}]}}
              - - {name: read, template: mounted, arguments: {parameters: [{name: do, value: "cat mnt/vol/x"}]}}
            - name: mounted
              inputs: {parameters: [{name: do}]}
              container:
                image: i
                command: [sh, -c, "{{inputs.parameters.do}}"]
                volumeMounts: [{name: work, mountPath: /mnt/vol}]
            """);
    assertEquals("X", trial.printed("wf[1].read"), trial::toString);
    assertEquals(List.of(), docker.volumes());
  }

  @Test
  void containersAreUsedUnsaidIfSomethingMakesThem() {
    RunPreview preview = preview("- name: main\n  container: {image: i}\n", EngineChoice.AUTO);
    assertEquals(EngineChoice.CONTAINER, preview.engine());
    assertEquals(Optional.of("docker"), preview.client().map(ContainerClient::name));
    assertEquals(List.of("busybox", "i"), preview.images());
  }

  @Test
  void aClientThatDoesNotAnswerIsPassedOverForTheNext() throws IOException {
    docker.silence();
    StandInDocker podman = StandInDocker.in(folder.resolve("other"), "podman");
    long before = System.nanoTime();
    Optional<ContainerClient> found =
        ContainerClient.thatAnswers(docker.searchPath() + ":" + podman.searchPath());
    assertEquals(Optional.of("podman"), found.map(ContainerClient::name));
    assertTrue(System.nanoTime() - before < 8_000_000_000L, "waited for the silent one");
  }

  @Test
  void withoutAClientStepsAreProcessesUnlessContainersWereAskedFor() throws IOException {
    docker.silence();
    RunRequest auto = request("- name: main\n  container: {image: i}\n", EngineChoice.AUTO);
    RunPreview preview = ThisComputer.preview(auto, docker.searchPath()).result().orElseThrow();
    assertEquals(EngineChoice.PROCESS, preview.engine());
    assertTrue(preview.lacksContainers());
    RunRequest asked = request("- name: main\n  container: {image: i}\n", EngineChoice.CONTAINER);
    assertEquals(
        ProblemCode.RUN_NO_CONTAINER_ENGINE,
        ThisComputer.preview(asked, "").refusal().orElseThrow().code());
  }

  private Trial run(String templates) {
    return Trial.ended(preview(templates));
  }

  private Trial run(String spec, String templates) {
    RunRequest request =
        Trial.request(folder, Trial.workflow(spec, templates), EngineChoice.CONTAINER);
    return Trial.ended(ThisComputer.preview(request, docker.searchPath()).result().orElseThrow());
  }

  private RunPreview preview(String templates) {
    return preview(templates, EngineChoice.CONTAINER);
  }

  private RunPreview preview(String templates, EngineChoice engine) {
    return ThisComputer.preview(request(templates, engine), docker.searchPath())
        .result()
        .orElseThrow();
  }

  private RunRequest request(String templates, EngineChoice engine) {
    return Trial.request(folder, Trial.workflow("", templates), engine);
  }
}

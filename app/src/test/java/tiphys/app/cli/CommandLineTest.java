// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

final class CommandLineTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path diamond = Path.of("");

  @BeforeEach
  void copyTheDiamond() throws Exception {
    diamond = Files.copy(EXAMPLES.resolve("dag-diamond.yaml"), folder.resolve("diamond.yaml"));
  }

  @Test
  void aPathWithoutAVerbIsToBeOpened() {
    String file = diamond.toString();

    assertEquals(List.of("open", file), CommandLine.completed(List.of(file)));
    assertEquals(
        List.of("open", "not-there.yaml"), CommandLine.completed(List.of("not-there.yaml")));
    assertEquals(List.of("lint", file), CommandLine.completed(List.of("lint", file)));
    assertEquals(List.of("frobnicate"), CommandLine.completed(List.of("frobnicate")));
    assertEquals(List.of("--help"), CommandLine.completed(List.of("--help")));
  }

  @Test
  void aTaskOfANewTemplateHasTheNameThatWasAskedFor() {
    assertEquals(
        0,
        tiphys("edit", diamond.toString(), "add-task", "diamond", "train", "--template", "script"));

    assertTrue(out().contains("- name: train\n        template: train\n"), out());
    assertTrue(out().contains("  - name: train\n    script:"), out());
  }

  @Test
  void aGoodFileIsGood() {
    assertEquals(0, tiphys("lint", diamond.toString()));
    assertEquals("", out());
  }

  @Test
  void whatTwoVersionsDifferInIsToldByNameAndField() throws Exception {
    Path before = Files.copy(diamond, folder.resolve("before.yaml"));
    tiphys("edit", diamond.toString(), "delete-task", "diamond/B", "--in-place");
    tiphys("edit", diamond.toString(), "set", "echo", "container.image", "alpine", "--in-place");
    out.reset();

    assertEquals(1, tiphys("diff", before.toString(), diamond.toString()));
    assertEquals(
        """
        ~ diamond/D
            depends: “B && C” → “C”
        - diamond/B
        ~ echo
            container.image: “busybox” → “alpine”
        """,
        out());
    out.reset();
    assertEquals(0, tiphys("diff", before.toString(), before.toString()));
    assertEquals("", out());
    assertEquals(2, tiphys("diff", before.toString(), before.toString(), "--rev", "HEAD"));
  }

  @Test
  void twoVersionsAreDrawnAsOneGraph() throws Exception {
    Path before = Files.copy(diamond, folder.resolve("before.yaml"));
    tiphys("edit", diamond.toString(), "delete-task", "diamond/B", "--in-place");
    out.reset();

    assertEquals(1, tiphys("diff", before.toString(), diamond.toString(), "--to", "svg"));
    for (String task : List.of("A", "B", "C", "D")) {
      assertTrue(out().contains(">" + task + "</text>"), out());
    }
    assertTrue(out().contains("stroke-dasharray"), out());
  }

  @Test
  void aDrawingIsTurnedForOnePictureOrForGood() throws Exception {
    tiphys("export", diamond.toString(), "--to", "svg");
    String down = taken();
    tiphys("export", diamond.toString(), "--to", "svg", "--direction", "right");
    String right = taken();
    assertTrue(width(right) > width(down) && height(right) < height(down));

    assertEquals(0, tiphys("edit", diamond.toString(), "turn-drawing", "right", "--in-place"));
    tiphys("export", diamond.toString(), "--to", "svg");
    assertEquals(right, taken());
    tiphys("export", diamond.toString(), "--to", "svg", "--direction", "down");
    assertEquals(down, taken());

    assertEquals(0, tiphys("edit", diamond.toString(), "turn-drawing", "down", "--in-place"));
    tiphys("export", diamond.toString(), "--to", "svg");
    assertEquals(down, taken(), "nothing is left beside the file");
    assertEquals(2, tiphys("export", diamond.toString(), "--to", "svg", "--direction", "up"));
  }

  @Test
  void aPictureHasTheUsersPlaces() throws Exception {
    tiphys("export", diamond.toString(), "--to", "svg");
    String before = taken();
    tiphys("edit", diamond.toString(), "move-nodes", "diamond/B", "900", "128", "--in-place");
    tiphys("export", diamond.toString(), "--to", "svg");

    assertTrue(width(taken()) > width(before) + 100, "B stands far to the right now");
  }

  @Test
  void aGraphHasTheInsidesOfItsTasksWhereTheyAreAskedFor() throws Exception {
    Path nested =
        Files.writeString(
            folder.resolve("nested.yaml"),
            """
            kind: Workflow
            metadata: {generateName: n-}
            spec:
              entrypoint: main
              templates:
                - name: main
                  dag:
                    tasks:
                      - {name: build, template: parts}
                      - {name: after, depends: build, template: echo}
                - name: parts
                  steps:
                    - - {name: one, template: echo}
                    - - {name: two, template: echo}
                - name: echo
                  container: {image: busybox}
            """);

    assertEquals(0, tiphys("graph", nested.toString(), "--inside"));
    JsonNode build = new JsonMapper().readTree(taken()).path("nodes").path(0);
    JsonNode two = build.path("inside").path("nodes").path(1);
    assertEquals("parts", build.path("inside").path("template").asText());
    assertEquals("two", two.path("id").asText());
    assertTrue(two.path("y").asDouble() > build.path("y").asDouble());
    assertTrue(
        two.path("y").asDouble() + two.path("height").asDouble()
            < build.path("y").asDouble() + build.path("height").asDouble());
    tiphys("graph", nested.toString());
    assertTrue(
        new JsonMapper().readTree(taken()).path("nodes").path(0).path("inside").isMissingNode());
  }

  @Test
  void aPictureOfSomeTasksHasTheseAndWhatRunsBetweenThem() {
    assertEquals(
        0,
        tiphys("export", diamond.toString(), "--to", "svg", "--only", "A", "--only", "B"),
        err.toString(StandardCharsets.UTF_8));
    assertTrue(out().contains(">A</text>") && out().contains(">B</text>"), out());
    assertFalse(out().contains(">C</text>") || out().contains(">D</text>"), out());
    String part = out();
    out.reset();
    assertEquals(0, tiphys("export", diamond.toString(), "--to", "svg"));
    assertTrue(height(part) < height(out()), "no room is kept for what is not shown");
    out.reset();
    assertEquals(1, tiphys("export", diamond.toString(), "--to", "svg", "--only", "X"));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).contains("no task “X” in the template “diamond”"));
  }

  /** What was printed since the last time. */
  private String taken() {
    String taken = out();
    out.reset();
    return taken;
  }

  private static double width(String svg) {
    return Double.parseDouble(svg.replaceFirst("(?s)^.*? width=\"([0-9.]+)\".*$", "$1"));
  }

  private static double height(String svg) {
    return Double.parseDouble(svg.replaceFirst("(?s)^.*? height=\"([0-9.]+)\".*$", "$1"));
  }

  @Test
  void everyProblemIsToldWithItsPlace() throws Exception {
    Files.writeString(
        diamond, Files.readString(diamond).replace("template: echo", "template: nothing"));
    assertEquals(1, tiphys("lint", diamond.toString()));
    assertEquals(4, out().lines().filter(line -> line.contains("diamond.yaml:")).count(), out());
  }

  @Test
  void exportedYamlIsTheFileToTheByte() throws Exception {
    assertEquals(0, tiphys("export", diamond.toString(), "--to", "yaml"));
    assertEquals(Files.readString(diamond), out());
  }

  @Test
  void aPictureWithInsidesHasTheTasksOfWhatIsCalled() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("nested.yaml"),
            """
            kind: Workflow
            spec:
              entrypoint: main
              templates:
              - name: main
                dag: {tasks: [{name: outer, template: inner}, {name: again, template: main}]}
              - name: inner
                steps: [[{name: within, template: leaf}]]
              - name: leaf
                container: {image: alpine}
            """);

    assertEquals(0, tiphys("export", file.toString(), "--to", "svg"));
    assertFalse(out().contains(">within<"), out());
    assertEquals(0, tiphys("export", file.toString(), "--to", "svg", "--inside"));

    assertTrue(out().contains(">within<"), out());
  }

  @Test
  void exportedPythonIsForHeraAndSaysOnTheSideWhatItCannotSay() throws Exception {
    String yaml = Files.readString(diamond);
    Files.writeString(diamond, yaml.replace("  entrypoint:", "  podResources: {}\n  entrypoint:"));

    assertEquals(0, tiphys("export", diamond.toString(), "--to", "hera", "--submit"));

    assertTrue(out().contains("        A >> [B, C] >> D\n"), out());
    assertTrue(out().contains("global_config.host = \"https://localhost:2746\"\n"), out());
    assertTrue(err().contains("spec.podResources is not in the code"), err());
    assertTrue(out().contains("#   spec.podResources\n"), out());
  }

  @Test
  void aFileIsBegunFromAnExampleAndNoneIsWrittenOver() throws Exception {
    assertEquals(0, tiphys("new"));
    assertTrue(out().contains("map-reduce "), out());
    Path file = folder.resolve("flow.yaml");

    assertEquals(0, tiphys("new", "--from", "map-reduce", "--out", file.toString()));
    assertEquals(0, tiphys("lint", file.toString()));
    assertEquals(2, tiphys("new", "--from", "diamond", "--out", file.toString()));
    assertTrue(err().contains("is there already"), err());
    assertTrue(Files.readString(file).contains("generateName: map-reduce-"));
    assertEquals(2, tiphys("new", "--from", "nothing"));
  }

  @Test
  void theGraphHasTheFourTasksAndTheirEdges() {
    assertEquals(0, tiphys("graph", diamond.toString()));
    assertEquals(4, out().split("\"kind\"", -1).length - 1);
    assertEquals(4, out().split("\"from\"", -1).length - 1);
  }

  @Test
  void anEditChangesOnlyItsLine() throws Exception {
    List<String> before = Files.readAllLines(diamond);
    assertEquals(0, tiphys("edit", diamond.toString(), "connect-tasks", "diamond/A", "diamond/D"));
    List<String> after = out().lines().toList();
    assertEquals(before.size(), after.size());
    long changed =
        java.util.stream.IntStream.range(0, before.size())
            .filter(i -> !before.get(i).equals(after.get(i)))
            .count();
    assertEquals(1, changed);
    assertEquals(before, Files.readAllLines(diamond));
  }

  @Test
  void aRefusedEditSaysWhyAndLeavesTheFile() throws Exception {
    String before = Files.readString(diamond);
    assertEquals(
        1,
        tiphys(
            "edit", diamond.toString(), "connect-tasks", "diamond/D", "diamond/A", "--in-place"));
    assertTrue(err().contains("→ D → A"), err());
    assertEquals(before, Files.readString(diamond));
  }

  @Test
  void anyFieldIsSetClearedAndItsItemsComeGoAndMove() {
    assertEquals(
        0, edit("set", "diamond/A", "arguments.parameters.message.value", "hello"), this::err);
    assertTrue(out().contains("hello"), out());
    assertEquals(0, edit("unset", ".", "spec.entrypoint"), this::err);
    assertFalse(out().contains("entrypoint:"), out());
    assertEquals(0, edit("add-item", ".", "spec.imagePullSecrets", "mine"), this::err);
    assertTrue(out().contains("- name: mine"), out());
    assertEquals(0, edit("move-item", ".", "spec.templates.diamond", "0"), this::err);
    assertTrue(out().contains("templates:"), out());
    assertEquals(0, edit("remove-item", "diamond/A", "arguments.parameters.message"), this::err);
    assertEquals(1, edit("rename-key", ".", "spec.entrypoint", "x"), this::err);
    assertTrue(err().contains("spec.entrypoint"), err());
    assertEquals(1, edit("set", ".", "spec.parallelism", "many"), this::err);
    assertTrue(err().contains("spec.parallelism is a whole number"), err());
  }

  private int edit(String... words) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of("edit", diamond.toString()));
    all.addAll(List.of(words));
    return tiphys(all.toArray(String[]::new));
  }

  @Test
  void aRunThatWasNotAgreedToExecutesNothing() {
    assertEquals(2, tiphys("run", diamond.toString()));
    assertTrue(err().contains("--yes"), err());
    assertFalse(err().contains("Succeeded"), err());
  }

  @Test
  void aRunTellsStatesAndWhatStepsPrint() {
    assertEquals(
        0,
        tiphys(
            "run",
            diamond.toString(),
            "--yes",
            "--engine",
            "process",
            "--artifacts",
            folder.resolve("r").toString()));
    for (String task : List.of("A", "B", "C", "D")) {
      assertTrue(err().contains("  " + task + ": " + task), err());
    }
  }

  @Test
  void whatAStepPrintsIsToldWhileItStillRuns() throws Exception {
    Path file = folder.resolve("waits.yaml");
    Path seen = folder.resolve("seen");
    Files.writeString(
        file,
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata: {name: waits}
        spec:
          entrypoint: main
          templates:
          - name: main
            script:
              image: busybox
              command: [sh]
              source: |
                echo first; printf second
                i=0; while [ ! -e %s ] && [ $i -lt 300 ]; do i=$((i+1)); sleep 0.1; done
                echo " half"
                [ $i -lt 300 ]
        """
            .formatted(seen));
    CompletableFuture<Integer> exit =
        CompletableFuture.supplyAsync(
            () -> tiphys("run", file.toString(), "--yes", "--engine", "process"));
    while (!exit.isDone() && !err().contains("  waits: first")) {
      Thread.sleep(20);
    }
    assertFalse(exit.isDone(), err());
    assertFalse(err().contains("second"), err());
    Files.createFile(seen);
    assertEquals(0, exit.get(), err());
    assertTrue(err().contains("  waits: second half"), err());
    assertTrue(err().indexOf("half") < err().indexOf("✓ waits"), err());
    assertEquals(1, err().split("  waits: first", -1).length - 1, err());
  }

  @Test
  void anEngineThatDoesNotExistIsNamedAmongThoseThatDo() {
    assertEquals(2, tiphys("run", diamond.toString(), "--yes", "--engine", "docker"));
    assertTrue(err().contains("auto, container, process, simulate"), err());
  }

  @Test
  void whatIsNotUnderstoodSaysWhatIsPossible() {
    assertEquals(2, tiphys("lnt"));
    assertTrue(err().contains("lint, export, edit"), err());
    assertEquals(2, tiphys("lint", "--colour", diamond.toString()));
    assertEquals(2, tiphys("lint", folder.resolve("none.yaml").toString()));
    assertEquals(2, tiphys("export", diamond.toString(), "--to", "gif"));
  }

  private int tiphys(String... words) {
    return new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(Language.ENGLISH))
        .execute(List.of(words));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.command.LayOut;
import tiphys.model.command.MoveNodes;
import tiphys.model.command.SetArea;
import tiphys.model.command.TurnDrawing;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.Area;
import tiphys.model.state.Positions;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.TemplateName;

class OpenFilesTest {
  private static final Scope MAIN = new Scope(0, new TemplateName("main"));

  @TempDir private Path folder;

  @Test
  void aFileThatIsSavedUnchangedIsTheSameToTheByte() throws IOException {
    byte[] bytes = "\uFEFFkind: Workflow\r\nmetadata: {}\n".getBytes(StandardCharsets.UTF_8);
    Path path = Files.write(folder.resolve("a.yaml"), bytes);
    OpenFile file = opened(path);

    assertEquals(Optional.empty(), file.saveTo(path));

    assertArrayEquals(bytes, Files.readAllBytes(path));
    assertFalse(Files.exists(Sidecar.of(path)));
  }

  @Test
  void placesAreKeptBesideTheFileAndComeBack() throws IOException {
    Path path = Files.writeString(folder.resolve("a.yaml"), "kind: Workflow\n");
    OpenFile file = opened(path);
    Map<NodeId, Point> places = Map.of(new NodeId("A b"), new Point(12.5, -3));
    file.editor().apply(new MoveNodes(MAIN, places));
    assertFalse(file.editor().saved().get());

    assertEquals(Optional.empty(), file.saveTo(path));

    assertTrue(file.editor().saved().get());
    assertEquals(places, opened(path).editor().state().get().positions().in(MAIN));
    assertEquals("kind: Workflow\n", Files.readString(path));
  }

  @Test
  void areasAreKeptBesideTheFileAndComeBack() throws IOException {
    String text =
        "kind: Workflow\nspec: {templates: [{name: main, dag: {tasks: [{name: A, template: t}]}}]}\n";
    Path path = Files.writeString(folder.resolve("a.yaml"), text);
    OpenFile file = opened(path);
    Set<NodeId> nodes = Set.of(new NodeId("A"));
    file.editor().apply(new SetArea(MAIN, nodes, Optional.of("日本 \"area\"")));

    assertEquals(Optional.empty(), file.saveTo(path));

    assertEquals(
        List.of(new Area("日本 \"area\"", nodes)),
        opened(path).editor().state().get().positions().areas(MAIN));
    assertEquals(text, Files.readString(path));
  }

  @Test
  void lanesOfLongEdgesAreKeptBesideTheFileAndComeBack() throws IOException {
    String text =
        """
        kind: Workflow
        spec:
          templates:
            - name: main
              dag:
                tasks:
                  - {name: A, template: echo}
                  - {name: B, template: echo, depends: A}
                  - {name: C, template: echo, depends: A && B}
        """;
    Path path = Files.writeString(folder.resolve("a.yaml"), text);
    OpenFile file = opened(path);
    file.editor().apply(LayOut.all(MAIN));
    Positions laidOut = file.editor().state().get().positions();
    assertEquals(1, laidOut.lanesIn(MAIN).byEnds().size());

    assertEquals(Optional.empty(), file.saveTo(path));

    assertEquals(laidOut, opened(path).editor().state().get().positions());
  }

  @Test
  void theDirectionOfItsDrawingsIsKeptBesideAFileOfWhichNothingElseIs() throws IOException {
    Path path = Files.writeString(folder.resolve("a.yaml"), "kind: Workflow\n");
    OpenFile file = opened(path);
    file.editor().apply(new TurnDrawing(Heading.RIGHT));

    assertEquals(Optional.empty(), file.saveTo(path));

    assertEquals(Heading.RIGHT, opened(path).editor().state().get().positions().heading());
  }

  @Test
  void aDamagedSidecarIsSaidAndTheFileOpensAllTheSame() throws IOException {
    for (String damaged :
        new String[] {"{", "[]", "{\"positions\":[{}]}", "{\"positions\":[3]}", "\0"}) {
      Path path = Files.writeString(folder.resolve("a.yaml"), "kind: Workflow\n");
      Files.writeString(Sidecar.of(path), damaged);

      ReadFile read = ReadFile.of(path).result().orElseThrow();

      assertEquals(
          ProblemCode.SIDECAR_DAMAGED, read.sidecarProblem().orElseThrow().code(), damaged);
      assertEquals(Positions.NONE, read.state().positions());
    }
  }

  @Test
  void aChangeBySomebodyElseIsNoticed() throws IOException {
    Path path = Files.writeString(folder.resolve("a.yaml"), "kind: Workflow\n");
    OpenFile file = opened(path);
    assertFalse(file.isChangedOnDisk());

    Files.writeString(path, "kind: CronWorkflow\n");

    assertTrue(file.isChangedOnDisk());
    file.saveTo(path);
    assertFalse(file.isChangedOnDisk());
  }

  @Test
  void whatCannotBeWrittenStaysUnsavedAndSaysWhy() {
    OpenFile file = OpenFile.untitled("untitled", Skeleton.text());
    file.editor().type(TextEdits.of(TextEdit.insert(0, "# mine\n")));

    Optional<ProblemCode> why =
        file.saveTo(folder.resolve("missing/a.yaml")).map(problem -> problem.code());

    assertEquals(Optional.of(ProblemCode.FILE_NOT_FOUND), why);
    assertFalse(file.editor().saved().get());
    assertEquals("untitled", file.name());
  }

  @Test
  void aNewFileLacksOnlyItsFirstTask() {
    assertEquals(
        java.util.List.of(tiphys.model.problem.ProblemCode.DAG_EMPTY),
        OpenFile.untitled("n", Skeleton.text()).editor().state().get().problems().stream()
            .map(tiphys.model.problem.Problem::code)
            .toList());
  }

  @Test
  void closingTheShownFileShowsItsNeighbour() {
    OpenFiles files = new OpenFiles();
    OpenFile[] three =
        IntStream.range(0, 3)
            .mapToObj(i -> OpenFile.untitled("f" + i, Skeleton.text()))
            .toArray(OpenFile[]::new);
    for (OpenFile file : three) {
      files.add(file);
    }
    files.showNext(1);
    assertEquals(Optional.of(three[0]), files.shown().get());

    files.close(three[0]);
    assertEquals(Optional.of(three[1]), files.shown().get());
    files.showNext(-1);
    files.close(three[2]);
    assertEquals(Optional.of(three[1]), files.shown().get());
    files.close(three[1]);
    assertEquals(Optional.empty(), files.shown().get());
  }

  @Test
  void theNewestRecentFileIsFirstAndNoneStandsTwice() {
    RecentFiles recent = new RecentFiles(java.util.List.of());
    for (String name : new String[] {"/a", "/b c", "/a"}) {
      recent = recent.with(Path.of(name));
    }

    assertEquals(
        java.util.List.of(Path.of("/a"), Path.of("/b c")),
        RecentFiles.of(Optional.of(recent.line())).paths());
    assertEquals(java.util.List.of(), RecentFiles.of(Optional.empty()).paths());
  }

  private static OpenFile opened(Path path) {
    return switch (ReadFile.of(path)) {
      case Outcome.Done<ReadFile>(ReadFile read) -> OpenFile.of(read);
      case Outcome.Refused<ReadFile>(var why) -> throw new AssertionError(why);
    };
  }
}

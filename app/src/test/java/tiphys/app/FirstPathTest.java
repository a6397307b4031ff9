// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.canvas.OnCanvas;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.files.ReadFile;
import tiphys.app.files.Sidecar;
import tiphys.app.screen.Screen;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.TemplateName;

/**
 * The first path as a person goes it: from an empty canvas to a green diamond, by hand. It is drawn
 * once; what follows is tried on the same window.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstPathTest {
  private static final Scope MAIN = new Scope(0, new TemplateName("main"));
  private static final Set<String> DIAMOND = Set.of("A→B", "A→C", "B→D", "C→D");

  private static final String EXPORTED =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: new-workflow-
      spec:
        entrypoint: main
        templates:
        - name: main
          dag:
            tasks:
            - name: A
              template: container
            - name: B
              depends: A
              template: container-2
            - name: C
              depends: A
              template: container-3
            - name: D
              depends: B && C
              template: container-4
        - name: container
          container:
            image: busybox:1.37
            command:
            - echo
            args:
            - Hello from A
        - name: container-2
          container:
            image: busybox:1.37
            command:
            - echo
            args:
            - Hello from B
        - name: container-3
          container:
            image: busybox:1.37
            command:
            - echo
            args:
            - Hello from C
        - name: container-4
          container:
            image: busybox:1.37
            command:
            - echo
            args:
            - Hello from D
      """;

  @TempDir private static Path folder;
  private WholeWindow window;

  @BeforeAll
  void drawTheDiamond() throws Exception {
    window = WholeWindow.open(folder.resolve("settings"));
    window.choose("new");
    drawDiamond();
    window.screen().picture("first-path-drawn");
  }

  @AfterAll
  void closeTheWindow() {
    window.close();
  }

  @Test
  void theDiamondIsDrawnByMouseAndItsExportReadsBackAsTheSameGraph() throws Exception {
    OnCanvas canvas = canvas();
    Path yaml = folder.resolve("exported.yaml");
    Path json = folder.resolve("exported.json");

    window.export("yaml", yaml);
    window.export("json", json);

    for (Path exported : List.of(yaml, json)) {
      DiagramState read = ReadFile.of(exported).result().orElseThrow().state();
      assertEquals(List.of(), read.problems());
      assertEquals(nodesOf(canvas.editor().state().get()), nodesOf(read));
      assertEquals(DIAMOND, edgesOf(read.graph(MAIN)));
    }
    assertEquals(EXPORTED, Files.readString(yaml));
  }

  @Test
  void whatIsTypedIntoTheTextIsExportedAsItIsTyped() throws Exception {
    Path exported = folder.resolve("typed.yaml");
    window.choose("new");
    Screen.doOnWindow(
        () -> window.file().editor().type(TextEdits.of(TextEdit.insert(0, "# mine\n"))));

    window.export("yaml", exported);

    assertEquals(canvas().text(), Files.readString(exported));
    assertTrue(canvas().text().startsWith("# mine\n"));
    undoAndClose();
  }

  @Test
  void placesThatWereGivenByHandAreThereAfterTheNextOpening() throws Exception {
    OnCanvas drawn = canvas();
    Point2D at = drawn.middleOf("D");
    drawn.hand().drag(at.getX(), at.getY(), at.getX() + 90, at.getY() + 30);
    Point moved = drawn.corner("D");
    Map<NodeId, Point> places = window.file().editor().state().get().positions().in(MAIN);
    Path path = folder.resolve("flow.yaml");

    window.willAnswer(path);
    window.choose("save");
    Path again = Files.copy(path, folder.resolve("again.yaml"));
    Files.copy(Sidecar.of(path), Sidecar.of(again));
    window.willAnswer(again);
    window.choose("open");
    window.await("the file", () -> window.file().name().equals("again.yaml"));

    assertEquals(moved, canvas().corner("D"));
    assertEquals(places, window.file().editor().state().get().positions().in(MAIN));
    assertEquals(DIAMOND, canvas().edges());
    assertEquals(drawn.text(), Files.readString(again), "places stand beside the file, not in it");
    window.choose("close");
  }

  @Test
  void anEdgeThatWouldCloseACycleIsRefusedUnderThePointerInWords() {
    OnCanvas canvas = canvas();
    String before = canvas.text();
    Point2D from = canvas.portOf("D", Port.OUT);
    Point2D to = canvas.middleOf("A");

    canvas.hand().press(from.getX(), from.getY());
    canvas.hand().dragTo(from.getX() + 20, from.getY() + 20);
    canvas.hand().dragTo(to.getX(), to.getY());

    Label tip = window.screen().find(".canvas-refusal", Label.class);
    assertTrue(tip.isVisible());
    assertEquals(
        "“A” cannot run after “D”: it would wait for itself (A → B → D → A).", tip.getText());
    window.screen().picture("first-path-refused");
    canvas.hand().release(to.getX(), to.getY());
    assertEquals(before, canvas.text());
  }

  @Test
  void theDrawnDiamondRunsFromTheWindowAndTurnsGreenAlsoInItsPicture() throws Exception {
    window.choose("clear-run");
    OnCanvas canvas = canvas();
    Path picture = folder.resolve("picture.svg");
    window.export("svg", picture);
    String plain = Files.readString(picture);

    window.choose("run");
    window.await("the end of the run", () -> canvas.phases().equals(allGreen()));

    window.screen().picture("first-path-green");
    window.export("svg", picture);
    assertNotEquals(plain, Files.readString(picture));
    window.choose("picture-run");
    window.export("svg", picture);
    assertEquals(plain, Files.readString(picture));
    window.choose("picture-run");
  }

  @Test
  void whateverIsDroppedOnANewCanvasIsWithoutAnError() {
    for (String kind : List.of("script", "http", "container-set")) {
      window.choose("new");
      window.dragFromPalette(kind, 300, 200);

      assertEquals(List.of(), window.file().editor().state().get().problems(), kind);
      undoAndClose();
    }
  }

  private void undoAndClose() {
    window.choose("undo");
    window.choose("close");
  }

  /** By mouse from the first to the last: palette, ports, names in place, forms. */
  private void drawDiamond() throws InterruptedException {
    window.dragFromPalette("container", 320, 90);
    window.rename("A");
    OnCanvas canvas = canvas();
    growFrom("A", -150, 50);
    window.rename("B");
    growFrom("A", 150, 60);
    window.rename("C");
    growFrom("B", 150, 60);
    window.rename("D");
    Point2D from = canvas.portOf("C", Port.OUT);
    Point2D to = canvas.middleOf("D");
    canvas.hand().drag(from.getX(), from.getY(), to.getX(), to.getY());
    for (String task : List.of("A", "B", "C", "D")) {
      canvas.clickOn(task);
      window.showInspectorPage(1);
      window.fill("container.image", "busybox:1.37");
      window.fill("container.command", "[echo]");
      window.fill("container.args", "[Hello from " + task + "]");
    }
    assertEquals(DIAMOND, canvas.edges());
  }

  /** Pulls a line from a card to nothing, and takes a new container there. */
  private void growFrom(String task, double byX, double byY) {
    OnCanvas canvas = canvas();
    Point2D from = canvas.portOf(task, Port.OUT);
    canvas.hand().drag(from.getX(), from.getY(), from.getX() + byX, from.getY() + byY);
    window
        .hand()
        .writeInto(window.screen().find(".create-menu .text-field", TextInputControl.class), "new");
    canvas.hand().type(KeyCode.ENTER);
  }

  private OnCanvas canvas() {
    return window.canvas();
  }

  private static Map<String, NodePhase> allGreen() {
    return List.of("A", "B", "C", "D").stream()
        .collect(Collectors.toMap(task -> task, _ -> NodePhase.SUCCEEDED));
  }

  private static List<String> nodesOf(DiagramState state) {
    return state.graph(MAIN).nodes().stream()
        .map(node -> node.id() + " " + node.kind() + " " + node.subtitle())
        .toList();
  }

  private static Set<String> edgesOf(FlowGraph graph) {
    return graph.edges().stream()
        .map(edge -> edge.from().value() + "→" + edge.to().value())
        .collect(Collectors.toSet());
  }
}

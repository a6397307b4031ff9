// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.canvas.drawing.EdgeCurve;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.export.FileExports;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PictureStyle;
import tiphys.model.fix.Fix;
import tiphys.model.fix.Fixes;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.symbol.DataEdge;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

class DataEdgesTest {
  static final String PASSING =
      OnCanvas.HEAD
          + """
              - name: main
                inputs:
                  parameters: [{name: city, value: Kyoto}]
                outputs:
                  parameters: [{name: sum, valueFrom: {parameter: "{{tasks.add.outputs.result}}"}}]
                dag:
                  tasks:
                    - name: count
                      template: say
                      arguments: {parameters: [{name: text, value: "{{inputs.parameters.city}}"}]}
                    - name: weigh
                      template: say
                      arguments: {parameters: [{name: text, value: "x"}]}
                    - name: add
                      depends: count && weigh
                      template: say
                      arguments:
                        parameters:
                          - {name: text, value: "{{tasks.count.outputs.parameters.heard}} {{tasks.count.outputs.result}} {{tasks.weigh.outputs.result}}"}
                    - name: hasty
                      template: say
                      arguments: {parameters: [{name: text, value: "{{tasks.add.outputs.result}}"}]}
              - name: say
                inputs: {parameters: [{name: text}]}
                outputs: {parameters: [{name: heard, valueFrom: {path: /tmp/heard}}]}
                script: {image: "alpine:3.23", command: [sh], source: "echo {{inputs.parameters.text}}"}
          """;

  @Test
  void dataIsShownWhenAskedForByKeyAndByButtonAndHiddenAgain() {
    OnCanvas canvas = OnCanvas.show(PASSING, ThemeChoice.LIGHT);
    assertTrue(data(canvas).isEmpty());

    canvas.clickOn("add");
    canvas.hand().type(KeyCode.V);
    assertEquals(
        Set.of("in→count", "count→add", "weigh→add", "add→hasty", "add→out"), data(canvas));
    canvas.picture("data-edges");

    Button button = canvas.screen().find("#data-edges", Button.class);
    Screen.doOnWindow(button::fire);
    assertTrue(data(canvas).isEmpty());
  }

  @Test
  void thePointerLightsWhatTwoTasksPassAndAClickLeadsToTheReader() {
    OnCanvas canvas = OnCanvas.show(PASSING, ThemeChoice.DARK);
    canvas.hand().type(KeyCode.V);

    Point2D at = middleOf(canvas, "count", "add");
    canvas.hand().moveTo(at.getX(), at.getY());
    Hit hover = Screen.onWindow(() -> canvas.model().frame().get().hover());
    assertEquals(List.of("heard", "result"), ((Hit.OnData) hover).edge().names());
    canvas.picture("data-edges-lit");

    canvas.hand().click(at.getX(), at.getY());
    assertEquals(Set.of(new NodeId("add")), canvas.selected());
    String shown =
        Screen.onWindow(
            () ->
                canvas
                    .editor()
                    .state()
                    .get()
                    .text()
                    .slice(canvas.editor().reveal().get().orElseThrow().range()));
    assertEquals("tasks.count.outputs.parameters.heard", shown);
  }

  @Test
  void keysGoFromLineToLineAndTellWhoReadsWhatOfWhom() {
    OnCanvas canvas = OnCanvas.show(PASSING, ThemeChoice.LIGHT);
    canvas.clickOn("add");
    canvas.hand().moveTo(5, 5);

    canvas.hand().holding(true, false).type(KeyCode.PERIOD);
    canvas.screen().settle();
    assertEquals(
        "Data from count to add: heard, result. Enter shows where it is read.", spoken(canvas));
    canvas.picture("data-edges-by-key");
    canvas.hand().holding(true, false).type(KeyCode.PERIOD);
    canvas.hand().holding(true, false).type(KeyCode.PERIOD);
    canvas.screen().settle();
    assertEquals(
        "Data from add to hasty: result. It is read before it can be there."
            + " Enter shows where it is read.",
        spoken(canvas));
    canvas.hand().type(KeyCode.ENTER);
    assertEquals(Set.of(new NodeId("hasty")), canvas.selected());

    canvas.hand().type(KeyCode.ESCAPE);
    canvas.screen().settle();
    assertTrue(spoken(canvas).contains("Reads result of add."), spoken(canvas));
  }

  @Test
  void picturesShowTheLinesOfDataWhereTheyAreAskedFor() throws Exception {
    DiagramState state = DiagramState.of(SourceText.of(PASSING), Positions.NONE);
    Scope scope = new Scope(0, new TemplateName("main"));
    PictureStyle plain = PictureStyle.plain(Palette.LIGHT);
    PictureStyle withData = plain.with(FileExports.data(state, scope));

    String svg = new String(FileExports.picture(state, scope, "svg", withData), UTF_8);
    for (String name : List.of("heard, result", "city", "result", "inputs", "outputs")) {
      assertTrue(svg.contains(">" + name + "<"), name + "\n" + svg);
    }
    assertFalse(
        new String(FileExports.picture(state, scope, "svg", plain), UTF_8).contains("heard"));
    Files.createDirectories(Path.of("target/screenshots"));
    Files.write(
        Path.of("target/screenshots/exported-data.png"),
        FileExports.picture(state, scope, "png", withData));
    Files.write(
        Path.of("target/screenshots/exported-data-dark.png"),
        FileExports.picture(
            state,
            scope,
            "png",
            PictureStyle.plain(Palette.DARK).with(FileExports.data(state, scope))));
  }

  private static String spoken(OnCanvas canvas) {
    return Screen.onWindow(() -> canvas.view().getAccessibleText());
  }

  @Test
  void dataReadTooEarlyIsAProblemWhoseFixAddsTheDependency() {
    OnCanvas canvas = OnCanvas.show(PASSING, ThemeChoice.LIGHT);
    canvas.hand().type(KeyCode.V);
    assertFalse(edge(canvas, "add", "hasty").isInOrder());

    Screen.doOnWindow(
        () -> {
          var state = canvas.editor().state().get();
          Fix fix =
              state.problems().stream()
                  .filter(problem -> problem.code() == ProblemCode.TAG_NOT_BEFORE)
                  .flatMap(problem -> Fixes.of(state, problem).stream())
                  .findFirst()
                  .orElseThrow();
          canvas.editor().apply(fix.command());
        });
    canvas.screen().settle();

    assertTrue(canvas.edges().contains("add→hasty"));
    assertTrue(edge(canvas, "add", "hasty").isInOrder());
  }

  private static DataEdge edge(OnCanvas canvas, String from, String to) {
    return Screen.onWindow(
        () ->
            canvas.model().frame().get().data().edges().stream()
                .filter(edge -> edge.from().filter(new NodeId(from)::equals).isPresent())
                .filter(edge -> edge.to().filter(new NodeId(to)::equals).isPresent())
                .findFirst()
                .orElseThrow());
  }

  private static Set<String> data(OnCanvas canvas) {
    return Screen.onWindow(
        () ->
            canvas.model().frame().get().data().edges().stream()
                .map(
                    edge ->
                        edge.from().map(NodeId::value).orElse("in")
                            + "→"
                            + edge.to().map(NodeId::value).orElse("out"))
                .collect(Collectors.toSet()));
  }

  private static Point2D middleOf(OnCanvas canvas, String from, String to) {
    DataEdge edge = edge(canvas, from, to);
    return Screen.onWindow(
        () -> {
          var data = canvas.model().frame().get().data();
          List<Point> chain = EdgeCurve.along(data.route(data.edges().indexOf(edge)));
          return canvas.model().viewport().toView(chain.get(chain.size() / 2 - 1));
        });
  }
}

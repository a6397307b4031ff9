// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.canvas.drawing.FrameShape;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.editor.Selection;
import tiphys.app.export.FileExports;
import tiphys.app.message.Language;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PictureStyle;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.StackPage;
import tiphys.model.run.TaskState;
import tiphys.model.state.DiagramState;

/** A fan-out of a run opens where its stack stands, in pages. */
class StacksTest {
  private static final NodeId EACH = new NodeId("each");

  private static final String LOOP =
      OnCanvas.HEAD
          + """
              - name: main
                dag:
                  tasks:
                    - {name: list, template: echo}
                    - {name: each, depends: list, template: echo, withParam: "{{tasks.list.outputs.result}}"}
                    - {name: other, depends: list, template: echo}
                    - {name: sum, depends: each && other, template: echo}
          """;

  @Test
  void a_click_on_the_control_shows_each_node_under_the_pointer_and_closes_them_again() {
    OnCanvas canvas = running(60, StacksTest::oneFails, ThemeChoice.LIGHT, Language.ENGLISH);
    Point before = canvas.corner("sum");
    Point2D control = control(canvas);

    canvas.hand().click(control.getX(), control.getY());

    assertEquals("25–48 of 60", shown(canvas), "the page of the first that failed");
    assertTrue(control.distance(control(canvas)) < 1, "it stays under the pointer");
    assertTrue(frame(canvas).bottom() < canvas.corner("sum").y(), "the rest makes room");
    canvas.hand().click(control.getX(), control.getY());

    assertEquals("", shown(canvas));
    assertEquals(before, canvas.corner("sum"));
    assertTrue(control.distance(control(canvas)) < 1);
  }

  @Test
  void a_click_on_its_counts_and_the_button_beside_it_do_the_same() {
    OnCanvas canvas = running(60, StacksTest::oneFails, ThemeChoice.LIGHT, Language.ENGLISH);
    Point2D card = canvas.middleOf("each");
    double scale = canvas.percent() / 100.0;

    canvas.hand().click(card.getX() - 70 * scale, card.getY() + 44 * scale);

    assertEquals("25–48 of 60", shown(canvas));
    Screen.doOnWindow(canvas.screen().find("#pad-stack", Button.class)::fire);
    assertEquals("", shown(canvas));
  }

  @Test
  void pages_are_turned_and_states_are_shown_alone_by_the_pointer() {
    OnCanvas canvas = opened(60, StacksTest::oneFails);

    press(canvas, new Hit.StackPart.Turn(1));
    assertEquals("49–60 of 60", shown(canvas));
    press(canvas, new Hit.StackPart.Turn(-1));
    press(canvas, new Hit.StackPart.Turn(-1));
    assertEquals("1–24 of 60", shown(canvas));
    press(canvas, new Hit.StackPart.Only(NodePhase.FAILED));
    assertEquals("1–1 of 1", shown(canvas));
    assertEquals(List.of("value-30"), titles(canvas));
    press(canvas, new Hit.StackPart.Only(NodePhase.FAILED));
    assertEquals("1–24 of 60", shown(canvas));
  }

  @Test
  void everything_by_keys() {
    OnCanvas canvas = running(60, StacksTest::oneFails, ThemeChoice.LIGHT, Language.ENGLISH);
    canvas.clickOn("each");

    canvas.hand().type(KeyCode.O, KeyCode.PAGE_UP);
    assertEquals("1–24 of 60", shown(canvas));
    canvas.hand().type(KeyCode.ENTER);
    assertEquals(Optional.of("wf-0"), part(canvas));
    canvas.hand().type(KeyCode.RIGHT, KeyCode.DOWN);
    assertEquals(Optional.of("wf-5"), part(canvas));
    canvas.hand().type(KeyCode.UP, KeyCode.LEFT, KeyCode.LEFT);
    assertEquals(Optional.of("wf-0"), part(canvas), "there is none before the first");
    for (int i = 0; i < 6; i++) {
      canvas.hand().type(KeyCode.DOWN);
    }
    assertEquals(Optional.of("wf-24"), part(canvas), "on the next page");
    assertEquals("25–48 of 60", shown(canvas));
    assertTrue(spoken(canvas).startsWith("value-24, #24. Succeeded"), spoken(canvas));
    canvas.hand().type(KeyCode.ESCAPE);
    assertEquals(Selection.of(EACH), Screen.onWindow(() -> canvas.editor().selection().get()));
    assertTrue(spoken(canvas).contains("Of the 60 times that it runs, 25 to 48"), spoken(canvas));
    Hand withShift = canvas.hand().holding(true, false);
    withShift.type(KeyCode.O);
    assertEquals("1–24 of 59", shown(canvas), "those that succeeded");
    withShift.type(KeyCode.O);
    assertEquals("1–1 of 1", shown(canvas), "those that failed");
    withShift.type(KeyCode.O);
    assertEquals("1–24 of 60", shown(canvas), "all");
    withShift.type(KeyCode.ENTER);
    assertEquals("", shown(canvas), "Shift+Enter closes what is open in place");
  }

  @Test
  void while_the_run_goes_on_the_counts_change_and_the_page_stays() {
    OnCanvas canvas = opened(30, _ -> NodePhase.RUNNING);
    press(canvas, new Hit.StackPart.Turn(1));
    List<String> before = titles(canvas);
    Box frame = frame(canvas);

    Screen.doOnWindow(
        () ->
            canvas
                .editor()
                .showRun(run(60, i -> i < 40 ? NodePhase.SUCCEEDED : NodePhase.RUNNING)));

    assertEquals("25–48 of 60", shown(canvas));
    assertEquals(before, titles(canvas).subList(0, before.size()));
    assertEquals(frame, frame(canvas));
    Map<NodeId, TaskState> states =
        Screen.onWindow(() -> canvas.model().frame().get().states(List.of(EACH)));
    assertEquals(
        Optional.of(NodePhase.SUCCEEDED),
        Optional.ofNullable(states.get(new NodeId("wf-30"))).flatMap(TaskState::phase));
    Screen.doOnWindow(canvas.editor()::hideRun);
    assertEquals("", shown(canvas), "without a run there is nothing to show");
  }

  @Test
  void one_of_its_nodes_is_chosen_by_a_click_and_not_deleted_with_its_task() {
    OnCanvas canvas = opened(60, StacksTest::oneFails);

    press(canvas, new Hit.StackPart.Card(new NodeId("wf-30")));

    assertEquals(Optional.of("wf-30"), part(canvas));
    canvas.hand().type(KeyCode.DELETE);
    assertTrue(canvas.text().contains("name: each"));
    assertTrue(Screen.onWindow(() -> canvas.editor().refusal().get()).isPresent());
  }

  @Test
  void a_task_that_did_not_fan_out_says_why_it_cannot_be_opened() {
    OnCanvas canvas = running(60, StacksTest::oneFails, ThemeChoice.LIGHT, Language.ENGLISH);
    canvas.clickOn("list");

    canvas.hand().type(KeyCode.O);

    assertTrue(Screen.onWindow(() -> canvas.editor().refusal().get()).isPresent());
  }

  @Test
  void ten_thousand_nodes_are_paged_through() {
    OnCanvas canvas = opened(10_000, i -> i == 9_990 ? NodePhase.ERROR : NodePhase.SUCCEEDED);

    canvas.screen().settle();
    assertEquals("9985–10000 of 10000", shown(canvas));
    assertFalse(frame(canvas).height() > 700);
  }

  @Test
  void an_exported_picture_shows_the_page_that_is_open() {
    OnCanvas canvas = opened(60, StacksTest::oneFails);
    DiagramState state = Screen.onWindow(() -> canvas.editor().state().get());
    Scope scope = Screen.onWindow(() -> canvas.editor().scope().orElseThrow());
    RunOverlay over = RunOverlay.of(run(60, StacksTest::oneFails));
    FileExports.Open open =
        Screen.onWindow(
            () ->
                new FileExports.Open(
                    canvas.editor().inPlace().ways(), canvas.editor().inPlace().stacks()));

    String svg =
        new String(
            FileExports.picture(
                new FileExports.Drawn(state, scope, open),
                "svg",
                PictureStyle.plain(Palette.LIGHT).with(over.states(scope)),
                over),
            StandardCharsets.UTF_8);

    assertTrue(svg.contains("value-30") && svg.contains("25–48 / 60"), svg);
    assertFalse(svg.contains("value-20"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void pictures(ThemeChoice theme) {
    OnCanvas canvas = running(1_234, StacksTest::mixed, theme, Language.ENGLISH);
    canvas.clickOn("each");
    canvas.picture("stack-shut");
    openChosen(canvas); // a second click would be a double click
    press(canvas, new Hit.StackPart.Card(new NodeId("wf-9")));
    canvas.picture("stack");
    press(canvas, new Hit.StackPart.Only(NodePhase.FAILED));
    canvas.picture("stack-failed");
  }

  @Test
  void a_picture_in_japanese_from_left_to_right() {
    OnCanvas canvas = running(7, StacksTest::mixed, ThemeChoice.LIGHT, Language.JAPANESE);
    Screen.doOnWindow(canvas.model()::turn);
    canvas.screen().settle();
    open(canvas);
    canvas.picture("stack-right-ja");
  }

  private static NodePhase oneFails(int item) {
    return item == 30 ? NodePhase.FAILED : NodePhase.SUCCEEDED;
  }

  private static NodePhase mixed(int item) {
    return switch (item % 7) {
      case 3 -> NodePhase.FAILED;
      case 4 -> NodePhase.RUNNING;
      case 5 -> NodePhase.PENDING;
      case 6 -> item % 2 == 0 ? NodePhase.SKIPPED : NodePhase.OMITTED;
      default -> NodePhase.SUCCEEDED;
    };
  }

  private static OnCanvas opened(int items, IntFunction<NodePhase> phases) {
    OnCanvas canvas = running(items, phases, ThemeChoice.LIGHT, Language.ENGLISH);
    open(canvas);
    return canvas;
  }

  private static void open(OnCanvas canvas) {
    canvas.clickOn("each");
    openChosen(canvas);
  }

  /** Makes room for its cards beside the window's thread. */
  private static void openChosen(OnCanvas canvas) {
    canvas.hand().type(KeyCode.O);
    for (int i = 0; i < 500 && !isOpen(canvas); i++) {
      canvas.screen().settle();
    }
    Screen.doOnWindow(canvas.model()::fit);
    canvas.screen().settle();
  }

  private static boolean isOpen(OnCanvas canvas) {
    return Screen.onWindow(
        () -> {
          int number = canvas.model().drawing().numberOf(EACH);
          return canvas.model().drawing().isFrame(number);
        });
  }

  private static OnCanvas running(
      int items, IntFunction<NodePhase> phases, ThemeChoice theme, Language language) {
    OnCanvas canvas = OnCanvas.show(LOOP, theme, language);
    Screen.doOnWindow(() -> canvas.editor().showRun(run(items, phases)));
    for (int i = 0; i < 200 && canvas.phases().isEmpty(); i++) {
      canvas.screen().settle();
    }
    return canvas;
  }

  /** The items come in no order, as they do in a status. */
  private static RunSnapshot run(int items, IntFunction<NodePhase> phases) {
    Map<String, NodeStatus> nodes = new LinkedHashMap<>();
    add(nodes, "wf", "wf", "DAG", "main", "", NodePhase.RUNNING);
    add(nodes, "wf-list", "wf.list", "Pod", "echo", "wf", NodePhase.SUCCEEDED);
    add(nodes, "wf-each", "wf.each", "TaskGroup", "echo", "wf", NodePhase.RUNNING);
    for (int i = items - 1; i >= 0; i--) {
      String name = "wf.each(" + i + ":value-" + i + ")";
      add(nodes, "wf-" + i, name, "Pod", "echo", "wf", phases.apply(i));
    }
    return new RunSnapshot(
        "wf", Optional.of(NodePhase.RUNNING), "", Optional.empty(), Optional.empty(), nodes);
  }

  private static void add(
      Map<String, NodeStatus> nodes,
      String id,
      String name,
      String type,
      String template,
      String boundary,
      NodePhase phase) {
    nodes.put(
        id,
        new NodeStatus(
            id,
            name,
            name.substring(name.indexOf('.') + 1),
            type,
            template,
            phase,
            boundary,
            "",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            NodeStatus.Values.NONE,
            NodeStatus.Values.NONE,
            false,
            false));
  }

  /** Presses a part of the fan-out in the middle of where it is. */
  private static void press(OnCanvas canvas, Hit.StackPart part) {
    Point2D at =
        Screen.onWindow(
            () -> {
              Frame frame = canvas.model().frame().get();
              Box box = StackHit.boxOf(EACH, part, frame).orElseThrow();
              return frame
                  .viewport()
                  .toView(new Point(box.x() + box.width() / 2, box.y() + box.height() / 2));
            });
    canvas.hand().click(at.getX(), at.getY());
  }

  private static String shown(OnCanvas canvas) {
    return page(canvas)
        .map(page -> page.first() + "–" + page.last() + " of " + page.matching())
        .orElse("");
  }

  private static List<String> titles(OnCanvas canvas) {
    return page(canvas).orElseThrow().cards().stream().map(StackPage.Card::title).toList();
  }

  private static Optional<StackPage> page(OnCanvas canvas) {
    return Screen.onWindow(() -> canvas.model().frame().get().around().scene().stack(EACH));
  }

  private static Optional<String> part(OnCanvas canvas) {
    return Screen.onWindow(() -> canvas.editor().selection().get().part().map(NodeId::value));
  }

  private static String spoken(OnCanvas canvas) {
    return Screen.onWindow(() -> canvas.view().getAccessibleText());
  }

  private static Box frame(OnCanvas canvas) {
    return Screen.onWindow(() -> canvas.model().drawing().boxOf(EACH).orElseThrow());
  }

  private static Point2D control(OnCanvas canvas) {
    return Screen.onWindow(
        () -> {
          int number = canvas.model().drawing().numberOf(EACH);
          boolean isFrame = canvas.model().drawing().isFrame(number);
          Box box = canvas.model().drawing().box(number);
          return canvas.model().viewport().toView(FrameShape.toggle(box, isFrame));
        });
  }
}

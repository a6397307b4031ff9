// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.FrameShape;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.TaskState;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.Resource;

/** A task that calls a DAG or steps opens in its place, and what it holds is worked on there. */
class InPlaceTest {
  /** A DAG within a DAG within a DAG, one of them used twice, and one that calls itself. */
  static final String DEEP =
      OnCanvas.HEAD
          + """
              - name: main
                dag:
                  tasks:
                    - {name: fetch, template: echo}
                    - {name: build, depends: fetch, template: build}
                    - {name: scan, depends: fetch, template: echo}
                    - {name: again, depends: fetch, template: unit}
                    - {name: deploy, depends: build && scan, template: echo}
              - name: build
                dag:
                  tasks:
                    - {name: compile, template: echo}
                    - {name: test, depends: compile, template: unit}
                    - {name: lint, depends: compile, template: echo}
                    - {name: pack, depends: test && lint, template: echo}
              - name: unit
                steps:
                  - - {name: one, template: echo}
                  - - {name: two, template: echo}
                    - {name: three, template: echo}
              - name: loop
                dag:
                  tasks:
                    - {name: work, template: echo}
                    - {name: next, depends: work, template: loop}
          """;

  @Test
  void a_click_on_the_control_opens_a_task_under_the_pointer_and_closes_it_again() {
    OnCanvas canvas = OnCanvas.show(DEEP, ThemeChoice.LIGHT);
    Point before = canvas.corner("deploy");
    Point2D control = control(canvas, "build");

    canvas.hand().click(control.getX(), control.getY());

    assertTrue(box(canvas, "build").height() > 200, "it is a frame");
    assertTrue(control.distance(control(canvas, "build")) < 1, "it stays under the pointer");
    assertTrue(box(canvas, "build").bottom() < box(canvas, "deploy").y(), "the rest makes room");
    assertEquals(List.of(), overlapping(canvas));
    canvas.hand().click(control.getX(), control.getY());

    assertEquals(before, canvas.corner("deploy"));
    assertTrue(control.distance(control(canvas, "build")) < 1);
  }

  @Test
  void the_same_by_keys_and_deeper() {
    OnCanvas canvas = OnCanvas.show(DEEP, ThemeChoice.LIGHT);
    canvas.clickOn("build");

    canvas.hand().holding(true, false).type(KeyCode.ENTER);
    canvas.hand().type(KeyCode.ENTER);
    assertEquals("build", canvas.scopeName());
    assertEquals(Set.of(new NodeId("compile")), canvas.selected());
    canvas.hand().type(KeyCode.DOWN);
    canvas.clickOn("test");
    canvas.hand().holding(true, false).type(KeyCode.ENTER);
    canvas.hand().type(KeyCode.ENTER);

    assertEquals("unit", canvas.scopeName());
    assertEquals(List.of("build", "test"), way(canvas));
    canvas.hand().type(KeyCode.BACK_SPACE);
    assertEquals(Set.of(new NodeId("test")), canvas.selected());
    canvas.hand().type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    assertEquals("main", canvas.scopeName());
  }

  @Test
  void a_task_within_a_frame_is_chosen_by_a_click_and_edited_where_it_stands() {
    OnCanvas canvas = opened(ThemeChoice.LIGHT, Language.ENGLISH);
    Point2D compile = inner(canvas, List.of("build"), "compile");
    Point2D fetch = canvas.middleOf("fetch");

    canvas.hand().click(compile.getX(), compile.getY());

    assertEquals("build", canvas.scopeName());
    assertEquals(Set.of(new NodeId("compile")), canvas.selected());
    Point2D lint = canvas.portOf("lint", Port.OUT);
    Point2D test = canvas.middleOf("test");
    assertTrue(compile.distance(canvas.middleOf("compile")) < 1, "nothing moved in the view");
    canvas.hand().drag(lint.getX(), lint.getY(), test.getX(), test.getY());
    assertTrue(canvas.text().contains("{name: test, depends: compile && lint, template: unit}"));
    canvas.hand().click(fetch.getX(), fetch.getY());

    assertEquals("main", canvas.scopeName());
    assertEquals(Set.of(new NodeId("fetch")), canvas.selected());
  }

  @Test
  void an_empty_frame_offers_what_to_add_within_itself() {
    OnCanvas canvas =
        OnCanvas.show(
            OnCanvas.HEAD
                + """
                    - name: main
                      dag:
                        tasks:
                          - {name: fetch, template: echo}
                          - {name: build, depends: fetch, template: empty}
                    - name: empty
                      dag: {tasks: []}
                """,
            ThemeChoice.LIGHT);
    canvas.clickOn("build");
    canvas.hand().holding(true, false).type(KeyCode.ENTER);
    canvas.hand().type(KeyCode.ENTER);
    canvas.screen().settle();

    assertEquals("empty", canvas.scopeName());
    Node offer = canvas.screen().find(".empty-canvas", Node.class);
    Node why = canvas.screen().find(".empty-title", Node.class);
    assertTrue(offer.isVisible() && !why.isVisible());
    Box frame =
        Screen.onWindow(
            () -> canvas.model().frame().get().around().scene().activeFrame().orElseThrow());
    Point2D middle =
        Screen.onWindow(
            () ->
                canvas
                    .model()
                    .viewport()
                    .toView(new Point(frame.x() + frame.width() / 2, frame.bottom())));
    assertEquals(middle.getX(), offer.getBoundsInParent().getCenterX(), 2);
    assertTrue(offer.getBoundsInParent().getMaxY() < middle.getY());
    canvas.picture("in-place-empty");
  }

  @Test
  void a_shared_template_says_that_it_is_one() {
    OnCanvas canvas = opened(ThemeChoice.LIGHT, Language.ENGLISH);
    Point2D one = inner(canvas, List.of("again"), "one");

    canvas.hand().click(one.getX(), one.getY());

    assertEquals(
        "runs in 2 tasks", canvas.screen().find("#breadcrumb-shared", Label.class).getText());
  }

  @Test
  void what_is_moved_beside_a_frame_is_there_when_it_is_closed_and_opened_again() {
    OnCanvas canvas = opened(ThemeChoice.LIGHT, Language.ENGLISH);
    Box scan = box(canvas, "scan");
    Point2D from = canvas.middleOf("fetch");

    canvas.hand().drag(from.getX(), from.getY(), from.getX() + 60, from.getY());

    Box moved = box(canvas, "fetch");
    Screen.doOnWindow(() -> canvas.model().toggle(new NodeId("build")));
    Screen.doOnWindow(() -> canvas.model().toggle(new NodeId("build")));
    assertEquals(moved, box(canvas, "fetch"));
    assertEquals(scan, box(canvas, "scan"));
  }

  @Test
  void a_frame_is_moved_by_its_title_with_all_that_it_holds() {
    OnCanvas canvas = opened(ThemeChoice.LIGHT, Language.ENGLISH);
    Box before = box(canvas, "build");
    Point2D title = title(canvas, "build");
    Point2D compile = inner(canvas, List.of("build"), "compile");

    canvas.hand().drag(title.getX(), title.getY(), title.getX() - 80, title.getY());

    Box after = box(canvas, "build");
    double by = after.x() - before.x();
    assertTrue(by < -40, "it went to the left by " + by);
    double scale = canvas.percent() / 100.0;
    assertEquals(compile.getX() + by * scale, inner(canvas, List.of("build"), "compile").getX(), 2);
  }

  @Test
  void a_template_that_calls_itself_is_opened_round_by_round_as_deep_as_it_says() {
    OnCanvas canvas =
        OnCanvas.show(DEEP.replace("entrypoint: main", "entrypoint: loop"), ThemeChoice.LIGHT);
    for (int i = 0; i < 8; i++) {
      assertTrue(Screen.onWindow(() -> canvas.model().toggle(new NodeId("next"))).isEmpty());
      Screen.doOnWindow(
          () -> {
            List<NodeId> way = new ArrayList<>(canvas.editor().inPlace().way());
            way.add(new NodeId("next"));
            canvas.editor().inPlace().activate(way);
          });
    }

    assertTrue(Screen.onWindow(() -> canvas.model().toggle(new NodeId("next"))).isPresent());
    Screen.doOnWindow(() -> canvas.editor().inPlace().toggleAll());
    Screen.doOnWindow(() -> canvas.editor().inPlace().toggleAll());
    assertEquals(Set.of(), Screen.onWindow(() -> canvas.editor().inPlace().ways()));
  }

  @Test
  void a_renamed_task_stays_open_and_an_undo_too() {
    OnCanvas canvas = opened(ThemeChoice.LIGHT, Language.ENGLISH);
    Point2D title = title(canvas, "build");
    canvas.hand().click(title.getX(), title.getY());
    canvas.hand().type(KeyCode.F2);
    canvas.typeInto(".rename > .text-field", "make");
    canvas.hand().type(KeyCode.ENTER);
    canvas.screen().settle();

    assertTrue(box(canvas, "make").height() > 200);
    canvas.undo();
    assertTrue(box(canvas, "build").height() > 200);
  }

  @Test
  void a_task_without_an_inside_says_why_it_cannot_be_opened() {
    OnCanvas canvas = OnCanvas.show(DEEP, ThemeChoice.LIGHT);
    canvas.clickOn("fetch");

    canvas.hand().holding(true, false).type(KeyCode.ENTER);

    assertTrue(Screen.onWindow(() -> canvas.editor().refusal().get()).isPresent());
    assertFalse(box(canvas, "fetch").height() > 60);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void pictures(ThemeChoice theme) {
    OnCanvas canvas = opened(theme, Language.ENGLISH);
    Point2D compile = inner(canvas, List.of("build"), "compile");
    canvas.picture("in-place");
    canvas.hand().click(compile.getX(), compile.getY());
    canvas.picture("in-place-working");
  }

  @Test
  void a_template_of_another_file_is_shown_and_says_that_it_is_edited_there() {
    String other =
        """
        kind: WorkflowTemplate
        metadata: {name: shared}
        spec:
          templates:
            - name: clean
              dag:
                tasks:
                  - {name: find, template: echo}
                  - {name: remove, depends: find, template: echo}
            - name: echo
              container: {image: alpine}
        """;
    Resource resource =
        DiagramState.of(SourceText.of(other), Positions.NONE).workflow().resources().getFirst();
    OnCanvas canvas = OnCanvas.show(OnCanvas.RICH, ThemeChoice.LIGHT);
    Screen.doOnWindow(
        () ->
            canvas
                .editor()
                .use(Library.of(List.of(new Library.Entry("/work/shared.yaml", 0, resource)))));

    assertTrue(Screen.onWindow(() -> canvas.model().toggle(new NodeId("elsewhere"))).isEmpty());
    Screen.doOnWindow(canvas.model()::fit);
    canvas.screen().settle();
    Point2D within = inner(canvas, List.of("elsewhere"), "find");
    canvas.hand().click(within.getX(), within.getY());

    assertEquals("main", canvas.scopeName());
    assertEquals(Set.of(new NodeId("elsewhere")), canvas.selected());
    canvas.picture("in-place-other-file");
  }

  @Test
  void a_run_colours_what_each_frame_holds_by_what_ran_inside_it() {
    OnCanvas canvas = opened(ThemeChoice.LIGHT, Language.ENGLISH);
    Screen.doOnWindow(() -> canvas.editor().showRun(run()));

    Frame frame = Screen.onWindow(() -> canvas.model().frame().get());
    assertEquals(Optional.of(NodePhase.FAILED), phase(frame, "two", "again"));
    assertEquals(Optional.of(NodePhase.SUCCEEDED), phase(frame, "two", "build", "test"));
    canvas.picture("in-place-run");
  }

  private static Optional<NodePhase> phase(Frame frame, String node, String... way) {
    return Optional.ofNullable(frame.states(ids(way)).get(new NodeId(node)))
        .flatMap(TaskState::phase);
  }

  private static RunSnapshot run() {
    Map<String, NodeStatus> nodes = new LinkedHashMap<>();
    add(nodes, "wf", "DAG", "main", "", NodePhase.FAILED);
    add(nodes, "wf.fetch", "Pod", "echo", "wf", NodePhase.SUCCEEDED);
    add(nodes, "wf.scan", "Pod", "echo", "wf", NodePhase.RUNNING);
    add(nodes, "wf.build", "DAG", "build", "wf", NodePhase.RUNNING);
    add(nodes, "wf.build.compile", "Pod", "echo", "wf.build", NodePhase.SUCCEEDED);
    add(nodes, "wf.build.lint", "Pod", "echo", "wf.build", NodePhase.RUNNING);
    add(nodes, "wf.build.test", "Steps", "unit", "wf.build", NodePhase.SUCCEEDED);
    add(nodes, "wf.again", "Steps", "unit", "wf", NodePhase.FAILED);
    for (String steps : List.of("wf.build.test", "wf.again")) {
      NodePhase last = steps.equals("wf.again") ? NodePhase.FAILED : NodePhase.SUCCEEDED;
      add(nodes, steps + "[0].one", "Pod", "echo", steps, NodePhase.SUCCEEDED);
      add(nodes, steps + "[1].two", "Pod", "echo", steps, last);
      add(nodes, steps + "[1].three", "Pod", "echo", steps, NodePhase.SUCCEEDED);
    }
    return new RunSnapshot(
        "wf", Optional.of(NodePhase.RUNNING), "", Optional.empty(), Optional.empty(), nodes);
  }

  private static void add(
      Map<String, NodeStatus> nodes,
      String name,
      String type,
      String template,
      String boundary,
      NodePhase phase) {
    nodes.put(
        name,
        new NodeStatus(
            name,
            name,
            name,
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

  private static List<NodeId> ids(String... names) {
    return Stream.of(names).map(NodeId::new).toList();
  }

  @Test
  void a_picture_in_japanese() {
    opened(ThemeChoice.LIGHT, Language.JAPANESE).picture("in-place-ja");
  }

  private static OnCanvas opened(ThemeChoice theme, Language language) {
    OnCanvas canvas = OnCanvas.show(DEEP, theme, language);
    Screen.doOnWindow(
        () -> {
          canvas.editor().inPlace().toggleAll();
          canvas.model().fit();
        });
    canvas.screen().settle();
    return canvas;
  }

  private static List<String> way(OnCanvas canvas) {
    return Screen.onWindow(
        () -> canvas.editor().inPlace().way().stream().map(NodeId::value).toList());
  }

  private static Point2D control(OnCanvas canvas, String node) {
    return Screen.onWindow(
        () -> {
          int number = canvas.model().drawing().numberOf(new NodeId(node));
          boolean isFrame = canvas.model().drawing().isFrame(number);
          Box box = canvas.model().drawing().box(number);
          return canvas.model().viewport().toView(FrameShape.toggle(box, isFrame));
        });
  }

  private static Point2D title(OnCanvas canvas, String node) {
    return Screen.onWindow(
        () -> {
          Box box = canvas.model().drawing().boxOf(new NodeId(node)).orElseThrow();
          return canvas.model().viewport().toView(new Point(box.x() + 120, box.y() + 20));
        });
  }

  /** The middle of a card within a frame, while the hand is at the outside. */
  private static Point2D inner(OnCanvas canvas, List<String> way, String node) {
    return Screen.onWindow(
        () -> {
          List<NodeId> to = way.stream().map(NodeId::new).toList();
          Scene scene = canvas.model().frame().get().around().scene();
          Point origin = scene.origin(to);
          Box box =
              Optional.ofNullable(scene.drawings().get(to))
                  .flatMap(drawing -> drawing.boxOf(new NodeId(node)))
                  .orElseThrow();
          return canvas
              .model()
              .viewport()
              .toView(
                  new Point(
                      origin.x() + box.x() + box.width() / 2,
                      origin.y() + box.y() + box.height() / 2));
        });
  }

  private static Box box(OnCanvas canvas, String node) {
    return Screen.onWindow(() -> canvas.model().drawing().boxOf(new NodeId(node)).orElseThrow());
  }

  private static List<String> overlapping(OnCanvas canvas) {
    return Screen.onWindow(
        () -> {
          Drawing drawing = canvas.model().drawing();
          List<String> found = new ArrayList<>();
          for (int i = 0; i < drawing.nodes().size(); i++) {
            for (int j = 0; j < i; j++) {
              if (drawing.box(i).intersects(drawing.box(j))) {
                found.add(drawing.nodes().get(i).id() + "/" + drawing.nodes().get(j).id());
              }
            }
          }
          return found;
        });
  }
}

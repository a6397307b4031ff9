// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.state.Area;

/** Cards are put into areas that have a name; and cards with problems have a mark. */
class AreasTest {
  @Test
  void cards_are_put_into_an_area_by_a_key_and_the_text_stays_as_it_is() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    String text = canvas.text();

    group(canvas, "the middle");

    assertEquals(List.of(new Area("the middle", Set.of(id("B"), id("C")))), areas(canvas));
    assertEquals(text, canvas.text());
    canvas.picture("area");
    canvas.undo();
    assertEquals(List.of(), areas(canvas));
  }

  @Test
  void an_area_is_moved_by_its_name_with_all_that_it_holds() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.DARK);
    group(canvas, "the middle");
    Point b = canvas.corner("B");
    Point c = canvas.corner("C");
    Point2D name = name(canvas);

    canvas.hand().drag(name.getX(), name.getY(), name.getX() + 100, name.getY() + 50);

    assertEquals(c.x() - b.x(), canvas.corner("C").x() - canvas.corner("B").x());
    assertTrue(canvas.corner("B").x() > b.x() + 50);
    assertTrue(canvas.corner("B").y() > b.y() + 20);
    canvas.picture("area-moved");
  }

  @Test
  void an_area_gets_another_name_by_a_double_click_and_is_left_by_a_key() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    group(canvas, "the middle");
    Point2D name = name(canvas);

    canvas.hand().doubleClick(name.getX(), name.getY());
    canvas.typeInto("#area-field .text-field", "both");
    canvas.hand().type(KeyCode.ENTER);
    assertEquals("both", areas(canvas).getFirst().name());
    choose(canvas, "B");
    canvas.hand().holding(true, false).type(KeyCode.G);

    assertEquals(List.of(new Area("both", Set.of(id("C")))), areas(canvas));
  }

  @Test
  void a_card_with_a_problem_has_a_mark_that_leads_to_the_place() {
    OnCanvas canvas =
        OnCanvas.show(
            OnCanvas.DIAMOND.replace("{name: C, depends: A", "{name: C, depends: missing"),
            ThemeChoice.LIGHT);
    canvas.picture("problem-mark");
    Point2D mark =
        Screen.onWindow(
            () -> {
              Box box = canvas.model().drawing().boxOf(id("C")).orElseThrow();
              return canvas.model().viewport().toView(ProblemBadge.of(box));
            });

    canvas.hand().click(mark.getX(), mark.getY());

    assertEquals(Set.of(id("C")), canvas.selected());
    assertTrue(Screen.onWindow(() -> canvas.editor().reveal().get()).isPresent());
  }

  private static void group(OnCanvas canvas, String name) {
    choose(canvas, "B", "C");
    canvas.hand().type(KeyCode.G);
    canvas.typeInto("#area-field .text-field", name);
    canvas.hand().type(KeyCode.ENTER);
    canvas.screen().settle();
  }

  private static void choose(OnCanvas canvas, String... nodes) {
    Screen.doOnWindow(
        () -> {
          canvas.view().requestFocus();
          canvas
              .model()
              .select(Selection.of(Stream.of(nodes).map(NodeId::new).collect(Collectors.toSet())));
        });
  }

  private static NodeId id(String name) {
    return new NodeId(name);
  }

  private static List<Area> areas(OnCanvas canvas) {
    return Screen.onWindow(
        () ->
            canvas.editor().state().get().positions().areas(canvas.editor().scope().orElseThrow()));
  }

  private static Point2D name(OnCanvas canvas) {
    return Screen.onWindow(
        () -> {
          Area area = areas(canvas).getFirst();
          Box box = area.around(canvas.model().drawing()::boxOf).orElseThrow();
          return canvas.model().viewport().toView(new Point(box.x() + 40, box.y() + 14));
        });
  }
}

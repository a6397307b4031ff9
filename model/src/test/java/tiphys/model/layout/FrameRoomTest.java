// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;

/** Frames make room in a drawing, and what is moved among them is kept without them. */
class FrameRoomTest {
  private static final Map<NodeId, Size> LARGE = Map.of(id("1"), new Size(700, 400));

  @Test
  void without_frames_the_drawing_is_the_same() {
    Arrangement shut = rows(3, 3);

    assertSame(shut, new FrameRoom(shut, Map.of()).open(List.of()));
  }

  @Test
  void what_stands_beside_goes_aside_and_what_stands_below_goes_down() {
    Arrangement shut = rows(3, 3);
    Arrangement open = new FrameRoom(shut, LARGE).open(List.of());

    assertEquals(middle(shut, "1"), middle(open, "1"), 0.01);
    assertEquals(0, corner(open, "1").y());
    assertEquals(corner(shut, "0").x() - 256, corner(open, "0").x(), 0.01);
    assertEquals(corner(shut, "2").x() + 256, corner(open, "2").x(), 0.01);
    assertEquals(corner(shut, "4").x(), corner(open, "4").x());
    assertEquals(corner(shut, "4").y() + 344, corner(open, "4").y(), 0.01);
  }

  @Test
  void an_edge_beside_a_frame_goes_straight_down_before_it_turns() {
    FlowEdge edge = new FlowEdge(id("0"), id("4"), "");
    Arrangement open = new FrameRoom(rows(3, 3), LARGE).open(List.of(edge));

    assertEquals(List.of(new Point(middle(open, "0"), 400)), open.bends().get(edge));
  }

  @Test
  void nothing_lies_over_anything_else_wherever_cards_stand_and_whatever_is_open() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Arrangement shut = scattered(random).heading(round % 2 == 0 ? Heading.DOWN : Heading.RIGHT);
      Map<NodeId, Size> frames = new LinkedHashMap<>();
      for (NodeId node : shut.corners().keySet()) {
        if (random.nextInt(3) == 0) {
          frames.put(node, new Size(250 + random.nextInt(900), 100 + random.nextInt(700)));
        }
      }
      Arrangement open = new FrameRoom(shut, frames).open(List.of());
      assertFalse(hasOverlap(open), "round " + round);
    }
  }

  @Test
  void what_is_moved_beside_or_below_frames_stands_there_again() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      Arrangement shut = rows(4, 4);
      FrameRoom room = new FrameRoom(shut, LARGE);
      Point to = new Point(Math.rint(-900 + random.nextInt(400)), 500 + random.nextInt(600));
      Map<NodeId, Point> kept = room.shut(Map.of(id("9"), to));

      Map<NodeId, Point> corners = new LinkedHashMap<>(shut.corners());
      corners.putAll(kept);
      Arrangement moved = new Arrangement(corners, Map.of(), shut.bounds());
      assertEquals(to, new FrameRoom(moved, LARGE).open(List.of()).corners().get(id("9")));
    }
  }

  @Test
  void a_frame_that_is_moved_stands_where_it_was_let_go() {
    Arrangement shut = rows(3, 3);
    FrameRoom room = new FrameRoom(shut, LARGE);
    Point to = new Point(-300, 20);

    Map<NodeId, Point> corners = new LinkedHashMap<>(shut.corners());
    corners.putAll(room.shut(Map.of(id("1"), to)));
    Arrangement moved = new Arrangement(corners, Map.of(), shut.bounds());

    Point now = corner(new FrameRoom(moved, LARGE).open(List.of()), "1");
    assertEquals(to.y(), now.y(), 1);
    assertEquals(to.x(), now.x(), 1);
  }

  private static NodeId id(String name) {
    return new NodeId(name);
  }

  private static Point corner(Arrangement in, String node) {
    return Optional.ofNullable(in.corners().get(id(node))).orElseThrow();
  }

  private static double middle(Arrangement in, String node) {
    Box box = in.boxOf(id(node)).orElseThrow();
    return box.x() + box.width() / 2;
  }

  private static Arrangement rows(int rows, int columns) {
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    for (int i = 0; i < rows * columns; i++) {
      corners.put(id("" + i), new Point(i % columns * 232, i / columns * 128));
    }
    return new Arrangement(corners, Map.of(), Arranger.boundsOf(corners));
  }

  private static Arrangement scattered(Random random) {
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      Point at = new Point(random.nextInt(2000), random.nextInt(900));
      corners.put(id("" + i), at);
      if (hasOverlap(new Arrangement(corners, Map.of(), new Box(0, 0, 0, 0)))) {
        corners.remove(id("" + i));
      }
    }
    return new Arrangement(corners, Map.of(), Arranger.boundsOf(corners));
  }

  private static boolean hasOverlap(Arrangement drawing) {
    List<Box> boxes =
        drawing.corners().keySet().stream().map(node -> drawing.boxOf(node).orElseThrow()).toList();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (boxes.get(i).intersects(boxes.get(j))) {
          return true;
        }
      }
    }
    return false;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.layout.Size;
import tiphys.model.run.StackPage;

/**
 * A fan-out of a run in place of its stack: the cards of a page in rows, below a title and a line
 * with the counts and the pages.
 */
public record StackFrame(Unfolded.Frame frame, Size size) {
  /** How high the line with the counts and the pages is. */
  public static final double LINE = 36;

  private static final double MARGIN = 22;
  private static final double GAP = 16;
  private static final double STEP_ACROSS = NodeSize.WIDTH + GAP;
  private static final double STEP_DOWN = NodeSize.HEIGHT + GAP;

  /** The counts need room, also above few cards. */
  private static final double LEAST_WIDTH = 2 * STEP_ACROSS - GAP;

  static StackFrame of(Inside around, FlowNode task, StackPage page) {
    List<FlowNode> nodes = new ArrayList<>();
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    for (StackPage.Card card : page.cards()) {
      int column = nodes.size() % StackPage.COLUMNS;
      int row = nodes.size() / StackPage.COLUMNS;
      corners.put(card.id(), new Point(column * STEP_ACROSS, row * STEP_DOWN));
      nodes.add(card(task, card));
    }
    Box all = new Box(0, 0, width(page.slots()), height(page.slots()));
    FlowGraph graph = FlowGraph.unjoined(around.scope(), nodes);
    Arrangement rows = new Arrangement(corners, Map.of(), all);
    Unfolded inside = new Unfolded(around.ofRun(graph), graph, rows, rows, List.of(), List.of());
    Point origin = new Point(MARGIN, Unfolded.TITLE + LINE + GAP);
    Size size =
        new Size(all.width() + 2 * MARGIN, Unfolded.TITLE + LINE + GAP + all.height() + MARGIN);
    return new StackFrame(
        new Unfolded.Frame(task.id(), origin, inside, 1, Optional.of(page)), size);
  }

  /** It runs what its task runs; that it is one of many, and what else it does, its frame says. */
  private static FlowNode card(FlowNode task, StackPage.Card card) {
    return new FlowNode(
        card.id(), task.kind(), card.title(), card.subtitle(), List.of(), Optional.empty());
  }

  private static double width(int slots) {
    double cards = Math.min(slots, StackPage.COLUMNS) * STEP_ACROSS - GAP;
    return Math.max(LEAST_WIDTH, cards);
  }

  private static double height(int slots) {
    int rows = (slots + StackPage.COLUMNS - 1) / StackPage.COLUMNS;
    return Math.max(1, rows) * STEP_DOWN - GAP;
  }
}

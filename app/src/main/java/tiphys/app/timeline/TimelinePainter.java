// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import tiphys.app.message.Elapsed;
import tiphys.app.message.Messages;
import tiphys.exporter.picture.Palette;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;

/** Paints what of a timeline is in sight, and nothing else. */
final class TimelinePainter {
  static final double ROW = 22;
  static final double AXIS = 24;
  private static final double BAR = 12;
  private static final double THIN = 5;
  private static final double LEAST_BAR = 3;
  private static final double INDENT = 12;

  /** More lines than these to one bar are one black spot. */
  private static final int MOST_LINES = 60;

  private final Font font = Font.font(Font.getDefault().getFamily(), 12);
  private final Font small = Font.font(Font.getDefault().getFamily(), 11);
  private final Messages messages;

  /**
   * What is to be painted.
   *
   * @param names how wide the column of names is
   * @param top how far the rows are moved up, in pixels
   * @param chosen the row that the keys act on; -1 for none
   * @param marked the rows of the tasks that are chosen on the canvas
   */
  record Sight(
      TimelineRows rows,
      Waits waits,
      TimeScale scale,
      double width,
      double height,
      double names,
      double top,
      Instant now,
      int chosen,
      Set<Integer> marked,
      boolean isFocused,
      Palette palette) {
    int first() {
      return (int) Math.max(0, Math.floor(top / ROW));
    }

    int last() {
      return (int) Math.min(rows.rows().size() - 1, Math.ceil((top + height - AXIS) / ROW));
    }

    double y(int row) {
      return AXIS + row * ROW - top;
    }

    double start(NodeStatus node) {
      return names + scale.x(node.startedAt().orElse(now));
    }

    double end(NodeStatus node) {
      Instant end = node.finishedAt().orElse(node.phase().isFinished() ? rows.until() : now);
      return Math.max(start(node) + LEAST_BAR, names + scale.x(end));
    }
  }

  TimelinePainter(Messages messages) {
    this.messages = messages;
  }

  void paint(GraphicsContext graphics, Sight sight) {
    graphics.setFill(colour(sight.palette().background()));
    graphics.fillRect(0, 0, sight.width(), sight.height());
    backgrounds(graphics, sight);
    grid(graphics, sight);
    graphics.save();
    graphics.beginPath();
    graphics.rect(sight.names(), AXIS, sight.width() - sight.names(), sight.height() - AXIS);
    graphics.clip();
    for (int row = sight.first(); row <= sight.last(); row++) {
      lines(graphics, sight, row);
    }
    for (int row = sight.first(); row <= sight.last(); row++) {
      bar(graphics, sight, row);
    }
    graphics.restore();
    names(graphics, sight);
    axis(graphics, sight);
  }

  private static void backgrounds(GraphicsContext graphics, Sight sight) {
    for (int row = sight.first(); row <= sight.last(); row++) {
      if (row == sight.chosen() || sight.marked().contains(row)) {
        double strength = row == sight.chosen() ? sight.isFocused() ? 0.24 : 0.17 : 0.09;
        graphics.setFill(colour(Palette.faded(sight.palette().accent(), strength)));
        graphics.fillRect(0, sight.y(row), sight.width(), ROW);
      } else if (row % 2 == 1) {
        graphics.setFill(colour(Palette.faded(sight.palette().band(), 0.6)));
        graphics.fillRect(0, sight.y(row), sight.width(), ROW);
      }
    }
  }

  private static void grid(GraphicsContext graphics, Sight sight) {
    graphics.setStroke(colour(Palette.faded(sight.palette().cardBorder(), 0.55)));
    graphics.setLineWidth(1);
    each(sight, (x, _) -> graphics.strokeLine(x, AXIS, x, sight.height()));
  }

  private interface Tick {
    void at(double x, long seconds);
  }

  private static void each(Sight sight, Tick tick) {
    long step = sight.scale().step();
    for (long i = sight.scale().firstStep(); ; i++) {
      double x = i * step * sight.scale().perSecond() - sight.scale().left() + sight.names();
      if (x > sight.width()) {
        return;
      }
      if (x >= sight.names()) {
        tick.at(Math.floor(x) + 0.5, i * step);
      }
    }
  }

  private void axis(GraphicsContext graphics, Sight sight) {
    graphics.setFill(colour(sight.palette().background()));
    graphics.fillRect(0, 0, sight.width(), AXIS);
    graphics.setFont(small);
    graphics.setFill(colour(sight.palette().subtitle()));
    each(
        sight,
        (x, seconds) ->
            graphics.fillText(Elapsed.clock(Duration.ofSeconds(seconds)), x + 4, AXIS - 8));
    graphics.setStroke(colour(sight.palette().cardBorder()));
    graphics.strokeLine(0, AXIS - 0.5, sight.width(), AXIS - 0.5);
    graphics.strokeLine(sight.names() - 0.5, 0, sight.names() - 0.5, sight.height());
  }

  private void names(GraphicsContext graphics, Sight sight) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(0, AXIS, sight.names() - 4, sight.height() - AXIS);
    graphics.clip();
    graphics.setFont(font);
    for (int row = sight.first(); row <= sight.last(); row++) {
      TimelineRows.Row shown = sight.rows().rows().get(row);
      double x = 10 + INDENT * Math.min(shown.depth(), 8);
      graphics.setFill(colour(sight.palette().phase(shown.node().phase())));
      graphics.fillOval(x, sight.y(row) + ROW / 2 - 4, 8, 8);
      graphics.setFill(colour(sight.palette().title()));
      graphics.fillText(shown.node().displayName(), x + 14, sight.y(row) + ROW / 2 + 4);
    }
    graphics.restore();
  }

  /** What is behind a node had to wait for it. */
  private static void lines(GraphicsContext graphics, Sight sight, int row) {
    TimelineRows.Row shown = sight.rows().rows().get(row);
    boolean isChosen = row == sight.chosen();
    int colour = isChosen ? sight.palette().accent() : sight.palette().edge();
    graphics.setStroke(colour(isChosen ? colour : Palette.faded(colour, 0.45)));
    graphics.setLineWidth(isChosen ? 1.6 : 1);
    List<Integer> before = shown.before();
    before
        .subList(Math.max(0, before.size() - MOST_LINES), before.size())
        .forEach(from -> line(graphics, sight, from, row));
    shown.after().stream()
        .filter(to -> isChosen || to < sight.first() || to > sight.last())
        .limit(MOST_LINES)
        .forEach(to -> line(graphics, sight, row, to));
  }

  private static void line(GraphicsContext graphics, Sight sight, int from, int to) {
    NodeStatus first = sight.rows().rows().get(from).node();
    NodeStatus second = sight.rows().rows().get(to).node();
    if (second.startedAt().isEmpty()) {
      return;
    }
    double x = Math.max(sight.end(first), sight.start(second) - 5);
    double y = sight.y(to) + ROW / 2;
    graphics.strokePolyline(
        new double[] {sight.end(first), x, x, Math.max(x, sight.start(second))},
        new double[] {sight.y(from) + ROW / 2, sight.y(from) + ROW / 2, y, y},
        4);
  }

  private void bar(GraphicsContext graphics, Sight sight, int row) {
    TimelineRows.Row shown = sight.rows().rows().get(row);
    NodeStatus node = shown.node();
    if (node.startedAt().isEmpty()) {
      return;
    }
    boolean isGroup = shown.last() > row;
    double height = isGroup ? THIN : BAR;
    double x = sight.start(node);
    double end = sight.end(node);
    double y = sight.y(row) + (ROW - height) / 2;
    fill(graphics, sight, node, x, y, end - x, height);
    if (node.type().equals("Retry")) {
      attempts(graphics, sight, row, shown.last());
    }
    double width = end - x;
    if (end < sight.width() && width > 0) {
      boolean isBad = node.phase() == NodePhase.FAILED || node.phase() == NodePhase.ERROR;
      graphics.setFont(small);
      graphics.setFill(
          colour(isBad ? sight.palette().phaseText(node.phase()) : sight.palette().subtitle()));
      graphics.fillText(
          TimelineWords.beside(node, sight.now(), messages), end + 6, y + height / 2 + 4);
    }
  }

  private static void fill(
      GraphicsContext graphics,
      Sight sight,
      NodeStatus node,
      double x,
      double y,
      double width,
      double height) {
    graphics.setFill(colour(sight.palette().phase(node.phase())));
    graphics.fillRoundRect(x, y, width, height, 4, 4);
    sight
        .waits()
        .begun(node.id())
        .ifPresent(
            begun -> {
              double waited = sight.names() + sight.scale().x(begun) - x;
              graphics.setFill(colour(sight.palette().phase(NodePhase.PENDING)));
              graphics.fillRoundRect(x, y, Math.clamp(waited, 0, width), height, 4, 4);
            });
  }

  /** Where each attempt began. */
  private static void attempts(GraphicsContext graphics, Sight sight, int row, int last) {
    graphics.setFill(colour(sight.palette().title()));
    for (int at = row + 1; at <= last; at = sight.rows().rows().get(at).last() + 1) {
      NodeStatus attempt = sight.rows().rows().get(at).node();
      if (attempt.startedAt().isPresent()) {
        graphics.fillRect(sight.start(attempt) - 1, sight.y(row) + 5, 2, ROW - 10);
      }
    }
  }

  static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
  }
}

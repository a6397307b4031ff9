// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/**
 * The way of cards from where they stood to where a layout has put them, so that the eye can
 * follow. What is known of them is the end already; only the picture is on its way.
 */
final class Glide {
  private static final long NANOS = 240_000_000;

  /** More cards than these nobody follows, and they could not be painted in time. */
  private static final int MOST = 500;

  private final AnimationTimer pulses;
  private final Runnable repaint;
  private Optional<Way> way = Optional.empty();

  private record Way(Map<NodeId, Point> from, Viewport seen, long begun) {}

  /** Asks for another picture at each pulse while it goes on. */
  Glide(Runnable repaint) {
    this.repaint = repaint;
    this.pulses =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (System.nanoTime() - way.map(Way::begun).orElse(0L) >= NANOS) {
              end();
            }
            Glide.this.repaint.run();
          }
        };
  }

  /** Begins at a frame that is still shown as it was before the layout. */
  void begin(Frame before) {
    Drawing drawing = before.drawing();
    boolean isStill = Platform.getPreferences().isReducedMotion();
    boolean hasFrames = !drawing.arrangement().frames().isEmpty();
    if (isStill || hasFrames || drawing.isEmpty() || drawing.nodes().size() > MOST) {
      return;
    }
    way =
        Optional.of(new Way(drawing.arrangement().corners(), before.viewport(), System.nanoTime()));
    pulses.start();
  }

  /** The end is shown from now on. */
  void end() {
    way = Optional.empty();
    pulses.stop();
  }

  boolean isGoing() {
    return way.isPresent();
  }

  /** A frame as it is to be painted now. */
  Frame of(Frame frame) {
    if (!frame.feedback().equals(Feedback.NONE)) {
      end(); // the hand has hold of something: it must see where that stands
    }
    if (way.isEmpty() || frame.drawing().isEmpty()) {
      return frame;
    }
    double gone = Math.clamp((System.nanoTime() - way.get().begun()) / (double) NANOS, 0, 1);
    double share = gone * gone * (3 - 2 * gone);
    Drawing drawing =
        Drawing.of(
            frame.drawing().nodes(), frame.drawing().edges(), between(way.get(), frame, share));
    return frame.passing(drawing).with(between(way.get().seen(), frame.viewport(), share));
  }

  /** Edges go straight meanwhile: their lanes are those of the end. */
  private static Arrangement between(Way way, Frame frame, double share) {
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    frame
        .drawing()
        .arrangement()
        .corners()
        .forEach(
            (node, end) -> {
              Point from = way.from().getOrDefault(node, end);
              corners.put(
                  node,
                  new Point(between(from.x(), end.x(), share), between(from.y(), end.y(), share)));
            });
    Box bounds = frame.drawing().arrangement().bounds();
    return new Arrangement(corners, Map.of(), bounds)
        .heading(frame.drawing().arrangement().heading());
  }

  private static Viewport between(Viewport from, Viewport to, double share) {
    return new Viewport(
        between(from.scale(), to.scale(), share),
        between(from.offsetX(), to.offsetX(), share),
        between(from.offsetY(), to.offsetY(), share));
  }

  private static double between(double from, double to, double share) {
    return from + (to - from) * share;
  }
}

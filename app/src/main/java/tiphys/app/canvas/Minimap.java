// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.exporter.picture.Palette;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.run.TaskState;

/**
 * The whole drawing, small, with the part that is in sight framed. It is there only where something
 * is out of sight, and painted again only when the drawing or its states change.
 */
final class Minimap extends Pane {
  static final double WIDTH = 160;
  static final double HEIGHT = 104;
  private static final double MARGIN = 8;

  /** How old the picture may be while something changes. */
  private static final Duration REST = Duration.millis(150);

  private final CanvasViewModel model;
  private final Canvas boxes = new Canvas(WIDTH, HEIGHT);
  private final PauseTransition rest = new PauseTransition(REST);
  private final Rectangle sight = new Rectangle();
  private Drawing drawn = Drawing.EMPTY;
  private Map<NodeId, TaskState> drawnStates = Map.of();
  private Optional<Palette> drawnWith = Optional.empty();

  Minimap(CanvasViewModel model) {
    this.model = model;
    getStyleClass().addAll("canvas-float", "minimap");
    sight.getStyleClass().add("minimap-sight");
    sight.setMouseTransparent(true);
    getChildren().addAll(boxes, sight);
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setClip(new Rectangle(WIDTH, HEIGHT));
    setOnMousePressed(this::look);
    setOnMouseDragged(this::look);
  }

  @SuppressWarnings("ReferenceEquality") // a drawing is the same or another one
  void show(Frame frame, Palette palette) {
    Box all = frame.drawing().bounds();
    Box seen = model.visible();
    boolean isWhole =
        seen.x() <= all.x()
            && seen.y() <= all.y()
            && seen.right() >= all.right()
            && seen.bottom() >= all.bottom();
    setVisible(!isWhole && !frame.drawing().isEmpty());
    if (!isVisible()) {
      return;
    }
    follow(frame, palette);
    double scale = scale(all);
    sight.setX(left(all) + (seen.x() - all.x()) * scale);
    sight.setY(top(all) + (seen.y() - all.y()) * scale);
    sight.setWidth(seen.width() * scale);
    sight.setHeight(seen.height() * scale);
  }

  /** While edits follow each other, what is small waits for the last of them. */
  @SuppressWarnings("ReferenceEquality") // a drawing is the same or another one
  private void follow(Frame frame, Palette palette) {
    boolean isDressed = drawnWith.filter(palette::equals).isPresent();
    if (isDressed && frame.states().equals(drawnStates)) {
      if (frame.drawing() == drawn) {
        return;
      }
      if (frame.drawing().looksFromAfarAs(drawn)) {
        drawn = frame.drawing();
        return;
      }
    }
    if (!isDressed || drawn.isEmpty()) {
      paint(frame, palette);
      return;
    }
    rest.setOnFinished(_ -> paint(model.frame().get(), palette));
    if (rest.getStatus() != Animation.Status.RUNNING) {
      rest.playFromStart();
    }
  }

  private void paint(Frame frame, Palette palette) {
    drawn = frame.drawing();
    drawnStates = frame.states();
    drawnWith = Optional.of(palette);
    GraphicsContext graphics = boxes.getGraphicsContext2D();
    graphics.clearRect(0, 0, WIDTH, HEIGHT);
    Box all = drawn.bounds();
    double scale = scale(all);
    double width = Math.max(1.2, NodeSize.WIDTH * scale);
    double height = Math.max(1.2, NodeSize.HEIGHT * scale);
    for (int i = 0; i < drawn.nodes().size(); i++) {
      FlowNode node = drawn.nodes().get(i);
      Point corner = drawn.corner(i);
      graphics.setFill(CanvasPen.toColor(colour(node, frame, palette)));
      graphics.fillRect(
          left(all) + (corner.x() - all.x()) * scale,
          top(all) + (corner.y() - all.y()) * scale,
          width,
          height);
    }
  }

  private static int colour(FlowNode node, Frame frame, Palette palette) {
    return Optional.ofNullable(frame.states().get(node.id()))
        .flatMap(TaskState::phase)
        .map(palette::phase)
        .orElseGet(() -> Palette.faded(palette.kind(node.kind()), 0.55));
  }

  private void look(MouseEvent event) {
    Box all = drawn.bounds();
    double scale = scale(all);
    double x = all.x() + (event.getX() - left(all)) / scale;
    double y = all.y() + (event.getY() - top(all)) / scale;
    Viewport now = model.viewport();
    Box seen = model.visible();
    model.look(
        new Viewport(
            now.scale(),
            -(x - seen.width() / 2) * now.scale(),
            -(y - seen.height() / 2) * now.scale()));
    event.consume();
  }

  private static double scale(Box all) {
    return Math.min(
        (WIDTH - 2 * MARGIN) / Math.max(1, all.width()),
        (HEIGHT - 2 * MARGIN) / Math.max(1, all.height()));
  }

  private static double left(Box all) {
    return (WIDTH - all.width() * scale(all)) / 2;
  }

  private static double top(Box all) {
    return (HEIGHT - all.height() * scale(all)) / 2;
  }
}

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
import tiphys.app.canvas.drawing.Viewport;
import tiphys.exporter.picture.Palette;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
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
  private Frame drawn = Frame.nothing(Viewport.HOME);
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
    Box all = frame.around().scene().bounds();
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
    boolean isSameRun =
        frame.states().equals(drawn.states())
            && frame.around().runs().equals(drawn.around().runs());
    Scene scene = frame.around().scene();
    if (isDressed && isSameRun) {
      if (scene == drawn.around().scene()) {
        return;
      }
      boolean isPlain = scene.isPlain() && drawn.around().scene().isPlain();
      if (isPlain && frame.drawing().looksFromAfarAs(drawn.drawing())) {
        drawn = frame;
        return;
      }
    }
    if (!isDressed || drawn.drawing().isEmpty()) {
      paint(frame, palette);
      return;
    }
    rest.setOnFinished(_ -> paint(model.frame().get(), palette));
    if (rest.getStatus() != Animation.Status.RUNNING) {
      rest.playFromStart();
    }
  }

  private void paint(Frame frame, Palette palette) {
    drawn = frame;
    drawnWith = Optional.of(palette);
    boxes.getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
    frame.around().scene().layers().forEach(layer -> paint(layer, frame, palette));
  }

  private void paint(Scene.Layer layer, Frame frame, Palette palette) {
    Box all = frame.around().scene().bounds();
    double scale = scale(all);
    GraphicsContext graphics = boxes.getGraphicsContext2D();
    Map<NodeId, TaskState> states = frame.states(layer.way());
    for (int i = 0; i < layer.drawing().nodes().size(); i++) {
      FlowNode node = layer.drawing().nodes().get(i);
      Box box = layer.drawing().box(i);
      int colour = colour(node, states, palette);
      boolean isFrame = layer.drawing().isFrame(i);
      graphics.setFill(CanvasPen.toColor(isFrame ? Palette.faded(colour, 0.3) : colour));
      graphics.fillRect(
          left(all) + (layer.origin().x() + box.x() - all.x()) * scale,
          top(all) + (layer.origin().y() + box.y() - all.y()) * scale,
          Math.max(1.2, box.width() * scale),
          Math.max(1.2, box.height() * scale));
    }
  }

  private static int colour(FlowNode node, Map<NodeId, TaskState> states, Palette palette) {
    return Optional.ofNullable(states.get(node.id()))
        .flatMap(TaskState::phase)
        .map(palette::phase)
        .orElseGet(() -> Palette.faded(palette.kind(node.kind()), 0.55));
  }

  private void look(MouseEvent event) {
    Box all = model.frame().get().around().scene().bounds();
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

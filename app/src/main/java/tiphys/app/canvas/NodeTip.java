// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.message.MarkerWords;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.picture.NodeGlyphs;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Marker;

/** Says what the markers of a card mean while the pointer rests on it, or when a key asks. */
final class NodeTip extends VBox {
  private static final Duration REST = Duration.millis(400);
  private static final double WIDTH = 420;
  private static final double AWAY = 12;

  private final MarkerWords words;
  private final PauseTransition rest = new PauseTransition(REST);
  private List<Marker> told = List.of();
  private Hit rested = Hit.NOTHING;
  private Optional<NodeId> asked = Optional.empty();

  /**
   * @param again asks for another layout of the canvas
   */
  NodeTip(Messages messages, Runnable again) {
    this.words = new MarkerWords(messages);
    getStyleClass().add("node-tip");
    setId("node-tip");
    setMouseTransparent(true);
    setMaxWidth(WIDTH);
    setVisible(false);
    rest.setOnFinished(_ -> again.run());
  }

  /** Shows it for a card until something else is chosen or asked for; the same again hides it. */
  void ask(NodeId node) {
    asked = asked.filter(node::equals).isPresent() ? Optional.empty() : Optional.of(node);
  }

  void show(Frame frame, double width, double height, boolean isBusy) {
    Hit under =
        frame.hover() instanceof Hit.OnNode || frame.hover() instanceof Hit.OnHook
            ? frame.hover()
            : Hit.NOTHING;
    if (!under.equals(rested)) {
      rested = under;
      rest.stop();
      if (!under.equals(Hit.NOTHING)) {
        rest.playFromStart();
      }
    }
    boolean isResting = rest.getStatus() == javafx.animation.Animation.Status.RUNNING;
    asked = asked.filter(node -> frame.selection().has(node));
    Optional<Hit> about =
        asked.<Hit>map(Hit.OnNode::new).or(() -> isResting ? Optional.empty() : Optional.of(under));
    List<Marker> markers = about.map(hit -> markers(hit, frame)).orElse(List.of());
    setVisible(!markers.isEmpty() && !isBusy);
    if (isVisible()) {
      tell(markers);
      about
          .flatMap(hit -> boxOf(hit, frame.drawing()))
          .ifPresent(
              box ->
                  place(
                      box, about.map(hit -> below(hit, frame)).orElse(AWAY), frame, width, height));
    }
  }

  private static List<Marker> markers(Hit hit, Frame frame) {
    return switch (hit) {
      case Hit.OnNode(NodeId id) ->
          frame.drawing().node(id).map(FlowNode::markers).orElse(List.of());
      case Hit.OnHook(var _, FlowHook hook) -> List.of(marker(hook));
      default -> List.of();
    };
  }

  private static Marker marker(FlowHook hook) {
    return hook.isExit()
        ? Marker.of(Behaviour.EXIT_HANDLER, Marker.Saying.EXIT_HANDLER, hook.runs())
        : Marker.of(
            Behaviour.HOOK, Marker.Saying.HOOK, hook.name(), hook.runs(), hook.expression());
  }

  private static Optional<Box> boxOf(Hit hit, Drawing drawing) {
    return switch (hit) {
      case Hit.OnNode(NodeId id) -> drawing.boxOf(id);
      case Hit.OnHook(var owner, FlowHook hook) -> drawing.boxOf(owner, hook);
      default -> Optional.empty();
    };
  }

  private void tell(List<Marker> markers) {
    if (!told.equals(markers)) {
      told = markers;
      getChildren().setAll(markers.stream().map(this::line).toList());
    }
    autosize();
  }

  /** The counts of a fan-out are not covered. */
  private static double below(Hit hit, Frame frame) {
    boolean isStack =
        hit instanceof Hit.OnNode(NodeId id)
            && Stacks.isStack(frame, id)
            && frame.around().scene().stack(id).isEmpty();
    return isStack ? AWAY / 2 + StackHit.COUNTS_BOTTOM * frame.viewport().scale() : AWAY;
  }

  private void place(Box box, double below, Frame frame, double width, double height) {
    Point2D at = frame.viewport().toView(new Point(box.x(), box.bottom()));
    double x = Math.clamp(at.getX(), AWAY, Math.max(AWAY, width - getWidth() - AWAY));
    double y = Math.min(at.getY() + below, Math.max(AWAY, height - getHeight() - AWAY));
    relocate(Math.rint(x), Math.rint(y));
  }

  /** What the tip says now; none while it is not to be seen. */
  List<String> sentences() {
    return isVisible() ? words.of(told) : List.of();
  }

  private HBox line(Marker marker) {
    Label sentence = new Label(words.of(marker));
    sentence.setWrapText(true);
    sentence.setMaxWidth(WIDTH - 50);
    GlyphView glyph = new GlyphView(NodeGlyphs.of(marker.behaviour()).name(), GlyphView.SMALL);
    HBox line = new HBox(8, glyph, sentence);
    line.getStyleClass().add("node-tip-line");
    return line;
  }
}

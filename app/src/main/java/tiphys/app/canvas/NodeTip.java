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
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.message.MarkerWords;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.picture.NodeGlyphs;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.workflow.Marker;

/** Says what the markers of a card mean while the pointer rests on it, or when a key asks. */
final class NodeTip extends VBox {
  private static final Duration REST = Duration.millis(400);
  private static final double WIDTH = 420;
  private static final double AWAY = 12;

  private final MarkerWords words;
  private final PauseTransition rest = new PauseTransition(REST);
  private Optional<FlowNode> told = Optional.empty();
  private Optional<NodeId> rested = Optional.empty();
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
    Optional<NodeId> under =
        frame.hover() instanceof Hit.OnNode(NodeId node) ? Optional.of(node) : Optional.empty();
    if (!under.equals(rested)) {
      rested = under;
      rest.stop();
      under.ifPresent(_ -> rest.playFromStart());
    }
    boolean isResting = rest.getStatus() == javafx.animation.Animation.Status.RUNNING;
    asked = asked.filter(node -> frame.selection().has(node));
    Optional<FlowNode> node =
        asked
            .or(() -> isResting ? Optional.empty() : under)
            .flatMap(frame.drawing()::node)
            .filter(known -> !known.markers().isEmpty() && !isBusy);
    setVisible(node.isPresent());
    node.ifPresent(known -> tell(known, frame, width, height));
  }

  private void tell(FlowNode node, Frame frame, double width, double height) {
    if (!told.filter(node::equals).isPresent()) {
      told = Optional.of(node);
      getChildren().setAll(node.markers().stream().map(this::line).toList());
    }
    autosize();
    Optional<Box> box = frame.drawing().boxOf(node.id());
    if (box.isPresent()) {
      Point below = new Point(box.get().x(), box.get().bottom());
      Point2D at = frame.viewport().toView(below);
      double x = Math.clamp(at.getX(), AWAY, Math.max(AWAY, width - getWidth() - AWAY));
      double y = Math.min(at.getY() + AWAY, Math.max(AWAY, height - getHeight() - AWAY));
      relocate(Math.rint(x), Math.rint(y));
    }
  }

  /** What the tip says now; none while it is not to be seen. */
  List<String> sentences() {
    return isVisible() ? told.map(node -> words.of(node.markers())).orElse(List.of()) : List.of();
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

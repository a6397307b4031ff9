// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.canvas.drawing.FrameShape;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;

/** What stands where nothing is drawn yet: why, and what to do; in a frame, what to do alone. */
final class EmptyCanvas extends VBox {
  private static final double WIDTH = 420;
  private static final double LEAST_TOP = 40;

  /** In smaller frames the buttons would cover what stands around them. */
  private static final double LEAST_SCALE = 0.5;

  /** What the buttons ask for. */
  interface Listener {
    void add(NodeKind kind);

    void offer();
  }

  private final Editor editor;
  private final Messages messages;
  private final Label title = new Label();
  private final Label sentence = new Label();
  private final HBox buttons = new HBox();
  private final Button more;

  EmptyCanvas(Editor editor, Messages messages, Listener listener) {
    this.editor = editor;
    this.messages = messages;
    getStyleClass().add("empty-canvas");
    setAlignment(Pos.CENTER);
    setMaxWidth(WIDTH);
    title.getStyleClass().add("empty-title");
    sentence.getStyleClass().add("empty-sentence");
    sentence.setWrapText(true);
    sentence.setMaxWidth(WIDTH);
    Button container = button("container", NodeKind.CONTAINER, listener);
    container.getStyleClass().add("accent");
    more = new Button();
    more.setOnAction(_ -> listener.offer());
    buttons.getChildren().addAll(container, button("script", NodeKind.SCRIPT, listener), more);
    buttons.setAlignment(Pos.CENTER);
    buttons.getStyleClass().add("empty-buttons");
    getChildren().addAll(new GlyphView("dag", 44), title, sentence, buttons);
    getChildren().forEach(EmptyCanvas::takesRoomIfVisible);
    buttons.getChildren().forEach(EmptyCanvas::takesRoomIfVisible);
    setPickOnBounds(false);
  }

  private static void takesRoomIfVisible(Node part) {
    part.managedProperty().bind(part.visibleProperty());
  }

  private Button button(String glyph, NodeKind kind, Listener listener) {
    Button button = new Button(messages.text("kind." + glyph));
    button.setGraphic(new GlyphView(glyph, GlyphView.MEDIUM));
    button.setOnAction(_ -> listener.add(kind));
    return button;
  }

  void show(Frame frame, double width, double height) {
    Optional<Box> within = frame.around().scene().activeFrame();
    boolean isTooSmall = within.isPresent() && frame.viewport().scale() < LEAST_SCALE;
    setVisible(frame.drawing().isEmpty() && !isTooSmall);
    if (!isVisible()) {
      return;
    }
    tell(within.isPresent());
    autosize();
    Point2D middle =
        within
            .map(FrameShape::inside)
            .map(box -> new Point(box.x() + box.width() / 2, box.y() + box.height() / 2))
            .map(frame.viewport()::toView)
            // in the upper part: below it may stand other ways to begin
            .orElseGet(
                () ->
                    new Point2D(
                        width / 2,
                        Math.max(LEAST_TOP, (height - getHeight()) * 0.22) + getHeight() / 2));
    relocate(Math.rint(middle.getX() - getWidth() / 2), Math.rint(middle.getY() - getHeight() / 2));
  }

  private void tell(boolean isInFrame) {
    getChildren().forEach(part -> part.setVisible(!isInFrame || part.equals(buttons)));
    buttons.getChildren().forEach(button -> button.setVisible(!isInFrame || button.equals(more)));
    more.setText(messages.text(isInFrame ? "canvas.menu.add" : "canvas.empty.more"));
    Optional<Problem> broken = editor.state().get().tree().syntaxError();
    String key = "scope";
    if (broken.isPresent()) {
      key = "broken";
    } else if (editor.scope().isEmpty()) {
      key = "file";
    }
    title.setText(messages.text("canvas.empty." + key + ".title"));
    sentence.setText(messages.text("canvas.empty." + key + ".sentence"));
    buttons.setVisible(key.equals("scope"));
  }
}

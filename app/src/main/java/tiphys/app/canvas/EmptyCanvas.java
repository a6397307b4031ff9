// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.NodeKind;
import tiphys.model.problem.Problem;

/** What stands where nothing is drawn yet: why, and what to do. */
final class EmptyCanvas extends VBox {
  private static final double WIDTH = 420;

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
    Button more = new Button(messages.text("canvas.empty.more"));
    more.setOnAction(_ -> listener.offer());
    buttons.getChildren().addAll(container, button("script", NodeKind.SCRIPT, listener), more);
    buttons.setAlignment(Pos.CENTER);
    buttons.getStyleClass().add("empty-buttons");
    getChildren().addAll(new GlyphView("dag", 44), title, sentence, buttons);
    setPickOnBounds(false);
  }

  private Button button(String glyph, NodeKind kind, Listener listener) {
    Button button = new Button(messages.text("kind." + glyph));
    button.setGraphic(new GlyphView(glyph, GlyphView.MEDIUM));
    button.setOnAction(_ -> listener.add(kind));
    return button;
  }

  void show(Frame frame) {
    setVisible(frame.drawing().isEmpty());
    if (!isVisible()) {
      return;
    }
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

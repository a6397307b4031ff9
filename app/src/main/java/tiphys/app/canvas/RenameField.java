// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import tiphys.app.message.Messages;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;

/** The field over a card's title in which its name is changed; a refusal is said below it. */
final class RenameField extends VBox {
  private static final double LEFT = 50;
  private static final double TOP = 5;
  private static final double LEAST_WIDTH = 120;
  private static final double REFUSAL_WIDTH = 250;
  private static final double EXPRESSION_WIDTH = 320;
  private static final double WIDEST = 900;
  private static final double PADDING = 40;
  private static final double MARGIN = 14;

  /** Below the way to the template. */
  private static final Point2D AT_NO_CARD = new Point2D(14, 46);

  private final Messages messages;
  private final BiFunction<NodeId, String, Optional<Problem>> rename;
  private final Runnable closed;
  private final TextField field = new TextField();
  private final Label refusal = new Label();
  private final Text measure = new Text();
  private double widest;
  private Optional<NodeId> node = Optional.empty();
  private Function<String, Optional<Problem>> asked = _ -> Optional.empty();

  /**
   * Hidden at first.
   *
   * @param sentence what it asks for
   * @param rename does it, or says why not
   * @param closed gives the focus back
   */
  RenameField(
      String sentence,
      Messages messages,
      BiFunction<NodeId, String, Optional<Problem>> rename,
      Runnable closed) {
    this.messages = messages;
    this.rename = rename;
    this.closed = closed;
    getStyleClass().add("rename");
    refusal.getStyleClass().add("canvas-refusal");
    refusal.managedProperty().bind(refusal.visibleProperty());
    refusal.setWrapText(true);
    refusal.setMinWidth(REFUSAL_WIDTH);
    refusal.setMaxWidth(REFUSAL_WIDTH);
    field.setAccessibleText(sentence);
    field.setPromptText(sentence);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.focusedProperty().subscribe(this::leave);
    field.textProperty().subscribe(_ -> refusal.setVisible(false));
    getChildren().addAll(field, refusal);
    setVisible(false);
  }

  /** For what may be longer than a card is wide: all of it is to be seen. */
  void growsWithText() {
    widest = WIDEST;
    field.getStyleClass().add("expression");
    field
        .textProperty()
        .subscribe(_ -> Optional.ofNullable(getParent()).ifPresent(Parent::requestLayout));
  }

  void open(NodeId renamed, String name) {
    ask(renamed, name, rename);
  }

  /** Asks for something else about a card. @param does it, or says why not */
  void ask(NodeId about, String text, BiFunction<NodeId, String, Optional<Problem>> does) {
    ask(Optional.of(about), text, answer -> does.apply(about, answer));
  }

  /** Over a card; at the upper edge for what is asked about none. */
  void ask(Optional<NodeId> about, String text, Function<String, Optional<Problem>> does) {
    node = about;
    asked = does;
    field.setText(text);
    refusal.setVisible(false);
    setVisible(true);
    field.requestFocus();
    field.selectAll();
  }

  /** Over the card; gone with it. @param room how wide the view is */
  void show(Frame frame, double room) {
    if (!isVisible()) {
      return;
    }
    Optional<Box> box = node.flatMap(frame.drawing()::boxOf);
    if (node.isPresent() && box.isEmpty()) {
      close();
      return;
    }
    double scale = box.isPresent() ? frame.viewport().scale() : 1;
    Point2D at =
        box.map(card -> frame.viewport().toView(new Point(card.x() + LEFT, card.y() + TOP)))
            .orElse(AT_NO_CARD);
    double width = Math.max(Math.max(LEAST_WIDTH, (NodeSize.WIDTH - LEFT - 6) * scale), grown());
    width = Math.min(width, Math.max(LEAST_WIDTH, room - 2 * MARGIN));
    field.setMinWidth(width);
    field.setMaxWidth(width);
    autosize();
    double left = Math.max(MARGIN, Math.min(at.getX(), room - MARGIN - width));
    relocate(Math.rint(widest == 0 ? at.getX() : left), Math.rint(at.getY()));
  }

  /** As wide as what is written, from a sentence's width on. */
  private double grown() {
    if (widest == 0) {
      return 0;
    }
    measure.setFont(field.getFont());
    measure.setText(field.getText());
    return Math.clamp(measure.getLayoutBounds().getWidth() + PADDING, EXPRESSION_WIDTH, widest);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> commit();
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void leave(boolean isFocused) {
    if (!isFocused && isVisible()) {
      commit();
      close();
    }
  }

  private void commit() {
    Optional<Problem> why = asked.apply(field.getText().strip());
    if (why.isEmpty()) {
      close();
    } else {
      refusal.setText(messages.problem(why.get()));
      refusal.setVisible(true);
    }
  }

  private void close() {
    if (isVisible()) {
      node = Optional.empty();
      setVisible(false);
      closed.run();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;

/**
 * The note of the chosen card, or of the template where none is chosen: shown below it, and written
 * there when it is asked for. Ctrl+Enter and leaving the field keep it, Escape does not.
 */
final class NoteField extends VBox {
  private static final double GAP = 8;
  private static final double WIDTH = 280;

  private final CanvasViewModel model;
  private final Edits edits;
  private final Messages messages;
  private final Runnable closed;
  private final Label shown = new Label();
  private final TextArea field = new TextArea();
  private final Label refusal = new Label();
  private Optional<NodeId> node = Optional.empty();
  private long revision = -1;

  NoteField(CanvasViewModel model, Edits edits, Messages messages, Runnable closed) {
    this.model = model;
    this.edits = edits;
    this.messages = messages;
    this.closed = closed;
    getStyleClass().add("note");
    shown.getStyleClass().add("note-text");
    shown.setWrapText(true);
    shown.setMaxWidth(WIDTH);
    refusal.getStyleClass().add("canvas-refusal");
    refusal.setWrapText(true);
    field.setPromptText(messages.text("canvas.note.prompt"));
    field.setAccessibleText(messages.text("canvas.note.prompt"));
    field.setPrefSize(WIDTH, 96);
    field.setWrapText(true);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(shown, field, refusal);
    getChildren().forEach(part -> part.managedProperty().bind(part.visibleProperty()));
    field.setVisible(false);
    refusal.setVisible(false);
    setVisible(false);
    // Last, for a subscriber is told at once: while the field still counts as shown it would write
    // its emptiness over the note that is there.
    field.focusedProperty().subscribe(this::leave);
  }

  void open() {
    node = model.selection().single();
    field.setText(edits.note(node));
    refusal.setVisible(false);
    shown.setVisible(false);
    field.setVisible(true);
    setVisible(true);
    field.requestFocus();
  }

  /** Below the chosen card; at the upper edge for the note of the template. */
  void show(Frame frame, double width) {
    if (!field.isVisible()) {
      read();
      setVisible(!shown.getText().isEmpty());
    }
    if (isVisible()) {
      autosize();
      Point2D at =
          node.flatMap(frame.drawing()::boxOf)
              .map(box -> below(frame, box))
              .orElse(new Point2D(width - WIDTH - 2 * GAP, GAP));
      relocate(Math.rint(at.getX()), Math.rint(at.getY()));
    }
  }

  /** Reads the text again only where it or the choice has changed. */
  private void read() {
    Optional<NodeId> chosen = model.selection().single();
    long now = model.editor().state().get().revision();
    if (revision != now || !chosen.equals(node)) {
      revision = now;
      node = chosen;
      shown.setText(chosen.isEmpty() ? "" : edits.note(chosen));
      shown.setVisible(true);
    }
  }

  private static Point2D below(Frame frame, Box box) {
    return frame.viewport().toView(new Point(box.x(), box.bottom())).add(0, GAP);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> {
        if (!event.isShortcutDown()) {
          return;
        }
        commit();
      }
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void leave(boolean isFocused) {
    if (!isFocused && field.isVisible()) {
      commit();
    }
  }

  private void commit() {
    boolean isSame = field.getText().stripTrailing().equals(edits.note(node));
    Optional<Problem> why = isSame ? Optional.empty() : edits.setNote(node, field.getText());
    if (why.isEmpty()) {
      close();
    } else {
      refusal.setText(messages.text("canvas.note.refused"));
      refusal.setVisible(true);
    }
  }

  private void close() {
    if (field.isVisible()) {
      field.setVisible(false);
      refusal.setVisible(false);
      revision = -1;
      closed.run();
    }
  }
}

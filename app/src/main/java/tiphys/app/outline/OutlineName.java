// SPDX-License-Identifier: Apache-2.0
package tiphys.app.outline;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.model.problem.Problem;

/** Takes the place of a row while another name is typed for it; a refusal is said below. */
final class OutlineName extends VBox {
  private final Messages messages;
  private final BiFunction<OutlineRow, String, Optional<Problem>> rename;
  private final Runnable closed;
  private final TextField field = new TextField();
  private final Label refusal = new Label();
  private Optional<OutlineRow> row = Optional.empty();

  /**
   * Asks for nothing at first.
   *
   * @param rename gives a row another name, or says why not
   * @param closed shows the row again
   */
  OutlineName(
      Messages messages,
      BiFunction<OutlineRow, String, Optional<Problem>> rename,
      Runnable closed) {
    this.messages = messages;
    this.rename = rename;
    this.closed = closed;
    field.setId("outline-name");
    field.setAccessibleText(messages.text("outline.rename"));
    refusal.getStyleClass().add("outline-refusal");
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.focusedProperty().subscribe(this::leave);
    field.textProperty().subscribe(_ -> refusal.setText(""));
    getChildren().addAll(field, refusal);
  }

  void ask(OutlineRow about) {
    row = Optional.of(about);
    field.setText(about.title());
    field.selectAll();
  }

  boolean isOf(OutlineRow other) {
    return row.filter(other::equals).isPresent();
  }

  @Override
  public void requestFocus() {
    field.requestFocus();
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
    if (!isFocused && row.isPresent() && getScene() != null) {
      commit();
      close();
    }
  }

  private void commit() {
    Optional<Problem> why = row.flatMap(about -> rename.apply(about, field.getText().strip()));
    if (why.isEmpty()) {
      close();
    } else {
      refusal.setText(messages.problem(why.get()));
    }
  }

  private void close() {
    if (row.isPresent()) {
      row = Optional.empty();
      closed.run();
    }
  }
}

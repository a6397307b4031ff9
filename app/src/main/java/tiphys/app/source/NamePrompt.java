// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import tiphys.app.message.Messages;
import tiphys.model.problem.Problem;

/** Asks for a new name at the caret; says at once why a name cannot be taken. */
final class NamePrompt extends Popup {
  private final Messages messages;
  private final TextField field = new TextField();
  private final Label heading = new Label();
  private final Label refusal = new Label();
  private Function<String, Optional<Problem>> trouble = _ -> Optional.empty();
  private Function<String, Optional<Problem>> take = _ -> Optional.empty();

  NamePrompt(Messages messages) {
    this.messages = messages;
    VBox box = new VBox(heading, field, refusal);
    box.getStyleClass().addAll("source-prompt", "popup-card");
    box.getStylesheets()
        .add(Objects.requireNonNull(NamePrompt.class.getResource("source.css")).toExternalForm());
    refusal.getStyleClass().add("prompt-refusal");
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
    field.setId("source-rename");
    field.textProperty().subscribe(name -> say(trouble.apply(name)));
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            take();
          }
        });
    setAutoHide(true);
    getContent().add(box);
  }

  /**
   * Opens below the caret.
   *
   * @param mayBe why a name cannot be taken, asked at every key
   * @param taken takes the name, or says why not
   */
  void ask(
      Node owner,
      Bounds caret,
      String name,
      Function<String, Optional<Problem>> mayBe,
      Function<String, Optional<Problem>> taken) {
    trouble = mayBe;
    take = taken;
    heading.setText(messages.text("source.rename", name));
    field.setAccessibleText(heading.getText());
    field.setText(name);
    refusal.setText("");
    show(owner, caret.getMinX(), caret.getMaxY() + 2);
    field.requestFocus();
    field.selectAll();
  }

  private void take() {
    Optional<Problem> why = take.apply(field.getText());
    say(why);
    if (why.isEmpty()) {
      hide();
    }
  }

  private void say(Optional<Problem> why) {
    refusal.setText(why.map(messages::problem).orElse(""));
  }
}

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

/** Asks for a name or a number at the caret; says at once why one cannot be taken. */
final class NamePrompt extends Popup {
  private final TextField field = new TextField();
  private final Label heading = new Label();
  private final Label refusal = new Label();
  private Question question = new Question("", "", _ -> Optional.empty(), _ -> Optional.empty());

  /**
   * What is asked.
   *
   * @param first what stands in the field at first
   * @param trouble why an answer cannot be taken, asked at every key
   * @param take takes the answer, or says why not
   */
  record Question(
      String heading,
      String first,
      Function<String, Optional<String>> trouble,
      Function<String, Optional<String>> take) {}

  NamePrompt() {
    VBox box = new VBox(heading, field, refusal);
    box.getStyleClass().addAll("source-prompt", "popup-card");
    box.getStylesheets()
        .add(Objects.requireNonNull(NamePrompt.class.getResource("source.css")).toExternalForm());
    refusal.getStyleClass().add("prompt-refusal");
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
    field.setId("source-rename");
    field.textProperty().subscribe(name -> say(question.trouble().apply(name)));
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

  /** Opens below the caret. */
  void ask(Node owner, Bounds caret, Question asked) {
    question = asked;
    heading.setText(asked.heading());
    field.setAccessibleText(asked.heading());
    field.setText(asked.first());
    refusal.setText("");
    show(owner, caret.getMinX(), caret.getMaxY() + 2);
    field.requestFocus();
    field.selectAll();
  }

  private void take() {
    Optional<String> why = question.take().apply(field.getText());
    say(why);
    if (why.isEmpty()) {
      hide();
    }
  }

  private void say(Optional<String> why) {
    refusal.setText(why.orElse(""));
  }
}

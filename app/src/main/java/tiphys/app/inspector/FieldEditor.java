// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tiphys.model.command.Command;
import tiphys.model.problem.Problem;

/**
 * One field with its label. What is typed is taken over on Enter or when the field is left; Escape
 * takes it back; a refusal stands below in words, and the text stays to be mended.
 */
final class FieldEditor extends VBox {
  private static final int MOST_LINES = 16;

  private final Function<Command, Optional<Problem>> apply;
  private final Function<Problem, String> sentence;
  private final Label label = new Label();
  private final Label hint = new Label();
  private final Label refusal = new Label();
  private Field field;
  private boolean isShowing;

  /**
   * @param apply does a command, or says why not
   */
  FieldEditor(
      Field field, Function<Command, Optional<Problem>> apply, Function<Problem, String> sentence) {
    this.field = field;
    this.apply = apply;
    this.sentence = sentence;
    getStyleClass().add("field-editor");
    hint.getStyleClass().add("field-hint");
    hint.setMinWidth(0);
    label.setMinWidth(Region.USE_PREF_SIZE);
    refusal.getStyleClass().add("field-refusal");
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.visibleProperty());
    refusal.setVisible(false);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Node control = control();
    label.setLabelFor(control);
    getChildren().addAll(new HBox(6, label, space, hint), control, refusal);
    show(field);
  }

  /** Shows another state of the field; what is being typed is left alone. */
  void show(Field next) {
    boolean isSame = field.value().equals(next.value());
    Field before = field;
    field = next;
    label.setText(next.label());
    hint.setText(next.hint().equalsIgnoreCase(next.label()) ? "" : next.hint());
    isShowing = true;
    switch (getChildren().get(1)) {
      case TextInputControl text -> {
        boolean isUntouched = text.getText() == null || text.getText().equals(before.value());
        if (!text.isFocused() || !isSame || isUntouched) {
          write(text, next.value());
        }
        text.setPromptText(next.prompt());
      }
      case ComboBox<?> _ -> writeChoice();
      case Label shown -> shown.setText(next.value());
      default -> {}
    }
    isShowing = false;
  }

  private void write(TextInputControl text, String value) {
    if (!value.equals(text.getText())) {
      int caret = text.getCaretPosition();
      text.setText(value);
      text.positionCaret(Math.min(caret, value.length()));
      say("");
    }
  }

  private Node control() {
    Node control =
        switch (field.form()) {
          case LINE, ADDITION -> line();
          case CODE -> code();
          case CHOICE -> choice();
          case SHOWN -> shown();
        };
    control.setId("field-" + field.id());
    control.setAccessibleText(field.label());
    return control;
  }

  private TextField line() {
    TextField text = new TextField();
    text.setOnAction(_ -> take(text));
    watch(text);
    return text;
  }

  private TextArea code() {
    TextArea text = new TextArea();
    text.getStyleClass().add("mono");
    text.setPrefRowCount(Math.clamp(field.value().lines().count() + 1, 3, MOST_LINES));
    text.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            take(text);
            event.consume();
          }
        });
    watch(text);
    return text;
  }

  private void watch(TextInputControl text) {
    text.focusedProperty()
        .subscribe(
            (_, isFocused) -> {
              if (!isFocused) {
                take(text);
              }
            });
    text.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !text.getText().equals(field.value())) {
            text.setText(field.value());
            say("");
            event.consume();
          }
        });
  }

  private ComboBox<String> choice() {
    ComboBox<String> box = new ComboBox<>();
    box.setMaxWidth(Double.MAX_VALUE);
    box.valueProperty()
        .subscribe(
            (_, chosen) -> {
              if (!isShowing && chosen != null && !chosen.equals(field.value())) {
                say(perform(chosen));
                isShowing = true;
                writeChoice();
                isShowing = false;
              }
            });
    return box;
  }

  private void writeChoice() {
    if (getChildren().get(1) instanceof ComboBox<?> any) {
      @SuppressWarnings("unchecked") // made in choice()
      ComboBox<String> box = (ComboBox<String>) any;
      if (!box.getItems().equals(field.choices())) {
        box.getItems().setAll(field.choices());
      }
      box.setValue(field.value().isEmpty() ? null : field.value());
      box.setPromptText(field.prompt());
    }
  }

  private Label shown() {
    Label shown = new Label(field.value());
    shown.getStyleClass().add("panel-subtitle");
    shown.setWrapText(true);
    return shown;
  }

  private void take(TextInputControl text) {
    String typed = text.getText() == null ? "" : text.getText();
    if (isShowing || typed.equals(field.value())) {
      say("");
      return;
    }
    String why = perform(typed);
    say(why);
    if (why.isEmpty() && field.form() == Field.Form.ADDITION) {
      text.clear();
    }
  }

  /** Does it; the reason where it is refused. */
  private String perform(String typed) {
    return field.set().apply(typed).flatMap(apply).map(sentence).orElse("");
  }

  private void say(String why) {
    refusal.setText(why);
    refusal.setVisible(!why.isEmpty());
    getStyleClass().remove("refused");
    if (!why.isEmpty()) {
      getStyleClass().add("refused");
    }
  }
}

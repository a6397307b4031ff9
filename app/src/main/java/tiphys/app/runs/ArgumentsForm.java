// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.exporter.local.WorkflowParameter;

/** A field for each parameter of a workflow, filled with its last value or its default. */
final class ArgumentsForm extends VBox {
  /** A field whose value was refused. */
  static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

  private static final int LONG_VALUE = 60;

  private final Messages messages;
  private final Map<WorkflowParameter, StringProperty> values = new LinkedHashMap<>();
  private final Map<WorkflowParameter, Boolean> untouched = new LinkedHashMap<>();
  private final Map<String, Label> refusals = new LinkedHashMap<>();
  private final ReadOnlyBooleanWrapper isComplete = new ReadOnlyBooleanWrapper();

  ArgumentsForm(List<WorkflowParameter> parameters, Map<String, String> last, Messages messages) {
    super(12);
    this.messages = messages;
    getStyleClass().add("arguments-form");
    parameters.forEach(
        parameter -> add(parameter, Optional.ofNullable(last.get(parameter.name()))));
    check();
  }

  /** Whether every parameter has a value that it may have. */
  ReadOnlyBooleanProperty isComplete() {
    return isComplete.getReadOnlyProperty();
  }

  /** The values by name; a parameter that never had one and was left alone has none. */
  Map<String, String> values() {
    Map<String, String> given = new LinkedHashMap<>();
    values.forEach((parameter, value) -> given.put(parameter.name(), value.get()));
    return given;
  }

  /** Says below a parameter why its value was refused. */
  void refuse(String parameter, String sentence) {
    Optional.ofNullable(refusals.get(parameter)).ifPresent(label -> label.setText(sentence));
  }

  void clearRefusals() {
    refusals.values().forEach(label -> label.setText(""));
  }

  /** The field of the first parameter whose value was refused. */
  Optional<Node> refused() {
    return refusals.entrySet().stream()
        .filter(each -> !each.getValue().getText().isEmpty())
        .findFirst()
        .map(each -> lookup("#argument-" + each.getKey()));
  }

  private Label refusal(WorkflowParameter parameter, Node field) {
    Label refusal = new Label();
    refusal.setId("refusal-" + parameter.name());
    refusal.getStyleClass().add("field-refusal");
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
    refusal
        .textProperty()
        .subscribe(sentence -> field.pseudoClassStateChanged(REFUSED, !sentence.isEmpty()));
    refusals.put(parameter.name(), refusal);
    return refusal;
  }

  private void add(WorkflowParameter parameter, Optional<String> last) {
    StringProperty value = new SimpleStringProperty(last.or(parameter::value).orElse(""));
    values.put(parameter, value);
    untouched.put(parameter, last.or(parameter::value).isEmpty());
    value.subscribe(
        (_, _) -> {
          untouched.put(parameter, false);
          check();
        });
    Label name = new Label(parameter.name());
    name.getStyleClass().add("argument-name");
    Label hint = new Label(hint(parameter));
    hint.getStyleClass().add("field-hint");
    Node field = field(parameter, value);
    field.setId("argument-" + parameter.name());
    name.setLabelFor(field);
    HBox head = new HBox(8, name, hint);
    VBox block = new VBox(4, head, field, refusal(parameter, field));
    if (field instanceof TextField line) {
      head.getChildren().add(severalLines(parameter.name(), line, value, block));
    }
    if (!parameter.description().isEmpty()) {
      Label description = new Label(parameter.description());
      description.setWrapText(true);
      description.getStyleClass().add("field-hint");
      block.getChildren().add(1, description);
      field.setAccessibleHelp(parameter.description());
    }
    getChildren().add(block);
  }

  private String hint(WorkflowParameter parameter) {
    if (parameter.value().filter(String::isEmpty).isPresent()) {
      return messages.text("runs.argument-may-be-empty");
    }
    return parameter
        .value()
        .map(ArgumentsForm::beginning)
        .map(value -> messages.text("runs.argument-default", value))
        .orElseGet(() -> messages.text("runs.argument-required"));
  }

  /** A hint has one line. */
  private static String beginning(String value) {
    String line = value.lines().findFirst().orElse("");
    String shown = line.length() > LONG_VALUE ? line.substring(0, LONG_VALUE) : line;
    return shown.length() < value.stripTrailing().length() ? shown + "…" : shown;
  }

  private static Node field(WorkflowParameter parameter, StringProperty value) {
    if (!parameter.choices().isEmpty()) {
      ComboBox<String> choice = new ComboBox<>();
      choice.getItems().setAll(parameter.choices());
      choice.setValue(parameter.allows(value.get()) ? value.get() : null);
      choice.valueProperty().subscribe((_, chosen) -> value.set(chosen == null ? "" : chosen));
      choice.setMaxWidth(Double.MAX_VALUE);
      choice.setAccessibleText(parameter.name());
      return choice;
    }
    boolean isLong = value.get().length() > LONG_VALUE || value.get().contains("\n");
    TextInputControl field = isLong ? lines() : new TextField();
    field.setText(value.get());
    field.textProperty().subscribe((_, text) -> value.set(text));
    field.setAccessibleText(parameter.name());
    field.getStyleClass().add("mono");
    return field;
  }

  /** A line of text cannot be broken; whoever wants several gets an area in its place. */
  private Hyperlink severalLines(
      String parameter, TextField line, StringProperty value, VBox block) {
    Hyperlink link = new Hyperlink(messages.text("runs.argument-lines"));
    link.setId("argument-lines-" + parameter);
    link.setAccessibleText(messages.text("runs.argument-lines-of", parameter));
    link.getStyleClass().add("argument-lines");
    link.setOnAction(
        _ -> {
          TextArea area = lines();
          area.setId(line.getId());
          area.setText(line.getText());
          area.setAccessibleText(parameter);
          area.getStyleClass().add("mono");
          area.textProperty().subscribe((_, text) -> value.set(text));
          block.getChildren().set(block.getChildren().indexOf(line), area);
          link.setVisible(false);
          area.requestFocus();
          area.end();
        });
    return link;
  }

  private static TextArea lines() {
    TextArea area = new TextArea();
    area.setPrefRowCount(5);
    area.setWrapText(true);
    return area;
  }

  private void check() {
    isComplete.set(
        values.entrySet().stream()
            .allMatch(
                each ->
                    each.getKey().allows(each.getValue().get())
                        && !untouched.getOrDefault(each.getKey(), false)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.functions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.exporter.function.FunctionCase;
import tiphys.exporter.function.FunctionTemplate;
import tiphys.exporter.local.WorkflowParameter;

/** A field for each input of a function. What was typed stays while the function has that input. */
final class FunctionForm extends VBox {
  private static final int LONG_VALUE = 60;

  private final Messages messages;
  private final Map<String, TextInputControl> parameters = new LinkedHashMap<>();
  private final Map<String, TextInputControl> artifacts = new LinkedHashMap<>();
  private String shown = "";

  FunctionForm(Messages messages) {
    super(8);
    this.messages = messages;
    getStyleClass().add("function-form");
  }

  /** Shows the inputs of a function. */
  void show(FunctionTemplate function) {
    boolean isSame = function.name().equals(shown);
    Map<String, String> typed = isSame ? texts(parameters) : Map.of();
    Map<String, String> contents = isSame ? texts(artifacts) : Map.of();
    shown = function.name();
    parameters.clear();
    artifacts.clear();
    getChildren().clear();
    for (WorkflowParameter parameter : function.parameters()) {
      String value = Optional.ofNullable(typed.get(parameter.name())).orElse("");
      TextInputControl field = parameterField(parameter, value);
      parameters.put(parameter.name(), field);
      add(parameter.name(), hint(parameter), field);
    }
    for (String artifact : function.artifacts()) {
      TextArea area = area();
      area.setText(Optional.ofNullable(contents.get(artifact)).orElse(""));
      artifacts.put(artifact, area);
      add(messages.text("functions.artifact", artifact), "", area);
    }
    if (getChildren().isEmpty()) {
      Label none = new Label(messages.text("functions.no-inputs"));
      none.getStyleClass().add("function-hint");
      getChildren().add(none);
    }
  }

  /** Fills in what a case gives. */
  void fill(FunctionCase.Given given) {
    parameters.forEach((name, field) -> field.setText(given.parameters().getOrDefault(name, "")));
    artifacts.forEach((name, field) -> field.setText(given.artifacts().getOrDefault(name, "")));
  }

  /** What is typed. An input that is left empty is not given, so that its default holds. */
  FunctionCase.Given given() {
    return new FunctionCase.Given(filled(parameters), filled(artifacts), Map.of());
  }

  private static Map<String, String> filled(Map<String, TextInputControl> fields) {
    Map<String, String> filled = texts(fields);
    filled.values().removeIf(String::isEmpty);
    return filled;
  }

  private static Map<String, String> texts(Map<String, TextInputControl> fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach((name, field) -> texts.put(name, field.getText()));
    return texts;
  }

  private String hint(WorkflowParameter parameter) {
    return parameter
        .value()
        .map(value -> messages.text("functions.default", value))
        .orElseGet(() -> messages.text("functions.required"));
  }

  private static TextInputControl parameterField(WorkflowParameter parameter, String value) {
    String usual = parameter.value().orElse("");
    boolean isLong = Math.max(value.length(), usual.length()) > LONG_VALUE || value.contains("\n");
    TextInputControl field = isLong ? area() : new TextField();
    field.setText(value);
    field.setPromptText(usual.lines().findFirst().orElse(""));
    return field;
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(4);
    area.setWrapText(true);
    return area;
  }

  private void add(String name, String hint, TextInputControl field) {
    Label label = new Label(name);
    label.getStyleClass().add("function-input");
    label.setLabelFor(field);
    Label more = new Label(hint);
    more.getStyleClass().add("function-hint");
    field.setId("function-input-" + name.replaceAll("[ (].*", ""));
    field.setAccessibleText(name);
    field.getStyleClass().add("mono");
    Node head = new HBox(8, label, more);
    getChildren().add(new VBox(3, head, field));
  }
}

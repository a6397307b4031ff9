// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.io.File;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import tiphys.app.files.ScriptChoice;
import tiphys.app.message.Messages;

/** What is said before a script is run, and what can be chosen about it. */
final class ScriptForm extends VBox {
  private final ScriptChoice offered;
  private final Messages messages;
  private final TextField python = new TextField();
  private final TextField variables = new TextField();

  ScriptForm(ScriptChoice offered, Messages messages) {
    this.offered = offered;
    this.messages = messages;
    Label more = wrapped("window.script.more");
    Label path = new Label(offered.script().toString());
    path.getStyleClass().add("script-path");
    path.setWrapText(true);
    path.setMaxWidth(560);
    python.setId("script-python");
    python.setText(offered.python());
    variables.setId("script-variables");
    variables.setText(offered.variables());
    variables.setPrefColumnCount(30);
    Button choose = new Button(messages.text("window.script.choose"));
    choose.setId("script-choose");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(_ -> choose());
    HBox.setHgrow(python, Priority.ALWAYS);
    GridPane fields = new GridPane(10, 8);
    fields.addRow(0, labelled("window.script.python", python), new HBox(6, python, choose));
    fields.addRow(1, labelled("window.script.variables", variables), variables);
    getChildren().addAll(path, more, fields, wrapped("window.script.variables-hint"));
    setSpacing(12);
    getStyleClass().add("script-form");
  }

  /** As the fields say it now. */
  ScriptChoice choice() {
    return new ScriptChoice(offered.script(), python.getText().strip(), variables.getText());
  }

  private Label labelled(String key, TextField field) {
    Label label = new Label(messages.text(key));
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setAccessibleText(label.getText());
    return label;
  }

  private Label wrapped(String key) {
    Label label = new Label(messages.text(key));
    label.setWrapText(true);
    label.setMaxWidth(560);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("window.script.choose-title"));
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      python.setText(chosen.toString());
    }
  }
}

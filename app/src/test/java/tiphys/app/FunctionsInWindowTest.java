// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.model.graph.NodeId;

/** A function tried in the window, kept as a case, and run again with all cases. */
class FunctionsInWindowTest {
  private static final String WORKFLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: flow-}
      spec:
        entrypoint: main
        templates:
        - name: main
          dag:
            tasks:
            - {name: first, template: greet, arguments: {parameters: [{name: who, value: a}]}}
            - {name: second, template: double, depends: first, arguments: {parameters: [{name: num, value: "1"}]}}
        - name: greet
          inputs: {parameters: [{name: who, value: world}]}
          container: {image: alpine, command: [echo], args: ["hello {{inputs.parameters.who}}"]}
        - name: double
          inputs: {parameters: [{name: num}]}
          script:
            image: alpine
            command: [sh]
            source: |
              echo $(( {{inputs.parameters.num}} * 2 ))
      """;

  @TempDir private Path folder;
  private WholeWindow window;

  @BeforeEach
  void openTheWorkflow() throws Exception {
    Path file = Files.writeString(folder.resolve("flow.yaml"), WORKFLOW);
    window = WholeWindow.open(folder.resolve("config"));
    window.willAnswer(file);
    window.choose("open");
    window.await("the file", () -> window.fileNames().contains("flow.yaml"));
    window.choose("show-functions");
    window.await("the functions", () -> chosen().equals("greet"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theFunctionOfTheSelectedTaskIsRunAloneKeptAsACaseAndComparedLater() throws Exception {
    Editor editor = window.file().editor();
    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("second"))));
    window.await("the function", () -> chosen().equals("double"));
    window.press("#function-try");
    window.await("the refusal", () -> text("#function-state").contains("has no value"));

    TextInputControl input = window.screen().find("#function-input-num", TextInputControl.class);
    Screen.doOnWindow(input::requestFocus);
    window.hand().writeInto(input, "21");
    window.press("#function-try");
    window.await("the result", () -> text("#function-state").startsWith("Done in"));
    assertTrue(values().contains("Result: 42"), values());
    window.press("#function-keep");
    window.await("the case", () -> text("#function-said").equals("Kept in flow.tests.yaml"));
    String kept = Files.readString(folder.resolve("flow.tests.yaml"));
    assertTrue(kept.contains("template: double") && kept.contains("result: \"42\""), kept);

    Files.writeString(
        folder.resolve("flow.tests.yaml"),
        kept + "- {name: wrong, template: greet, expect: {result: bye}}\n");
    window.press("#function-run-all");
    window.await("the cases", () -> text("#function-said").equals("1 of 2 cases are as expected"));
    window.screen().picture("functions-light");
    window.choose("theme-dark");
    window.screen().picture("functions-dark");
    window.choose("language-ja");
    window.choose("show-functions");
    window.await("the function", () -> chosen().equals("double"));
    window.screen().picture("functions-dark-ja");
  }

  @SuppressWarnings("unchecked") // names of templates are texts
  private String chosen() {
    ComboBox<String> names = window.screen().find("#function-name", ComboBox.class);
    return String.valueOf(Screen.onWindow(names::getValue));
  }

  private String text(String id) {
    Label label = window.screen().find(id, Label.class);
    return Screen.onWindow(label::getText);
  }

  private String values() {
    TextInputControl area = window.screen().find("#function-values", TextInputControl.class);
    return Screen.onWindow(area::getText);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.canvas.OnCanvas;
import tiphys.app.screen.Screen;

/** A steps workflow that somebody wrote by hand, edited by mouse and keyboard alone. */
class StepsByHandTest {
  private static final String WRITTEN =
      """
      # The nightly report.
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: report-
      spec:
        entrypoint: main
        templates:
          - name: main
            steps:
              - - name: fetch   # from the archive
                  template: say
              # both at once
              - - {name: clean, template: say}
                - {name: chart, template: say}
              - - name: publish
                  template: say

          - name: say
            inputs:
              parameters:
                - {name: text, value: "hello"}
            container: {image: "alpine:3.23", command: [echo, "{{inputs.parameters.text}}"]}
      """;

  private static final String EXPECTED =
      """
      # The nightly report.
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: report-
      spec:
        entrypoint: main
        templates:
          - name: main
            steps:
              - - name: check
                  template: say
              - - name: publish
                  template: say
              # both at once
              - - {name: clean, template: say, arguments: {parameters: [{name: text, value: tidy}]}}
                - {name: chart, template: say, when: "{{workflow.name}} != test"}
                - name: verify
                  template: say

          - name: say
            inputs:
              parameters:
                - {name: text, value: "hello"}
            container: {image: "alpine:3.23", command: [echo, "{{inputs.parameters.text}}"]}
      """;

  @TempDir private Path folder;
  private WholeWindow window;

  @BeforeEach
  void openTheWindow() throws Exception {
    window = WholeWindow.open(folder.resolve(".settings"));
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  @Test
  void stepsAreAddedMovedNamedConditionedAndDeletedFromOpeningToSaving() throws Exception {
    Path file = Files.writeString(folder.resolve("report.yaml"), WRITTEN);
    window.choose("new");
    window.willAnswer(file);
    shortcut(KeyCode.O);
    window.await("the file", () -> window.file().name().equals("report.yaml"));

    window.choose("panel"); // more room for the canvas
    addAfter("fetch", "say", "check");
    shortcut(KeyCode.D);
    rename("verify");
    window.choose("fit");
    drag("verify", canvas().middleOf("chart").add(70, 0));
    click("publish");
    move(KeyCode.UP);
    move(KeyCode.UP);
    click("chart");
    window.fill("when", "{{workflow.name}} != test");
    click("clean");
    window.fill("arguments.parameters.text", "tidy");
    String before = canvas().text();
    click("fetch");
    window.hand().type(KeyCode.DELETE);
    String after = canvas().text();
    shortcut(KeyCode.Z);
    assertEquals(before, canvas().text());
    shortcut(KeyCode.Y);
    assertEquals(after, canvas().text());
    window.screen().picture("steps-by-hand");
    shortcut(KeyCode.S);

    assertEquals(EXPECTED, Files.readString(file));
    while (Screen.onWindow(() -> window.file().editor().undoable().get().isPresent())) {
      shortcut(KeyCode.Z);
    }
    assertEquals(WRITTEN, canvas().text());
  }

  private void addAfter(String step, String template, String name) {
    click(step);
    window.hand().type(KeyCode.A);
    window
        .hand()
        .writeInto(
            window.screen().find(".create-menu .text-field", TextInputControl.class), template);
    window.hand().type(KeyCode.ENTER);
    rename(name);
  }

  private void rename(String name) {
    window.hand().type(KeyCode.F2);
    window
        .hand()
        .writeInto(window.screen().find(".rename .text-field", TextInputControl.class), name);
    window.hand().type(KeyCode.ENTER);
  }

  private void drag(String step, Point2D to) {
    Point2D from = canvas().middleOf(step);
    canvas().hand().drag(from.getX(), from.getY(), to.getX(), to.getY());
    window.screen().settle();
  }

  /** With everything in sight. */
  private void click(String step) {
    window.choose("fit");
    canvas().clickOn(step);
  }

  /** A step, past its neighbours and between the groups. */
  private void move(KeyCode code) {
    canvas().hand().holding(true, false).withAlt().type(code);
    window.screen().settle();
  }

  private void shortcut(KeyCode code) {
    window.hand().holding(false, true).type(code);
    window.screen().settle();
  }

  private OnCanvas canvas() {
    return window.canvas();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

class InspectorViewTest {
  private static final String CRON =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: CronWorkflow
      metadata:
        name: nightly
      spec:
        # every night
        schedules: ["0 3 * * *"]
        concurrencyPolicy: Forbid
        workflowSpec:
          entrypoint: main
          nodeSelector:
            disk: fast
          templates:
          - name: main
            dag:
              tasks:
              - name: load
                template: say
                arguments:
                  parameters:
                  - name: message
                    value: hello
          - name: say
            inputs:
              parameters:
              - name: message
              - name: times
                default: "1"
            script:
              image: python:3.13
              command: [python]
              env:
              - name: HOME
                value: /tmp
              - name: TOKEN
                valueFrom:
                  secretKeyRef:
                    name: secrets
                    key: token
              resources:
                limits:
                  memory: 64Mi
              source: |
                # greets
                import json
                for i in range(3):
                    print("{{inputs.parameters.message}}", i)
            retryStrategy:
              limit: 2
              retryPolicy: Always
      """;
  private static final String SET =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: set-
      spec:
        entrypoint: both
        templates:
        - name: both
          volumes:
          - name: work
            emptyDir: {}
          containerSet:
            volumeMounts:
            - name: work
              mountPath: /work
            containers:
            - name: first
              image: alpine
              command: [sh, -c]
              args: ["echo one > /data/x"]
            - name: main
              image: alpine
              dependencies: [first]
      """;

  private @Nullable Screen screen;
  private Editor editor = editor(CRON);

  private void open(String text, Language language, ThemeChoice theme) {
    Editor opened = editor(text);
    editor = opened;
    screen = Screen.show(() -> new InspectorView(opened, Messages.in(language)), 340, 900, theme);
  }

  private static Editor editor(String text) {
    return new Editor(Diagram.open(SourceText.of(text), Positions.NONE));
  }

  private Editor editor() {
    return editor;
  }

  private Screen screen() {
    return Objects.requireNonNull(screen);
  }

  private Hand hand() {
    return new Hand(screen(), screen().scene().getRoot());
  }

  @Test
  void aCronWorkflowIsEditedByKeyboardAlone() {
    open(CRON, Language.ENGLISH, ThemeChoice.LIGHT);

    find("time zone");
    type("field-resource.0.spec.timezone", "Asia/Tokyo");
    find("startingDeadline");
    type("field-resource.0.spec.startingDeadlineSeconds", "60");
    find("podGC strategy");
    focus("field-resource.0.spec.workflowSpec.podGC.strategy");
    hand().type(KeyCode.DOWN);
    screen().picture("inspector-cron-light");

    String text = text();
    assertTrue(text.contains("  timezone: Asia/Tokyo\n"), text);
    assertTrue(text.contains("  startingDeadlineSeconds: 60\n"), text);
    assertTrue(text.contains("    podGC:\n      strategy: OnPodCompletion\n"), text);
    assertTrue(text.contains("  # every night\n"), text);
    Screen.doOnWindow(editor()::undo);
    assertFalse(text().contains("podGC"), text());
    Screen.doOnWindow(editor()::undo);
    Screen.doOnWindow(editor()::undo);
    assertEquals(CRON, text());
  }

  @Test
  void aContainerOfASetIsEditedByKeyboardAlone() {
    open(SET, Language.ENGLISH, ThemeChoice.DARK);
    Screen.doOnWindow(() -> editor().select(Selection.of(new NodeId("first"))));
    screen().settle();

    type("field-task.image", "busybox");
    find("resources limits");
    Node limit = byId("key-task.resources.limits=");
    focus(limit);
    write(limit, "memory");
    hand().type(KeyCode.ENTER);
    write(focused(), "128Mi");
    hand().type(KeyCode.ENTER);
    screen().picture("inspector-container-set-dark");

    String text = text();
    assertTrue(text.contains("image: busybox\n"), text);
    assertTrue(
        text.contains("resources:\n          limits:\n            memory: \"128Mi\"\n"), text);
    assertTrue(text.contains("args: [\"echo one > /data/x\"]\n"), text);
  }

  @Test
  void whatIsNotOfTheTypeIsRefusedInTheFormAndEscapePutsItBack() {
    open(CRON, Language.ENGLISH, ThemeChoice.LIGHT);
    find("parallelism");
    type("field-resource.0.spec.workflowSpec.parallelism", "many");

    assertEquals(CRON, text());
    assertTrue(
        screen().find(".refused .field-refusal", Label.class).getText().contains("whole number"));
    hand().type(KeyCode.ESCAPE);
    assertEquals(
        "", ((TextInputControl) byId("field-resource.0.spec.workflowSpec.parallelism")).getText());
  }

  @Test
  void aScriptIsWrittenInACodeEditorThatKnowsItsLanguage() {
    open(CRON, Language.ENGLISH, ThemeChoice.LIGHT);
    Screen.doOnWindow(() -> editor().open(new Scope(0, new TemplateName("say"))));
    screen().settle();
    selectPage(1);
    String id = "field-template." + new Scope(0, new TemplateName("say")) + ".script.source";
    CodeArea code = (CodeArea) byId(id);
    focus(code);
    Screen.doOnWindow(() -> code.appendText("print(2)\n"));
    new Hand(screen(), code).holding(false, true).type(KeyCode.ENTER);
    screen().picture("inspector-script-light");

    assertTrue(text().contains("i)\n          print(2)\n"), text());
    assertNotNull(screen().find(".code-field", Node.class));
  }

  @Test
  void aFormWhoseSubjectDidNotChangeKeepsItsControls() {
    open(CRON, Language.JAPANESE, ThemeChoice.DARK);
    Screen.doOnWindow(() -> editor().select(Selection.of(new NodeId("load"))));
    screen().settle();
    Node before = byId("field-task.when");
    Screen.doOnWindow(() -> editor().select(Selection.of(new NodeId("load"))));
    type("field-task.when", "1 == 1");
    screen().picture("inspector-task-japanese-dark");

    assertSame(before, byId("field-task.when"));
    assertTrue(text().contains("when: \"1 == 1\"\n"), text());
  }

  @Test
  void aTruthIsAToggleThatStartsWithTheDefault() {
    open(CRON, Language.ENGLISH, ThemeChoice.DARK);
    CheckBox suspend = (CheckBox) byId("field-resource.0.spec.suspend");
    assertFalse(suspend.isSelected());
    focus(suspend);
    hand().type(KeyCode.SPACE);

    assertTrue(text().contains("  suspend: true\n"), text());
  }

  private void selectPage(int page) {
    Screen.doOnWindow(
        () ->
            ((javafx.scene.control.TabPane) screen().scene().getRoot().lookup(".tab-pane"))
                .getSelectionModel()
                .select(page));
    screen().settle();
  }

  private void find(String query) {
    Node finder = byId("inspector-find");
    focus(finder);
    write(finder, query);
    hand().type(KeyCode.ENTER);
    screen().settle();
  }

  private void type(String id, String text) {
    Node field = byId(id);
    focus(field);
    write(field, text);
    hand().type(KeyCode.ENTER);
  }

  private void focus(String id) {
    focus(byId(id));
  }

  private void focus(Node node) {
    Screen.doOnWindow(node::requestFocus);
    screen().settle();
  }

  private static void write(Node field, String text) {
    Screen.doOnWindow(() -> ((TextInputControl) field).setText(text));
  }

  private Node focused() {
    return Screen.onWindow(() -> screen().scene().getFocusOwner());
  }

  private Node byId(String id) {
    Node found =
        Screen.onWindow(
            () ->
                screen().scene().getRoot().lookupAll("*").stream()
                    .filter(node -> id.equals(node.getId()) && isSeen(node))
                    .findFirst()
                    .orElse(null));
    assertNotNull(found, id);
    return found;
  }

  /** The form of a tab that is not chosen is there too. */
  private static boolean isSeen(Node node) {
    Node at = node;
    while (at != null && at.isVisible()) {
      at = at.getParent();
    }
    return at == null;
  }

  private String text() {
    return editor().state().get().text().toString();
  }
}

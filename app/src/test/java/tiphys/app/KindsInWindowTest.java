// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import tiphys.app.editor.Editor;
import tiphys.app.message.Language;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.TiphysWindow;
import tiphys.model.graph.Scope;

class KindsInWindowTest {
  private static final String MIXED =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: WorkflowTemplate
      metadata: {name: tools}
      spec:
        entrypoint: both
        templates:
          - name: both
            dag:
              tasks:
                - {name: A, template: first}
                - {name: B, template: second, depends: A}
          - {name: first, container: {image: "alpine:3.23"}}
          - {name: second, suspend: {}}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: CronWorkflow
      metadata: {name: nightly}
      spec:
        schedules: ["30 2 * * 1-5"]
        timezone: Asia/Tokyo
        workflowSpec:
          workflowTemplateRef: {name: tools}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: WorkflowEventBinding
      metadata: {name: on-push}
      spec:
        event: {selector: payload.ref != ""}
        submit:
          workflowTemplateRef: {name: tools}
      """;

  @TempDir private Path folder;

  /** What a window keeps in its folder goes with it. */
  @AfterEach
  void close() {
    Screen.doOnWindow(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  private record Opened(Screen screen, Editor editor) {
    String shown() {
      return Screen.onWindow(
          () ->
              editor
                  .scope()
                  .map(scope -> scope.resource() + "/" + scope.template().value())
                  .orElse(""));
    }

    String text(String selector) {
      Labeled label = screen.find(selector, Labeled.class);
      return Screen.onWindow(label::getText);
    }

    String words() {
      return Screen.onWindow(() -> editor.state().get().text().toString());
    }

    Hand hand() {
      return new Hand(screen, screen.scene().getRoot());
    }
  }

  @Test
  void theFirstResourceWithTemplatesIsShownFirst() throws Exception {
    assertEquals("1/both", open(ThemeChoice.LIGHT, Language.ENGLISH).shown());
  }

  @Test
  void keysGoFromTemplateToTemplateAndFromResourceToResource() throws Exception {
    Opened opened = open(ThemeChoice.LIGHT, Language.ENGLISH);

    press(opened, "Shortcut+Page Down");
    assertEquals("1/first", opened.shown());
    press(opened, "Shortcut+Page Down");
    press(opened, "Shortcut+Page Down");
    assertEquals("2/", opened.shown());
    for (int i = 0; i < 4; i++) {
      press(opened, "Shortcut+Page Up");
    }
    assertEquals("0/", opened.shown());
  }

  @Test
  void aCronWorkflowSaysInBothLanguagesWhenItStarts() throws Exception {
    Opened english = open(ThemeChoice.LIGHT, Language.ENGLISH);
    go(english, 2);
    assertEquals(
        "every Monday to Friday at 02:30 (Asia/Tokyo)", english.text("#breadcrumb-trigger"));

    Opened japanese = open(ThemeChoice.DARK, Language.JAPANESE);
    go(japanese, 2);
    assertEquals("毎週 月曜日〜金曜日 02:30（Asia/Tokyo）", japanese.text("#breadcrumb-trigger"));
    japanese.screen().picture("kinds-cron-dark-ja");
  }

  @Test
  void anEventBindingSaysWhatItSubmits() throws Exception {
    Opened opened = open(ThemeChoice.LIGHT, Language.ENGLISH);

    go(opened, 3);

    assertEquals("submits tools when payload.ref != \"\"", opened.text("#breadcrumb-trigger"));
    opened.screen().picture("kinds-event-light");
  }

  @Test
  void theOutlineListsEverythingAndItsRowsLeadThere() throws Exception {
    Opened opened = open(ThemeChoice.LIGHT, Language.ENGLISH);
    press(opened, "Alt+4");
    opened.screen().settle();
    TreeView<?> outline = opened.screen().find("#outline", TreeView.class);
    opened.screen().picture("kinds-outline-light");

    assertEquals(7, Screen.onWindow(outline::getExpandedItemCount));
    Screen.doOnWindow(
        () -> {
          outline.requestFocus();
          outline.getSelectionModel().select(6);
        });
    opened.hand().type(KeyCode.ENTER);
    assertEquals("3/", opened.shown());
  }

  @Test
  void theOutlineRenamesTemplatesAndResourcesWithAllThatNamesThem() throws Exception {
    Opened opened = open(ThemeChoice.LIGHT, Language.JAPANESE);
    press(opened, "Alt+4");
    TreeView<?> outline = opened.screen().find("#outline", TreeView.class);

    name(opened, outline, 3, "second");
    opened.screen().picture("kinds-outline-rename-ja");
    assertTrue(opened.words().contains("name: first"), "the name is taken");
    type(opened, "one");
    name(opened, outline, 1, "kit");

    assertEquals(
        MIXED
            .replace("template: first", "template: one")
            .replace("name: first", "name: one")
            .replace("name: tools", "name: kit"),
        opened.words());
    Screen.doOnWindow(() -> opened.editor().undo());
    Screen.doOnWindow(() -> opened.editor().undo());
    assertEquals(MIXED, opened.words());
  }

  private static void name(Opened opened, TreeView<?> outline, int row, String name) {
    Screen.doOnWindow(
        () -> {
          outline.requestFocus();
          outline.getSelectionModel().select(row);
        });
    opened.hand().type(KeyCode.F2);
    opened.screen().settle();
    type(opened, name);
  }

  private static void type(Opened opened, String name) {
    TextField field = opened.screen().find("#outline-name", TextField.class);
    assertTrue(Screen.onWindow(field::isFocused));
    Screen.doOnWindow(() -> field.setText(name));
    opened.hand().type(KeyCode.ENTER);
    opened.screen().settle();
  }

  @Test
  void theBreadcrumbsOpenAListOfTheResources() throws Exception {
    Opened opened = open(ThemeChoice.DARK, Language.ENGLISH);
    Button resources = opened.screen().find("#breadcrumb-resources", Button.class);
    Button templates = opened.screen().find("#breadcrumb-templates", Button.class);

    assertEquals("tools", Screen.onWindow(resources::getText));
    assertEquals("both", Screen.onWindow(templates::getText));
    assertTrue(Screen.onWindow(resources::getAccessibleText).contains("another resource"));
  }

  private static void go(Opened opened, int resource) {
    Screen.doOnWindow(() -> opened.editor().open(Scope.ofResource(resource)));
    opened.screen().settle();
  }

  /** Keys of the menu, as the scene gives them to it. */
  private static void press(Opened opened, String keys) {
    Screen.doOnWindow(
        () ->
            Objects.requireNonNull(
                    opened.screen().scene().getAccelerators().get(KeyCombination.valueOf(keys)))
                .run());
    opened.screen().settle();
  }

  private Opened open(ThemeChoice theme, Language language) throws Exception {
    Path file = Files.writeString(folder.resolve("mixed.yaml"), MIXED);
    Stage stage = FxToolkit.registerPrimaryStage();
    Settings settings = Settings.in(folder.resolve("config"));
    TiphysWindow window =
        Screen.onWindow(
            () -> {
              settings.theme().set(theme);
              settings.language().set(Optional.of(language));
              TiphysWindow made = new Wiring(settings).window(stage);
              made.show();
              made.desk().open(file);
              return made;
            });
    Screen screen = Screen.of(stage);
    for (int i = 0; i < 100 && shown(window).isEmpty(); i++) {
      screen.settle();
    }
    return new Opened(screen, shown(window).orElseThrow());
  }

  private static Optional<Editor> shown(TiphysWindow window) {
    return Screen.onWindow(() -> window.desk().files().shown().get().map(file -> file.editor()));
  }
}

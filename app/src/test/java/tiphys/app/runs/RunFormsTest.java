// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** The form for a workflow's parameters, and the question before a run. */
final class RunFormsTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");
  private static final List<WorkflowParameter> PARAMETERS =
      List.of(
          new WorkflowParameter("who", Optional.empty(), "Whom to greet.", List.of()),
          new WorkflowParameter("tone", Optional.of("kind"), "", List.of("kind", "dry")),
          new WorkflowParameter("text", Optional.of("one\ntwo"), "", List.of()));

  @TempDir Path folder;

  @Test
  void theFormShowsChoicesDefaultsAndLongValues() {
    ArgumentsForm[] form = new ArgumentsForm[1];
    Screen screen = show(() -> form[0] = form(Map.of()));
    assertEquals("kind", screen.find("#argument-tone", ComboBox.class).getValue());
    assertInstanceOf(TextArea.class, screen.find("#argument-text", javafx.scene.Node.class));
    screen.picture("run-form");
  }

  @Test
  void nothingCanBeRunBeforeEveryParameterHasAValue() {
    ArgumentsForm[] form = new ArgumentsForm[1];
    Screen screen = show(() -> form[0] = form(Map.of()));
    assertFalse(form[0].isComplete().get());
    TextField who = screen.find("#argument-who", TextField.class);
    Screen.doOnWindow(() -> who.setText("world"));
    assertTrue(form[0].isComplete().get());
    assertEquals("world", form[0].values().get("who"));
  }

  @Test
  void theLastValuesStandInTheForm() {
    ArgumentsForm[] form = new ArgumentsForm[1];
    Screen screen = show(() -> form[0] = form(Map.of("who", "me", "tone", "dry")));
    assertEquals("me", screen.find("#argument-who", TextField.class).getText());
    assertEquals(Map.of("who", "me", "tone", "dry", "text", "one\ntwo"), form[0].values());
  }

  @Test
  void theLastValuesOutliveTheProgramAndAreThoseOfTheFile() {
    RunChoices choices = new RunChoices(Settings.in(folder));
    choices.remember("/a.yaml", Map.of("who", "a\nb = c"));
    RunChoices later = new RunChoices(Settings.in(folder));
    assertEquals(Map.of("who", "a\nb = c"), later.arguments("/a.yaml"));
    assertEquals(Map.of(), later.arguments("/b.yaml"));
  }

  @Test
  void theQuestionListsEveryTemplateWithItsImageCommandAndSource() throws Exception {
    RunPreview preview = preview(EngineChoice.PROCESS);
    Screen screen = show(() -> new RunPlan(preview, Messages.in(Language.ENGLISH)));
    String all = texts(screen);
    for (String word : List.of("split", "map", "reduce", "python:alpine3.23", "import json")) {
      assertTrue(all.contains(word), all);
    }
    assertTrue(all.contains("with your rights"), all);
    screen.picture("run-question");
  }

  @Test
  void aFileWithoutAnythingToExecuteSaysSo() {
    RunPreview preview =
        preview(
            "kind: Workflow\nmetadata: {name: w}\nspec:\n  entrypoint: a\n  templates:\n  - {name: a, suspend: {}}\n");
    Screen screen = show(() -> new RunPlan(preview, Messages.in(Language.ENGLISH)));
    assertTrue(texts(screen).contains("executes anything"), texts(screen));
  }

  @Test
  void aTemplateThatStandsInATaskIsPartOfTheQuestion() throws Exception {
    RunPreview preview = preview(Files.readString(EXAMPLES.resolve("dag-inline-workflow.yaml")));
    assertFalse(preview.commands().isEmpty());
  }

  private RunPreview preview(EngineChoice engine) throws Exception {
    String text = Files.readString(EXAMPLES.resolve("map-reduce.yaml"));
    return ThisComputer.preview(
            new RunRequest(YamlTree.parse(SourceText.of(text)), 0, Map.of(), engine, folder))
        .result()
        .orElseThrow();
  }

  private RunPreview preview(String text) {
    return ThisComputer.preview(
            new RunRequest(
                YamlTree.parse(SourceText.of(text)), 0, Map.of(), EngineChoice.PROCESS, folder))
        .result()
        .orElseThrow();
  }

  private static ArgumentsForm form(Map<String, String> last) {
    return new ArgumentsForm(PARAMETERS, last, Messages.in(Language.ENGLISH));
  }

  private static Screen show(java.util.function.Supplier<javafx.scene.Parent> view) {
    return Screen.show(
        () -> {
          javafx.scene.Parent made = view.get();
          made.getStylesheets().add(RunPanel.STYLE);
          return made;
        },
        640,
        480,
        ThemeChoice.LIGHT);
  }

  private static String texts(Screen screen) {
    return Screen.onWindow(
        () ->
            screen.scene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n")));
  }
}

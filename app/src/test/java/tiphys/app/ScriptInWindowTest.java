// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.files.ScriptChoice;
import tiphys.app.hera.RealHera;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.Theme;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.FileDialogs;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

/** Python scripts opened in the window, run under the Hera that people install. */
class ScriptInWindowTest {
  private static final String FLOW =
      """
      from hera.workflows import Container, Workflow

      with Workflow(generate_name="flow-", entrypoint="one") as w:
          Container(name="one", image="alpine")
      """;

  @TempDir private Path folder;
  private Path script = Path.of("");
  private WholeWindow window;

  @BeforeEach
  void openAWindow() throws Exception {
    assumeTrue(RealHera.missing().isEmpty(), () -> RealHera.missing().orElse(""));
    script = Files.writeString(folder.resolve("flow.py"), FLOW);
    window = WholeWindow.open(folder.resolve("config"));
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  @Test
  void aScriptIsRunOnlyIfThatIsAgreedToAndIsANewFileThenThatFollowsIt() throws Exception {
    window.willAnswer(script);
    window.choose("open");
    assertEquals(List.of("flow.py"), window.scripts());
    assertFalse(window.fileNames().contains("flow.yaml"));

    window.willRunScripts(RealHera.program());
    window.willAnswer(script);
    window.choose("open");
    window.await("the workflow", () -> window.fileNames().contains("flow.yaml"));
    assertTrue(text().startsWith("# Made of flow.py, a script for Hera.\napiVersion"), text());
    assertTrue(window.notice().contains("Workflows that flow.py defines: 1"), window.notice());
    window.screen().picture("script-opened");

    Files.writeString(script, FLOW.replace("alpine", "busybox"));
    Screen.doOnWindow(() -> window.window().desk().readAgain());
    window.await("the change", () -> text().contains("busybox"));
    assertEquals("flow.py again", window.scripts().getLast());

    // what was typed here is shown before it is replaced
    int at = text().indexOf("busybox");
    Screen.doOnWindow(
        () ->
            window
                .file()
                .editor()
                .type(TextEdits.of(new TextEdit(new TextRange(at, at + 7), "mine"))));
    Files.writeString(script, FLOW.replace("alpine", "debian:stable"));
    Screen.doOnWindow(() -> window.window().desk().readAgain());
    window.await("the change", () -> text().contains("debian:stable"));
    assertEquals(1, window.differences().size());

    window.willAnswer(script);
    window.choose("save-as");
    assertTrue(window.notice().contains("does not write into scripts"), window.notice());
    assertTrue(Files.readString(script).contains("debian:stable"));
    window.willAnswer(folder.resolve("kept.yaml"));
    window.choose("save-as");
    assertEquals(text(), Files.readString(folder.resolve("kept.yaml")));
  }

  @Test
  void whatIsWrongIsToldAndTheWindowGoesOn() throws Exception {
    Path broken =
        Files.writeString(folder.resolve("broken.py"), "x = 1\nimport not_there_at_all\n");
    window.willRunScripts(RealHera.program());
    window.willAnswer(broken);
    window.choose("open");
    window.await("the trouble", () -> window.notice().contains("not_there_at_all"));
    assertTrue(window.notice().startsWith("broken.py, line 2: imports"), window.notice());
    window.screen().picture("script-broken");
    window.choose("new");
    assertTrue(window.fileNames().stream().anyMatch(name -> name.startsWith("untitled")));
  }

  @Test
  void aFolderListsTheScriptsThatUseHeraAndRunsNone() throws Exception {
    Files.writeString(folder.resolve("other.py"), "print('no workflow')\n");
    Files.writeString(
        folder.resolve("a.yaml"), "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec: {}\n");
    window.willAnswer(folder);
    window.choose("open-folder");
    window.await("the file", () -> window.fileNames().contains("a.yaml"));
    window.await("the script", () -> folderRows().contains("flow.py"));
    assertFalse(folderRows().contains("other.py"), folderRows());
    assertEquals(List.of(), window.scripts());
  }

  /** The question itself, which the other tests answer without a dialog. */
  @Test
  void theQuestionSaysWhatWillBeRunAndByWhat() throws Exception {
    for (Language language : Language.values()) {
      picture(language, ThemeChoice.LIGHT);
    }
    picture(Language.ENGLISH, ThemeChoice.DARK);
  }

  private void picture(Language language, ThemeChoice look) throws Exception {
    FileDialogs dialogs =
        Screen.onWindow(
            () ->
                new FileDialogs(
                    window.screen().stage(),
                    new Theme(new SimpleObjectProperty<>(look), new SimpleBooleanProperty()),
                    () -> Messages.in(language)));
    ScriptChoice offered = new ScriptChoice(script, "/usr/bin/python3", "");
    AtomicBoolean wasAgreed = new AtomicBoolean(true);
    Platform.runLater(() -> wasAgreed.set(dialogs.mayRun(offered, false).isPresent()));
    window.await("the question", () -> dialog().isPresent());
    Screen dialog = Screen.of((Stage) dialog().orElseThrow());
    dialog.picture("script-question-" + language.code() + "-" + look.key());
    String said = Screen.onWindow(() -> ((DialogPane) dialog.scene().getRoot()).getHeaderText());
    assertTrue(said.contains("flow.py"), said);
    Screen.doOnWindow(() -> dialog().orElseThrow().hide());
    window.await("the answer no", () -> !wasAgreed.get());
  }

  private static Optional<Window> dialog() {
    return Screen.onWindow(
        () ->
            Window.getWindows().stream()
                .filter(shown -> shown.getScene().getRoot() instanceof DialogPane)
                .findFirst());
  }

  private String folderRows() {
    return Screen.onWindow(
        () ->
            window.screen().scene().getRoot().lookupAll(".folder-name").stream()
                .map(Node::toString)
                .reduce("", String::concat));
  }

  private String text() {
    return Screen.onWindow(() -> window.file().editor().state().get().text().toString());
  }
}

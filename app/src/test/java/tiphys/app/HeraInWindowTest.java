// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.code.CodeLine;
import tiphys.app.code.CodeListing;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.model.graph.NodeId;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

class HeraInWindowTest {
  private static final Path DIAMOND =
      Path.of("..", "..", "shared", "argo", "examples", "dag-diamond.yaml");

  @TempDir private Path folder;
  private WholeWindow window;
  private CodeListing python;

  @BeforeEach
  void showTheDiamond() throws Exception {
    Path file = Files.copy(DIAMOND, folder.resolve("diamond.yaml"));
    window = WholeWindow.open(folder.resolve("config"));
    window.willAnswer(file);
    window.choose("open");
    window.await("the file", () -> window.fileNames().contains("diamond.yaml"));
    window.choose("show-hera");
    python = window.screen().find("#hera-python", CodeListing.class);
    window.await("the code", () -> lines().size() == 15);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void thePythonFollowsTheDrawingAndLightsWhatIsSelected() throws Exception {
    Editor editor = window.file().editor();
    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("B"))));
    CodeListing yaml = window.screen().find("#hera-yaml", CodeListing.class);
    window.await("the light", () -> litLines(python).equals(List.of(5)));
    assertEquals(List.of(21, 22, 23, 24, 25), litLines(yaml));
    assertEquals(
        "YAML: 43 lines, 10 levels, names 25 times   ·   "
            + "Python: 14 lines, 4 levels, names 24 times",
        text("#hera-comparison"));
    window.screen().picture("hera-light");

    int at = Screen.onWindow(() -> editor.state().get().text().toString().indexOf("value: B}") + 7);
    Screen.doOnWindow(
        () -> editor.type(TextEdits.of(new TextEdit(new TextRange(at, at + 1), "\"two\""))));
    window.await("the change", () -> lines().get(5).contains("arguments={\"message\": \"two\"}"));

    Screen.doOnWindow(
        () -> {
          python.getSelectionModel().clearAndSelect(7);
          python.requestFocus();
        });
    window.hand().type(KeyCode.ENTER);
    window.await(
        "the task", () -> editor.selection().get().nodes().equals(Set.of(new NodeId("D"))));
    window.choose("theme-dark");
    window.screen().picture("hera-dark");
    window.choose("language-ja");
    window.choose("show-hera");
    window.await("the code", () -> japanese().size() == 15);
    window.screen().picture("hera-dark-ja");
  }

  @Test
  void theCodeIsSavedWithItsSubmissionWhereThatIsAskedFor() throws Exception {
    CheckBox submits = window.screen().find("#hera-submits", CheckBox.class);
    Screen.doOnWindow(submits::fire);
    window.await("the submission", () -> lines().contains("    w.create()"));
    Path target = folder.resolve("diamond.py");
    window.willAnswer(target);
    Button save = window.screen().find("#hera-save", Button.class);
    Screen.doOnWindow(save::fire);

    assertEquals("Written to " + target + ".", text("#hera-said"));
    assertTrue(Files.readString(target).contains("os.environ[\"ARGO_TOKEN\"]"));
  }

  /** The window is made anew for another language. */
  private List<CodeLine> japanese() {
    CodeListing anew = window.screen().find("#hera-python", CodeListing.class);
    return Screen.onWindow(() -> List.copyOf(anew.getItems()));
  }

  private List<String> lines() {
    return Screen.onWindow(() -> python.getItems().stream().map(line -> line.text()).toList());
  }

  private static List<Integer> litLines(CodeListing listing) {
    return Screen.onWindow(listing::litLines);
  }

  private String text(String id) {
    Label label = window.screen().find(id, Label.class);
    return Screen.onWindow(label::getText);
  }
}

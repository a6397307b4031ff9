// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.editor.Editor;
import tiphys.app.files.OpenFile;
import tiphys.app.screen.Screen;
import tiphys.model.command.RenameArgument;
import tiphys.model.command.RenameResource;
import tiphys.model.command.RenameTemplate;
import tiphys.model.problem.ProblemCode;
import tiphys.model.symbol.Symbol;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.TemplateName;

/** A folder is a library: its files know each other, are renamed together, and are watched. */
class FolderInWindowTest {
  private static final String TOOLS =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: WorkflowTemplate
      metadata: {name: tools}
      spec:
        templates:
          - name: print # ours
            container: {image: "alpine:3.23"}
      """;

  private static final String MAIN =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: main-}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                # says it
                - {name: t, templateRef: {name: tools, template: print}}
      """;

  private static final String CRON =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: CronWorkflow
      metadata: {name: nightly}
      spec:
        schedules: ["0 2 * * *"]
        workflowSpec:
          entrypoint: print # by night
          workflowTemplateRef: {name: tools}
      """;

  @TempDir private Path folder;
  private WholeWindow window;

  @BeforeEach
  void open() throws Exception {
    write("tools.yaml", TOOLS);
    write("main.yaml", MAIN);
    write("cron.yaml", CRON);
    write("values.yaml", "replicas: 3\n");
    write("broken.yaml", "kind: Workflow\nspec: {entrypoint: [\n");
    window = WholeWindow.open(folder.resolve(".config"));
    Screen.doOnWindow(() -> window.window().desk().openFolder(folder));
    window.await("the folder", () -> window.fileNames().contains("broken.yaml"));
    openFile("tools.yaml");
    openFile("main.yaml");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theFolderListsItsFilesWithWhatTheyHoldAndFindsThemByTyping() throws Exception {
    window.choose("show-folder");
    window.await("all files", () -> rows() >= 7);
    window.screen().picture("folder-light");
    assertTrue(told().startsWith("4 files with workflows, 1 of them not understood"), told());

    window.hand().writeInto(window.screen().find("#folder-words", TextField.class), "cronworkflow");
    assertEquals(2, rows());
    window.hand().type(KeyCode.ENTER);
    window.await("the file that was found", () -> window.file().name().equals("cron.yaml"));
  }

  private String told() {
    return Screen.onWindow(() -> window.screen().find("#folder-told", Label.class).getText());
  }

  @Test
  void aTemplateIsRenamedInAllFilesAndTakenBackInAllThatWereNotChangedSince() throws Exception {
    rename(new RenameTemplate(0, new TemplateName("print"), new TemplateName("say")));

    assertEquals(
        List.of(Set.of("tools.yaml", "main.yaml", "cron.yaml")),
        window.renames().stream().map(FolderInWindowTest::names).toList());
    assertEquals(renamed(), texts());
    assertEquals(
        MAIN.replace("template: print", "template: say"),
        Screen.onWindow(() -> editor("main.yaml").state().get().text().toString()));

    Screen.doOnWindow(() -> editor("main.yaml").undo());
    assertEquals(List.of(TOOLS, MAIN, CRON), texts());
    Screen.doOnWindow(() -> editor("tools.yaml").redo());
    assertEquals(renamed(), texts());

    String other = read("cron.yaml") + "# theirs\n";
    write("cron.yaml", other);
    Screen.doOnWindow(() -> editor("tools.yaml").undo());
    assertEquals(List.of(TOOLS, MAIN, other), texts());
    assertTrue(window.notice().contains("cron.yaml"), window.notice());
  }

  @Test
  void aTabWithUnsavedChangesIsRenamedButNotSavedAndCountsAsItIsEdited() throws Exception {
    Screen.doOnWindow(() -> editor("main.yaml").type(TextEdits.of(TextEdit.insert(0, "# mine\n"))));

    rename(new RenameResource(0, "kit"));

    assertEquals(
        List.of(TOOLS.replace("tools", "kit"), MAIN, CRON.replace("tools", "kit")), texts());
    assertEquals(
        "# mine\n" + MAIN.replace("tools", "kit"),
        Screen.onWindow(() -> editor("main.yaml").state().get().text().toString()));
    assertFalse(Screen.onWindow(() -> editor("main.yaml").saved().get()));

    String saved = read("tools.yaml");
    Screen.doOnWindow(
        () -> {
          int at = text("tools.yaml").indexOf("name: print") + 6;
          editor("tools.yaml").type(TextEdits.of(TextEdit.replace(at, at + 5, "other")));
        });
    window.await("the missing template", () -> isMissing(editor("main.yaml")));
    assertEquals(saved, read("tools.yaml"));
  }

  @Test
  void anArgumentOfAnotherFileIsRenamedFromWhereItIsPassed() throws Exception {
    String tools =
        TOOLS.replace(
            "spec:\n", "spec:\n  entrypoint: print\n  arguments: {parameters: [{name: text}]}\n");
    String cron = CRON + "    arguments: {parameters: [{name: text, value: x}]}\n";
    write("tools.yaml", tools);
    write("cron.yaml", cron);
    openFile("cron.yaml");
    RenameArgument rename = new RenameArgument(0, Symbol.Value.PARAMETER, "text", "words");
    window.await(
        "the other file", () -> Screen.onWindow(() -> editor("cron.yaml").plan(rename).isDone()));

    Screen.doOnWindow(() -> editor("cron.yaml").apply(rename));

    window.await("the rename", () -> text("cron.yaml").contains("words"));
    assertEquals(tools.replace("name: text", "name: words"), read("tools.yaml"));
    assertEquals(cron.replace("name: text", "name: words"), read("cron.yaml"));
    Screen.doOnWindow(() -> editor("cron.yaml").undo());
    window.await("the old name", () -> text("cron.yaml").equals(cron));
    assertEquals(tools, read("tools.yaml"));
  }

  @Test
  void whatAnotherProgramWritesIsTakenOverAndNothingOfMineIsLost() throws Exception {
    write("main.yaml", MAIN.replace("says it", "told elsewhere"));
    window.await("their text", () -> text("main.yaml").contains("told elsewhere"));
    assertTrue(Screen.onWindow(() -> editor("main.yaml").saved().get()));

    Screen.doOnWindow(() -> editor("main.yaml").type(TextEdits.of(TextEdit.insert(0, "# mine\n"))));
    write("main.yaml", MAIN.replace("says it", "and again"));
    window.await("the question", () -> text("main.yaml").contains("and again"));
    assertEquals(1, window.differences().size());
    Screen.doOnWindow(() -> editor("main.yaml").undo());
    assertTrue(text("main.yaml").startsWith("# mine\n"), text("main.yaml"));
  }

  private void rename(tiphys.model.command.Command command) throws Exception {
    Editor tools = editor("tools.yaml");
    window.await("the folder", () -> !isMissing(editor("main.yaml")));
    Screen.doOnWindow(() -> tools.apply(command));
    window.await("the rename", () -> Screen.onWindow(() -> tools.lastStep().isPresent()));
  }

  private List<String> renamed() {
    return List.of(
        TOOLS.replace("name: print", "name: say"),
        MAIN.replace("template: print", "template: say"),
        CRON.replace("entrypoint: print", "entrypoint: say"));
  }

  private static Set<String> names(tiphys.app.files.FolderRename rename) {
    return Set.copyOf(
        rename.all().stream().map(change -> change.path().getFileName().toString()).toList());
  }

  private static boolean isMissing(Editor editor) {
    return Screen.onWindow(
        () ->
            !editor.state().get().workflow().library().isKnown()
                || editor.state().get().problems().stream()
                    .anyMatch(
                        problem ->
                            problem.code() == ProblemCode.REFERENCE_NO_TEMPLATE
                                || problem.code() == ProblemCode.REFERENCE_UNKNOWN));
  }

  /** None while the panel is not laid out yet. */
  private int rows() {
    return Screen.onWindow(
        () ->
            window.screen().scene().getRoot().lookup("#folder") instanceof TreeView<?> tree
                ? tree.getExpandedItemCount()
                : 0);
  }

  private void openFile(String name) throws Exception {
    Screen.doOnWindow(() -> window.window().desk().open(folder.resolve(name)));
    window.await(name, () -> window.file().name().equals(name));
  }

  private Editor editor(String name) {
    return Screen.onWindow(
            () -> window.window().desk().files().at(folder.resolve(name)).map(OpenFile::editor))
        .orElseThrow();
  }

  private String text(String name) {
    return Screen.onWindow(() -> editor(name).state().get().text().toString());
  }

  private List<String> texts() throws Exception {
    return List.of(read("tools.yaml"), read("main.yaml"), read("cron.yaml"));
  }

  private String read(String name) throws Exception {
    return Files.readString(folder.resolve(name));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.files.LineDifference;
import tiphys.app.files.Repository;
import tiphys.app.screen.Screen;
import tiphys.model.difference.FileDifference;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/** A file is held against its commits and against other files, in the window. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
final class DifferenceInWindowTest {
  private static final String FILE =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {name: build}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                - {name: fetch, template: clone}
                - {name: compile, template: make, depends: fetch}
                - {name: test, template: make, depends: compile}
                - {name: pack, template: zip, depends: test}
                - {name: mail, template: tell, depends: pack}
          - name: clone
            container: {image: "alpine/git:2.45"}
          - name: make
            script:
              image: gcc:14
              command: [sh]
              source: |
                set -e
                ./configure
                make all
          - name: zip
            container: {image: "alpine:3.20"}
          - name: tell
            container: {image: "alpine:3.20", args: [tell]}
      """;

  @TempDir Path folder;
  private Repository repository;
  private Path path;
  private WholeWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    Path project = Files.createDirectory(folder.resolve("project"));
    repository = Repository.in(project);
    path = Files.writeString(project.resolve("build.yaml"), FILE);
    window = WholeWindow.open(folder.resolve("settings"));
    Screen.doOnWindow(() -> window.window().desk().open(path));
    window.await("the file", () -> window.fileNames().contains("build.yaml"));
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void whatChangedSinceTheLastCommitIsWalkedThroughByKeysWhileTheFileIsEdited() throws Exception {
    repository.commit("The first build");
    edit();
    window.choose("compare");
    await("CHANGED main/run-tests", "ADDED main/sign", "REMOVED main/mail", "CHANGED make");
    assertTrue(label("#difference-told").endsWith("The first build"), label("#difference-told"));
    assertEquals("+ 1   − 1   ~ 2", label("#difference-count"));
    Screen.pictureOf(scene(), "difference");

    select("make");
    Screen.pictureOf(scene(), "difference-script");
    assertEquals(
        List.of("script.source", "−make all", "+make check"),
        lines().stream().filter(line -> !line.startsWith(" ")).toList());
    type(KeyCode.F7, false);
    type(KeyCode.F7, true);
    assertEquals("make", chosen().name());

    Screen.doOnWindow(() -> window.file().editor().undo());
    await("CHANGED main/run-tests", "CHANGED make");
  }

  @Test
  void anotherCommitAndAnotherFileCanBeChosen() throws Exception {
    repository.commit("First");
    replace("gcc:14", "gcc:15");
    Screen.doOnWindow(() -> window.window().desk().save(window.file()));
    repository.commit("Second");
    window.choose("compare");
    await();
    assertEquals("Nothing differs.", label(".change-list .panel-empty"));

    TextField revision = (TextField) find("#difference-revision");
    Screen.doOnWindow(
        () -> {
          revision.setText("HEAD~1");
          revision.getOnAction().handle(new javafx.event.ActionEvent());
        });
    await("CHANGED make");

    Path other = Files.writeString(folder.resolve("other.yaml"), FILE.replace("zip", "tar"));
    window.willAnswer(other);
    Screen.doOnWindow(() -> ((Button) find("#difference-file")).fire());
    await("CHANGED make", "CHANGED zip");
    assertEquals(other.toString(), label("#difference-told"));
  }

  @Test
  void whereNothingWasCommittedTheReasonIsToldAndAFileCanBeChosen() throws Exception {
    window.choose("compare");
    window.await("the reason", () -> label("#difference-trouble").contains("no commit “HEAD”"));

    Path other = Files.writeString(folder.resolve("other.yaml"), FILE);
    window.willAnswer(other);
    window.choose("compare-with-file");
    await();
    assertEquals(other.toString(), label("#difference-told"));
    assertEquals("", label("#difference-trouble"));
  }

  @Test
  void enterLeadsToTheTaskInTheWindowAndTheComparisonClosesWithTheFile() throws Exception {
    repository.commit("First");
    edit();
    window.choose("compare");
    await("CHANGED main/run-tests", "ADDED main/sign", "REMOVED main/mail", "CHANGED make");
    select("main/sign");
    type(KeyCode.ENTER, false);
    assertEquals(
        "sign",
        Screen.onWindow(
            () -> window.file().editor().selection().get().single().orElseThrow().value()));

    Screen.doOnWindow(() -> window.file().editor().markSaved());
    window.choose("close");
    assertTrue(Screen.onWindow(() -> view().isEmpty()));
  }

  @Test
  void theSameInTheDarkInJapaneseAndWithoutRedAndGreen() throws Exception {
    repository.commit("First");
    edit();
    window.choose("theme-dark");
    window.choose("language-ja");
    window.choose("compare");
    await("CHANGED main/run-tests", "ADDED main/sign", "REMOVED main/mail", "CHANGED make");
    Screen.pictureOf(scene(), "difference-dark-ja");
    window.choose("distinct-colours");
    Screen.pictureOf(scene(), "difference-dark-distinct");
    window.choose("theme-light");
    select("main/sign");
    Screen.pictureOf(scene(), "difference-distinct");
  }

  private void edit() {
    replace("make all", "make check");
    replace("{name: test,", "{name: run-tests,");
    replace("depends: test}", "depends: run-tests}");
    replace(
        "- {name: mail, template: tell, depends: pack}",
        "- {name: sign, template: zip, depends: compile}");
  }

  private void replace(String before, String after) {
    Screen.doOnWindow(
        () -> {
          String text = window.file().editor().state().get().text().toString();
          int at = text.indexOf(before);
          window
              .file()
              .editor()
              .type(TextEdits.of(TextEdit.replace(at, at + before.length(), after)));
        });
  }

  /** Waits for exactly these changes, in this order. */
  private void await(String... changes) throws InterruptedException {
    window.await(
        String.join(", ", changes),
        () ->
            Screen.onWindow(
                () -> view().isPresent() && isRead() && told().equals(List.of(changes))));
  }

  private boolean isRead() {
    return !((Label) Objects.requireNonNull(view().orElseThrow().lookup("#difference-count")))
        .getText()
        .isEmpty();
  }

  private List<String> told() {
    return list().getItems().stream().map(entry -> entry.change() + " " + entry.name()).toList();
  }

  @SuppressWarnings("unchecked") // as it was made
  private static ListView<FileDifference.Entry> list() {
    return (ListView<FileDifference.Entry>) find("#changes");
  }

  @SuppressWarnings("unchecked") // as it was made
  private static List<String> lines() {
    ListView<LineDifference.Row> rows = (ListView<LineDifference.Row>) find("#difference");
    return Screen.onWindow(() -> List.copyOf(rows.getItems())).stream()
        .map(
            row ->
                switch (row.sign()) {
                  case ONLY_BEFORE -> "−" + row.text();
                  case ONLY_AFTER -> "+" + row.text();
                  case BOTH -> row.text().startsWith("script.") ? row.text() : " " + row.text();
                  case LEFT_OUT -> " ";
                })
        .toList();
  }

  private static void select(String name) {
    Screen.doOnWindow(
        () ->
            list()
                .getSelectionModel()
                .select(
                    list().getItems().stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst()
                        .orElseThrow()));
  }

  private static FileDifference.Entry chosen() {
    return Screen.onWindow(() -> list().getSelectionModel().getSelectedItem());
  }

  private static void type(KeyCode code, boolean isShift) {
    Screen.doOnWindow(
        () -> {
          list().requestFocus();
          list()
              .fireEvent(
                  new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, isShift, false, false, false));
        });
  }

  private static String label(String selector) {
    return Screen.onWindow(() -> ((Label) find(selector)).getText());
  }

  private static Node find(String selector) {
    return Screen.onWindow(
        () -> Objects.requireNonNull(view().orElseThrow().lookup(selector), selector));
  }

  private static Scene scene() {
    return Screen.onWindow(() -> view().orElseThrow().getScene());
  }

  private static Optional<Node> view() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .<Node>map(window -> window.getScene().getRoot())
        .filter(root -> "difference-view".equals(root.getId()))
        .findFirst();
  }
}

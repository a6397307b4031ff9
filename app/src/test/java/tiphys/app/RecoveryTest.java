// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.files.Example;
import tiphys.app.screen.Screen;
import tiphys.model.command.AddTaskOfKind;
import tiphys.model.graph.NodeKind;

/** A program that ends without being asked takes no work along; closed files are opened again. */
@SuppressWarnings("NullAway.Init") // the window is opened by each test
class RecoveryTest {
  @TempDir private Path settings;
  private WholeWindow window;
  private Optional<Path> left = Optional.empty();

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void whatWasNotSavedIsThereAfterACrashAndUndoGoesBackToTheDisk() throws Exception {
    Path file = settings.resolve("flow.yaml");
    Files.writeString(file, Example.DIAMOND.text().toString());
    window = WholeWindow.open(settings);
    open(file);
    addTask();
    String edited = text();
    awaitDraft(1);
    crash();

    window = WholeWindow.open(settings);
    Screen.doOnWindow(window.window()::recover);
    window.await("it is brought back", () -> window.fileNames().contains("flow.yaml"));
    window.await("as it was", () -> text().equals(edited));

    assertFalse(Screen.onWindow(() -> window.file().editor().saved().get()));
    window.await("the old draft is gone", () -> !left().toFile().exists());
    assertEquals(1, drafts().size(), "it is still kept, as this program's own");
    Node notice = window.screen().find("#notice", Node.class);
    assertTrue(Screen.onWindow(() -> notice.getAccessibleText()).contains("flow.yaml"));
    window.screen().picture("window-recovered");
    undoAll();
    assertEquals(Files.readString(file), text());
  }

  @Test
  void whatWasNeverOnTheDiskIsBroughtBackToo() throws Exception {
    window = WholeWindow.open(settings);
    Screen.doOnWindow(() -> window.window().desk().open(Example.DIAMOND));
    addTask();
    String edited = text();
    awaitDraft(1);
    crash();

    window = WholeWindow.open(settings);
    Screen.doOnWindow(window.window()::recover);
    window.await("it is brought back", () -> !window.fileNames().isEmpty());
    window.await("as it was", () -> text().equals(edited));
  }

  @Test
  void whatIsSavedOrDroppedLeavesNoDraftBehind() throws Exception {
    Path file = settings.resolve("flow.yaml");
    Files.writeString(file, Example.DIAMOND.text().toString());
    window = WholeWindow.open(settings);
    open(file);
    addTask();
    awaitDraft(1);

    window.choose("save");
    awaitDraft(0);
    addTask();
    awaitDraft(1);
    window.close();

    assertEquals(List.of(), drafts());
  }

  @Test
  void whatHasAPlaceIsSavedWhenTheWindowIsLeftIfThatIsChosen() throws Exception {
    Path file = settings.resolve("flow.yaml");
    Files.writeString(file, Example.DIAMOND.text().toString());
    window = WholeWindow.open(settings);
    open(file);
    Screen.doOnWindow(() -> window.window().desk().create());
    Screen.doOnWindow(() -> window.window().desk().files().showNext(-1));
    addTask();
    String edited = text();

    Screen.doOnWindow(() -> window.window().desk().saveByItself());
    assertEquals(edited, Files.readString(file));
    addTask();
    Files.writeString(file, edited + "# by somebody else\n");
    Screen.doOnWindow(() -> window.window().desk().saveByItself());

    assertTrue(Files.readString(file).endsWith("# by somebody else\n"));
  }

  @Test
  void aClosedFileIsOpenedAgain() throws Exception {
    Path file = settings.resolve("flow.yaml");
    Files.writeString(file, Example.DIAMOND.text().toString());
    window = WholeWindow.open(settings);
    open(file);
    window.choose("close");
    assertEquals(List.of(), window.fileNames());

    window.choose("reopen");

    window.await("it is open", () -> window.fileNames().equals(List.of("flow.yaml")));
  }

  private void open(Path file) throws InterruptedException {
    Screen.doOnWindow(() -> window.window().desk().open(file));
    window.await("it is open", () -> window.fileNames().contains("flow.yaml"));
  }

  private void addTask() {
    Screen.doOnWindow(
        () -> {
          var editor = window.file().editor();
          editor.apply(
              new AddTaskOfKind(
                  editor.scope().orElseThrow(),
                  NodeKind.CONTAINER,
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  List.of()));
        });
  }

  private void undoAll() {
    Screen.doOnWindow(
        () -> {
          var editor = window.file().editor();
          while (editor.undoable().getValue().isPresent()) {
            editor.undo();
          }
        });
  }

  private String text() {
    return Screen.onWindow(() -> window.file().editor().state().get().text().toString());
  }

  private void awaitDraft(int wanted) throws InterruptedException {
    window.await("there are " + wanted + " drafts", () -> drafts().size() == wanted);
  }

  /** As if the program were gone: its drafts bear the number of a process that has ended. */
  private void crash() throws IOException, InterruptedException {
    Path own = Objects.requireNonNull(drafts().getFirst().getParent());
    Process ended =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    ended.waitFor();
    left = Optional.of(Files.move(own, own.resolveSibling(ended.pid() + "-1")));
    window.close();
  }

  private Path left() {
    return left.orElseThrow();
  }

  private List<Path> drafts() {
    Path all = settings.resolve("drafts");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(all)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    } catch (IOException _) {
      return List.of();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Language;
import tiphys.app.runs.Answers;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.TiphysWindow;
import tiphys.model.graph.NodeId;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.TaskState;

/** A window with one file in it, whose runs are started and looked at. */
@SuppressWarnings("NullAway.Init") // the window is opened by each test
abstract class RunsInWindow {
  @TempDir Path folder;
  final Answers answers = new Answers();
  Wiring wiring;
  TiphysWindow window;
  Settings settings;
  Screen screen;
  Stage stage;

  @AfterEach
  void close() {
    if (stage != null) {
      Screen.doOnWindow(
          () -> {
            stage.hide();
            wiring.stop();
          });
    }
  }

  /** Opens a file; what is asked is answered by {@link #answers}. */
  final void open(String text, Consumer<Settings> chosen) throws Exception {
    open(text, chosen, () -> wiring.window(stage, new NoFileQuestions(), answers));
  }

  /** Opens a file; what is asked is asked in dialogs. */
  final void openWithDialogs(String text, Consumer<Settings> chosen) throws Exception {
    open(text, chosen, () -> wiring.window(stage));
  }

  private void open(String text, Consumer<Settings> chosen, Supplier<TiphysWindow> made)
      throws Exception {
    Path path = Files.writeString(folder.resolve("flow.yaml"), text);
    settings = Settings.in(Files.createDirectories(folder.resolve("config")));
    FxToolkit.registerPrimaryStage();
    Screen.doOnWindow(
        () -> {
          stage = new Stage();
          settings.theme().set(ThemeChoice.LIGHT);
          settings.language().set(Optional.of(Language.ENGLISH));
          chosen.accept(settings);
          wiring = new Wiring(settings);
          window = made.get();
          window.show();
          window.desk().open(path);
        });
    screen = Screen.of(stage);
    await("the file is open", () -> window.desk().files().shown().get().isPresent());
    screen.settle();
  }

  final void press(String button) {
    Button found = screen.find(button, Button.class);
    Screen.doOnWindow(found::fire);
  }

  /** Chooses a card, or none. */
  final void choose(String... tasks) {
    Screen.doOnWindow(
        () ->
            file()
                .editor()
                .select(tasks.length == 0 ? Selection.NONE : Selection.of(new NodeId(tasks[0]))));
    screen.settle();
  }

  final OpenFile file() {
    return window.desk().files().shown().get().orElseThrow();
  }

  /** What the run has made of a task; absent before there is a run or anything of it. */
  final Optional<TaskState> state(String task) {
    return Screen.onWindow(
        () -> {
          Editor editor = file().editor();
          Map<NodeId, TaskState> states =
              editor
                  .overlay()
                  .get()
                  .map(run -> RunOverlay.of(run).states(editor.scope().orElseThrow()))
                  .orElse(Map.of());
          return Optional.ofNullable(states.get(new NodeId(task)));
        });
  }

  final Optional<NodePhase> phase(String task) {
    return state(task).flatMap(TaskState::phase);
  }

  final String stateText() {
    return text("#run-state");
  }

  /** Of a label or a button; empty where there is none. */
  final String text(String selector) {
    return Screen.onWindow(() -> found(selector) instanceof Labeled label ? label.getText() : "");
  }

  /** Of a field; empty where there is none. */
  final String value(String selector) {
    return Screen.onWindow(
        () -> found(selector) instanceof TextInputControl field ? field.getText() : "");
  }

  final boolean has(String selector) {
    return Screen.onWindow(() -> found(selector) != null);
  }

  private @Nullable Node found(String selector) {
    return stage.getScene().getRoot().lookup(selector);
  }

  /** What the list of nodes or of lines has now; empty before it is there. */
  final List<?> items(String selector) {
    return Screen.onWindow(
        () ->
            found(selector) instanceof ListView<?> list ? List.copyOf(list.getItems()) : List.of());
  }

  final List<?> logLines() {
    return items("#run-log");
  }

  /** The entry of a menu, by its words. */
  final MenuItem inMenu(String text) {
    return inMenu(item -> text.equals(item.getText()));
  }

  final MenuItem byId(String id) {
    return inMenu(item -> id.equals(item.getId()));
  }

  private MenuItem inMenu(Predicate<MenuItem> isMeant) {
    return screen.find(".menu-bar", MenuBar.class).getMenus().stream()
        .flatMap(RunsInWindow::entries)
        .filter(isMeant)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<MenuItem> entries(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(RunsInWindow::entries)
        : Stream.of(item);
  }

  static void await(String what, BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 1500; i++) {
      if (holds.getAsBoolean()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("did not come: " + what);
  }
}

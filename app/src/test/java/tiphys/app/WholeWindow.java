// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import tiphys.app.canvas.OnCanvas;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.FolderRename;
import tiphys.app.files.LineDifference;
import tiphys.app.files.OpenFile;
import tiphys.app.files.ScriptChoice;
import tiphys.app.message.Language;
import tiphys.app.runs.RunChoices;
import tiphys.app.runs.RunQuestions;
import tiphys.app.screen.Broken;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.TiphysWindow;
import tiphys.exporter.local.EngineChoice;

/** The whole window, worked by hand; its questions are answered beforehand, in order. */
final class WholeWindow {
  private static final int PATIENCE = 300;

  private final Wiring wiring;
  private final TiphysWindow window;
  private final Screen screen;
  private final Answers answers;

  private WholeWindow(Wiring wiring, TiphysWindow window, Screen screen, Answers answers) {
    this.wiring = wiring;
    this.window = window;
    this.screen = screen;
    this.answers = answers;
  }

  static WholeWindow open(Path settingsFolder) throws TimeoutException {
    return open(settingsFolder, System.getenv());
  }

  static WholeWindow open(Path settingsFolder, Map<String, String> environment)
      throws TimeoutException {
    return open(settingsFolder, environment, new tiphys.app.runs.Answers());
  }

  static WholeWindow open(
      Path settingsFolder, Map<String, String> environment, RunQuestions runQuestions)
      throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    Answers answers = new Answers();
    Stage[] stage = new Stage[1];
    Wiring[] wiring = new Wiring[1];
    TiphysWindow window =
        Screen.onWindow(
            () -> {
              Settings settings = Settings.in(settingsFolder);
              settings.put("frame.width", "1000");
              settings.put("frame.height", "760");
              settings.theme().set(ThemeChoice.LIGHT);
              settings.tellsOfRuns().set(false);
              settings.language().set(Optional.of(Language.ENGLISH));
              stage[0] = new Stage();
              new RunChoices(settings).engine().set(EngineChoice.PROCESS);
              wiring[0] = new Wiring(settings, environment);
              TiphysWindow made = wiring[0].window(stage[0], answers, runQuestions);
              made.show();
              return made;
            });
    return new WholeWindow(wiring[0], window, Screen.of(stage[0]), answers);
  }

  void close() {
    Screen.doOnWindow(
        () -> {
          screen.stage().close();
          wiring.stop();
        });
    Broken.isNothing();
  }

  Screen screen() {
    return screen;
  }

  /** What the next question for a path is answered with. */
  void willAnswer(Path path) {
    answers.paths.add(path);
  }

  /** Scripts are run from now on, by this Python; before, the question for it is answered no. */
  void willRunScripts(Path python) {
    answers.python = Optional.of(python);
  }

  /** The scripts that were asked about, each with whether it was asked again. */
  List<String> scripts() {
    return List.copyOf(answers.scripts);
  }

  /** The renames that were asked about; the answer was yes. */
  List<FolderRename> renames() {
    return List.copyOf(answers.renames);
  }

  /** The differences that were shown; the other program's text was taken. */
  List<List<LineDifference.Row>> differences() {
    return List.copyOf(answers.differences);
  }

  /** Whoever asks about unsaved files from now on is told that they stay open. */
  void willKeepUnsaved() {
    answers.keepsUnsaved = true;
  }

  /** The files that were asked about last. */
  List<String> askedUnsaved() {
    return answers.unsaved;
  }

  TiphysWindow window() {
    return window;
  }

  private static Stream<MenuItem> items(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(WholeWindow::items)
        : Stream.of(item);
  }

  /** Chooses an entry of a menu, which must be enabled. */
  void choose(String action) {
    MenuBar bar = screen.find(".menu-bar", MenuBar.class);
    Screen.doOnWindow(
        () -> {
          MenuItem item =
              bar.getMenus().stream()
                  .flatMap(WholeWindow::items)
                  .filter(entry -> ("action-" + action).equals(entry.getId()))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError("no menu has " + action));
          if (item.isDisable()) {
            fail(action + " is greyed");
          }
          item.fire();
        });
    screen.settle();
  }

  /** Exports what is shown, and waits for the file. */
  void export(String form, Path target) throws InterruptedException {
    willAnswer(target);
    choose("export-" + form);
    await("the export", () -> Screen.onWindow(answers.paths::isEmpty));
  }

  OpenFile file() {
    return Screen.onWindow(() -> shown().orElseThrow());
  }

  /** The file whose tab is shown; asked on the window's thread. */
  Optional<OpenFile> shown() {
    return window.desk().files().shown().get();
  }

  List<String> fileNames() {
    return Screen.onWindow(
        () -> window.desk().files().list().stream().map(OpenFile::name).toList());
  }

  OnCanvas canvas() {
    return OnCanvas.in(screen, file().editor(), ThemeChoice.LIGHT);
  }

  /** Over everything; places are the scene's. */
  Hand hand() {
    return new Hand(screen, screen.scene().getRoot());
  }

  /** Drags an entry of the palette to a place of the canvas. */
  void dragFromPalette(String kind, double x, double y) {
    Point2D from = middle(screen.find("#palette-" + kind, Node.class));
    Point2D to = Screen.onWindow(() -> canvasNode().localToScene(x, y));
    hand().drag(from.getX(), from.getY(), to.getX(), to.getY());
  }

  /** Gives the chosen card a name, where it stands. */
  void rename(String name) {
    choose("rename");
    new Hand(screen, screen.scene().getRoot())
        .writeInto(screen.find(".rename .text-field", TextInputControl.class), name);
    hand().type(KeyCode.ENTER);
  }

  /** Writes into a field of the inspector and goes on with Enter. */
  void fill(String path, String text) throws InterruptedException {
    // like a person, who writes when the caret is there: a form that was just made takes no keys
    await("the caret in " + path, () -> hasCaret(path));
    hand().writeInto(field(path), text);
    hand().type(KeyCode.ENTER);
  }

  private boolean hasCaret(String path) {
    TextInputControl field = field(path);
    Screen.doOnWindow(field::requestFocus);
    return Screen.onWindow(field::isFocused);
  }

  /** Clicks on a tab of the inspector. */
  void showInspectorPage(int number) {
    List<Node> tabs =
        Screen.onWindow(
            () ->
                List.copyOf(
                    screen.scene().getRoot().lookupAll(".inspector-tabs .headers-region .tab")));
    Point2D at = middle(tabs.get(number));
    hand().click(at.getX(), at.getY());
  }

  void press(String button) {
    Button found = screen.find(button, Button.class);
    Screen.doOnWindow(found::fire);
  }

  String notice() {
    return Screen.onWindow(
        () ->
            screen.scene().getRoot().lookupAll("#notice .label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining()));
  }

  /** Waits for something that comes from elsewhere; it is looked for on the test's thread. */
  void await(String what, BooleanSupplier isThere) throws InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      if (isThere.getAsBoolean()) {
        screen.settle();
        return;
      }
      Thread.sleep(20);
    }
    fail(what + " did not come");
  }

  private TextInputControl field(String path) {
    return Screen.onWindow(
        () ->
            screen.scene().getRoot().lookupAll(".inspector .text-input").stream()
                .filter(node -> node.getId() != null && node.getId().endsWith("." + path))
                .map(TextInputControl.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + path)));
  }

  private Node canvasNode() {
    return screen.scene().getRoot().lookup(".canvas");
  }

  private static Point2D middle(Node node) {
    return Screen.onWindow(
        () -> {
          Bounds bounds = node.localToScene(node.getBoundsInLocal());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  private static final class Answers implements FileQuestions {
    private final Deque<Path> paths = new ArrayDeque<>();
    private final List<FolderRename> renames = new ArrayList<>();
    private List<String> unsaved = List.of();
    private boolean keepsUnsaved;
    private final List<List<LineDifference.Row>> differences = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private Optional<Path> python = Optional.empty();

    @Override
    public Optional<ScriptChoice> mayRun(ScriptChoice offered, boolean isAgain) {
      scripts.add(offered.script().getFileName() + (isAgain ? " again" : ""));
      return python.map(
          program -> new ScriptChoice(offered.script(), program.toString(), offered.variables()));
    }

    @Override
    public List<Path> toOpen(Path folder) {
      return List.of(paths.remove());
    }

    @Override
    public Optional<Path> toSaveTo(Path folder, String name) {
      return Optional.of(paths.remove());
    }

    @Override
    public Optional<Path> toExportTo(Path folder, String name) {
      return Optional.of(paths.remove());
    }

    @Override
    public Optional<Path> folderToOpen(Path folder) {
      return Optional.of(paths.remove());
    }

    @Override
    public Optional<Set<Path>> leftOutOfRename(FolderRename rename) {
      renames.add(rename);
      return Optional.of(Set.of());
    }

    @Override
    public boolean takesTheirs(OpenFile file, List<LineDifference.Row> lines) {
      differences.add(lines);
      return true;
    }

    @Override
    public Unsaved unsaved(List<OpenFile> files) {
      if (!keepsUnsaved) {
        throw new AssertionError("nothing is unsaved here");
      }
      unsaved = files.stream().map(OpenFile::name).toList();
      return Unsaved.CANCEL;
    }

    @Override
    public boolean replaceChanged(OpenFile file) {
      throw new AssertionError("nobody else writes here");
    }
  }
}

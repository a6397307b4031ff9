// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import tiphys.app.concurrent.Background;
import tiphys.app.files.FileDesk;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;
import tiphys.app.files.OpenFiles;
import tiphys.app.keys.Bindable;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;
import tiphys.app.settings.Settings;
import tiphys.app.theme.Theme;

/**
 * The program's window. Its contents are made anew when the language changes; the files, with their
 * undo, stay.
 */
public final class TiphysWindow {
  static final String STYLE =
      Objects.requireNonNull(TiphysWindow.class.getResource("window.css")).toExternalForm();
  private static final String WIDTH = "frame.width";
  private static final String HEIGHT = "frame.height";
  private static final String MAXIMIZED = "frame.maximized";

  private final Stage stage;
  private final Settings settings;
  private final Theme theme;
  private final Background background;
  private final Features features;
  private final ObjectProperty<Optional<Notice>> notice =
      new SimpleObjectProperty<>(Optional.empty());
  private final OpenFiles files = new OpenFiles();
  private final FileDesk desk;
  private final Exporting exporting;
  private final HelpPages help;
  private final Map<OpenFile, FilePage> pages = new HashMap<>();
  private Messages messages;

  /** What fills the window, and what is beside it. */
  public interface Features {
    /** Everything that is shown of a file. */
    FileViews views(OpenFile file, FileDesk desk, Messages messages);

    /** What keys do in the parts of the window, and that can be given others. */
    List<Bindable> bindables(Messages messages);

    /** Opens another window of the program, with nothing in it. */
    void newWindow();

    /** How the connections to clusters do, for the foot of the window. */
    Node connectionLight(Messages messages);

    /** Opens the connections to clusters. */
    void showConnections(Messages messages);

    /** Moves a file to a window of its own. */
    void detach(OpenFile file);

    /** A tab was let go of somewhere on the screen. */
    void drop(OpenFile file, Point2D onScreen);

    /** Moves a file to the window that it came from, or to another one. */
    void bringBack(OpenFile file);

    ObservableValue<Boolean> hasOtherWindows();

    /** A file was closed: what stands beside the window about it closes too. */
    void closed(OpenFile file);

    /** Shows what a file differs in from its last commit. */
    void compare(OpenFile file, Messages messages);

    /** Shows what a file differs in from another one, which is asked for. */
    void compareWithFile(OpenFile file, Messages messages);

    /** Opens the templates and cron workflows that clusters keep. */
    void showTemplates(FileDesk desk, Messages messages);

    /** Some examples in a row, as many as there is room for. */
    Node exampleCards(FileDesk desk, Messages messages);

    /** Opens the examples; the one that is wanted is opened by the desk. */
    void showGallery(FileDesk desk, Messages messages);
  }

  /** What can be read about the program, in a language. */
  public interface HelpPages {
    /** Shows a page; the first one where there is none of that name. */
    void page(String key, Messages messages, List<Shortcut> ofWindow);

    /** Shows every key of the program. */
    void shortcuts(Messages messages, List<Shortcut> ofWindow);

    void about(Messages messages);
  }

  /** Makes the contents; {@link #show} opens it. */
  public TiphysWindow(
      Stage stage,
      Settings settings,
      Theme theme,
      Background background,
      Features features,
      Exporter exporter,
      FileQuestions questions,
      HelpPages help) {
    this.stage = stage;
    this.settings = settings;
    this.theme = theme;
    this.background = background;
    this.features = features;
    this.help = help;
    this.messages = settings.messages();
    this.exporting =
        new Exporting(exporter, questions, background, told -> notice.set(Optional.of(told)));
    this.desk =
        new FileDesk(
            files,
            settings,
            background,
            questions,
            problem -> notice.set(Optional.of(Notice.of(problem))));
    setUpStage();
    files.list().addListener((ListChangeListener<OpenFile>) this::forget);
    settings.language().subscribe((_, _) -> rebuild());
    settings.keys().changes().subscribe((_, _) -> rebuild());
    desk.foldersOpened().subscribe((_, _) -> page().ifPresent(page -> page.focusPanel("folder")));
  }

  /** Opens the window; an empty workflow is there to draw in where no file is. */
  public void show() {
    stage.show();
  }

  /** Shows what was not saved when the program ended without being asked. */
  public void recover() {
    List<String> back = new ArrayList<>();
    desk.recover(
        name -> {
          back.add(name);
          notice.set(
              Optional.of(
                  new Notice.Warned("window.notice.recovered", List.of(String.join(", ", back)))));
        });
  }

  public FileDesk desk() {
    return desk;
  }

  /** What the window tells; set it to tell something. */
  public ObjectProperty<Optional<Notice>> notice() {
    return notice;
  }

  Messages messages() {
    return messages;
  }

  Background background() {
    return background;
  }

  Settings settings() {
    return settings;
  }

  Exporting exporting() {
    return exporting;
  }

  Features features() {
    return features;
  }

  HelpPages help() {
    return help;
  }

  /** The page of the file that is shown, made when it is first asked for. */
  Optional<FilePage> page() {
    return files
        .shown()
        .get()
        .map(
            file ->
                pages.computeIfAbsent(
                    file,
                    made -> new FilePage(made, features.views(made, desk, messages), messages)));
  }

  /** Asks about unsaved changes and closes. */
  void quit() {
    if (desk.mayQuit()) {
      rememberSize();
      stage.close();
    }
  }

  /** Beside this window, where it stays while keys are changed. */
  void changeKeys(Parent view) {
    Stage aside = new Stage();
    aside.initOwner(stage);
    Scene scene = new Scene(view, 640, 560);
    scene.getStylesheets().add(STYLE);
    theme.dress(scene);
    aside.setScene(scene);
    aside.setTitle(messages.text("window.action.change-keys"));
    aside.show();
  }

  private void setUpStage() {
    Scene scene =
        new Scene(new StackPane(), number(WIDTH).orElse(1440.0), number(HEIGHT).orElse(900.0));
    scene.getStylesheets().add(STYLE);
    theme.dress(scene);
    stage.setScene(scene);
    stage.setMinWidth(720);
    stage.setMinHeight(480);
    stage.setMaximized(settings.value(MAXIMIZED).isPresent());
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          quit();
        });
    stage.focusedProperty().subscribe((_, isFocused) -> follow(isFocused));
    scene.setOnDragOver(TiphysWindow::welcome);
    scene.setOnDragDropped(this::takeDropped);
    rebuild();
    stage
        .titleProperty()
        .bind(
            StatusBar.ofShown(
                files.shown(),
                file -> file.path().map(_ -> messages.text("window.title-of", file.name())),
                messages.text("window.title")));
  }

  /** Who comes back from another program may have changed files there, or wants to find them. */
  private void follow(boolean isFocused) {
    if (isFocused) {
      desk.readAgain();
    } else if (settings.savesByItself().get()) {
      desk.saveByItself();
    }
  }

  private void forget(ListChangeListener.Change<? extends OpenFile> change) {
    pages.keySet().retainAll(files.list());
    while (change.next()) {
      change.getRemoved().forEach(features::closed);
    }
  }

  private void rebuild() {
    messages = settings.messages();
    pages.clear();
    stage.getScene().setRoot(new WindowContent(this));
  }

  private static void welcome(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void takeDropped(DragEvent event) {
    Dragboard dragged = event.getDragboard();
    if (dragged.hasFiles()) {
      List.copyOf(dragged.getFiles()).forEach(file -> desk.open(file.toPath()));
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private void rememberSize() {
    settings.put(MAXIMIZED, stage.isMaximized() ? "yes" : "");
    if (!stage.isMaximized()) {
      settings.put(WIDTH, Long.toString(Math.round(stage.getScene().getWidth())));
      settings.put(HEIGHT, Long.toString(Math.round(stage.getScene().getHeight())));
    }
  }

  private Optional<Double> number(String key) {
    try {
      return settings.value(key).map(Double::valueOf).filter(n -> n >= 400 && n <= 16_000);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}

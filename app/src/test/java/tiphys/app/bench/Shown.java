// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import tiphys.app.Wiring;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.canvas.CanvasView;
import tiphys.app.canvas.CanvasViewModel;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.settings.ConfigFolder;
import tiphys.app.theme.Theme;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.TiphysWindow;
import tiphys.model.diagram.Diagram;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** A large workflow on the screen. */
record Shown(Editor editor, CanvasViewModel model) {
  private static final double WIDTH = 1400;
  private static final double HEIGHT = 900;

  /**
   * Once the window's thread is started: nothing but the canvas, over the whole of a window: more
   * to paint than the program has.
   */
  static Shown canvas(SourceText text) {
    List.copyOf(Window.on(() -> List.copyOf(javafx.stage.Window.getWindows())))
        .forEach(old -> Window.run(old::hide));
    Editor editor = Window.on(() -> new Editor(Diagram.open(text, Positions.NONE)));
    Background background = new Background(Executors.newCachedThreadPool(), Platform::runLater);
    CanvasViewModel model = Window.on(() -> new CanvasViewModel(editor, background));
    Window.frame(
        () -> {
          Theme theme = new Theme(new SimpleObjectProperty<>(ThemeChoice.LIGHT));
          CanvasView view = new CanvasView(model, Messages.in(Language.ENGLISH), theme.look());
          Scene scene = new Scene(new StackPane(view), WIDTH, HEIGHT);
          theme.dress(scene);
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.show();
        },
        () -> !CanvasBench.isEmpty(model));
    return new Shown(editor, model);
  }

  /** The program's window as it starts, alone, with settings that are nobody's. */
  static TiphysWindow program() {
    List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide);
    System.setProperty(ConfigFolder.OVERRIDE, temporary("tiphys-bench").toString());
    TiphysWindow window = new Wiring().window(new Stage());
    window.desk().create();
    window.show();
    return window;
  }

  /** Opens a file in the program; the frame goes from the wish to the picture of the tasks. */
  static Window.Frame open(TiphysWindow window, int tasks) {
    Path file = temporary("tiphys-bench").resolve(tasks + "-tasks.yaml");
    try {
      Files.writeString(file, LargeWorkflow.of(tasks).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Window.frame(
        () -> window.desk().open(file),
        () ->
            window.desk().files().at(file).isPresent()
                && CanvasBench.modelIn(scene()).map(CanvasBench::nodes).orElse(0) == tasks);
  }

  /** What the program shows. */
  static Shown of(TiphysWindow window) {
    return Window.on(
        () ->
            new Shown(
                window.desk().files().shown().get().orElseThrow().editor(),
                CanvasBench.modelIn(scene()).orElseThrow()));
  }

  static Scene scene() {
    return javafx.stage.Window.getWindows().getFirst().getScene();
  }

  private static Path temporary(String name) {
    try {
      Path folder = Files.createTempDirectory(name);
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

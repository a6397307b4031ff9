// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import tiphys.app.canvas.CanvasView;
import tiphys.app.canvas.CanvasViewModel;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.export.FileExports;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;
import tiphys.app.problems.ProblemsView;
import tiphys.app.settings.ConfigFolder;
import tiphys.app.settings.Settings;
import tiphys.app.source.SourceView;
import tiphys.app.theme.Theme;
import tiphys.app.window.CanvasTools;
import tiphys.app.window.Exporter;
import tiphys.app.window.FileViews;
import tiphys.app.window.Panel;
import tiphys.app.window.RunTools;
import tiphys.app.window.TiphysWindow;
import tiphys.model.problem.Outcome;
import tiphys.model.text.TextRange;

/** Puts the features together; the only place that knows them all. */
public final class Wiring {
  private final ExecutorService worker =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("worker-", 1).factory());
  private final Background background = new Background(worker, Platform::runLater);
  private final Settings settings;
  private final Theme theme;

  /** With the settings of the user who runs the program. Made on the window's thread. */
  public Wiring() {
    this(Settings.in(ConfigFolder.ofUser()));
  }

  Wiring(Settings settings) {
    this.settings = settings;
    this.theme = new Theme(settings.theme());
  }

  /** A window on a stage, with nothing open yet. */
  public TiphysWindow window(Stage stage) {
    return new TiphysWindow(
        stage, settings, theme, background, this::views, exporter(), (_, _, _) -> {});
  }

  /** Ends the work that still goes on in the background. */
  public void stop() {
    worker.shutdownNow();
  }

  private FileViews views(OpenFile file, Messages messages) {
    Editor editor = file.editor();
    ObservableValue<String> count =
        editor
            .state()
            .map(state -> state.problems().size())
            .map(size -> size == 0 ? "" : Integer.toString(size));
    List<Panel> panels =
        List.of(
            Panel.of("source", () -> new SourceView(editor, messages)),
            new Panel(
                "problems",
                () -> new ProblemsView(editor, messages, place -> goTo(editor, place)),
                count));
    CanvasViewModel drawing = new CanvasViewModel(editor, background);
    CanvasView canvas = new CanvasView(drawing, messages, theme.look());
    return new FileViews(
        new Region(),
        canvas,
        new Region(),
        new Region(),
        panels,
        canvasTools(drawing, canvas),
        runTools());
  }

  private static void goTo(Editor editor, TextRange place) {
    editor
        .state()
        .get()
        .locator()
        .at(place.start())
        .ifPresent(
            location -> {
              editor.open(location.scope());
              editor.select(location.node().map(Selection::of).orElse(Selection.NONE));
            });
    editor.reveal(place);
  }

  private static Exporter exporter() {
    return new Exporter() {
      @Override
      public List<String> forms() {
        return FileExports.FORMS;
      }

      @Override
      public Outcome<byte[]> export(OpenFile file, String form) {
        return FileExports.of(file.editor(), form);
      }
    };
  }

  private static CanvasTools canvasTools(CanvasViewModel drawing, CanvasView canvas) {
    return new CanvasTools() {
      @Override
      public void zoomIn() {
        drawing.zoomIn();
      }

      @Override
      public void zoomOut() {
        drawing.zoomOut();
      }

      @Override
      public void actualSize() {
        drawing.zoomTo(1);
      }

      @Override
      public void fit() {
        drawing.fit();
      }

      @Override
      public void rename() {
        canvas.renameChosen();
      }

      @Override
      public void focus() {
        canvas.requestFocus();
      }
    };
  }

  private static RunTools runTools() {
    return new RunTools() {
      @Override
      public ObservableValue<Boolean> isRunning() {
        return new SimpleObjectProperty<>(false);
      }

      @Override
      public void start() {}

      @Override
      public void stop() {}

      @Override
      public void clear() {}
    };
  }
}

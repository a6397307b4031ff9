// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import tiphys.app.canvas.CanvasKeys;
import tiphys.app.canvas.CanvasView;
import tiphys.app.canvas.CanvasViewModel;
import tiphys.app.concurrent.Background;
import tiphys.app.connections.ConnectionDesk;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Editor;
import tiphys.app.export.FileExports;
import tiphys.app.files.FileDesk;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;
import tiphys.app.folder.FolderView;
import tiphys.app.functions.FunctionsView;
import tiphys.app.hera.HeraView;
import tiphys.app.history.HistoryView;
import tiphys.app.inspector.InspectorView;
import tiphys.app.message.Messages;
import tiphys.app.outline.OutlineView;
import tiphys.app.palette.DropTarget;
import tiphys.app.palette.PaletteView;
import tiphys.app.problems.ProblemsView;
import tiphys.app.runs.NodeActs;
import tiphys.app.runs.RunBar;
import tiphys.app.runs.RunControl;
import tiphys.app.runs.RunPanel;
import tiphys.app.settings.Settings;
import tiphys.app.source.SourceView;
import tiphys.app.theme.Theme;
import tiphys.app.timeline.TimelineView;
import tiphys.app.variables.VariablesView;
import tiphys.app.window.CanvasTools;
import tiphys.app.window.FileViews;
import tiphys.app.window.Panel;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunPreview;
import tiphys.model.graph.NodeKind;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Resource;

/**
 * What the window shows of one file, put together; with {@link Wiring} the only place that knows
 * the features.
 */
record FileParts(
    OpenFile file,
    FileDesk desk,
    FileRuns fileRuns,
    FileQuestions questions,
    Messages messages,
    Program program) {
  /** What all files have in common. @param remote for what waits for other computers */
  record Program(
      Settings settings,
      Theme theme,
      Background background,
      Background remote,
      ConnectionDesk connections) {}

  private FolderView folder() {
    return new FolderView(
        file.path(),
        desk.folders()::around,
        new FolderView.Opening() {
          @Override
          public void open(Path path, OptionalInt resource) {
            resource.ifPresentOrElse(number -> desk.open(path, number), () -> desk.open(path));
          }

          @Override
          public void chooseFolder() {
            desk.askAndOpenFolder();
          }
        },
        messages);
  }

  private FunctionsView functions(Editor editor) {
    FunctionsView.Means needed =
        new FunctionsView.Means() {
          @Override
          public Optional<Path> file() {
            return file.path().get();
          }

          @Override
          public EngineChoice engine() {
            return fileRuns.means().choices().engine().get();
          }

          @Override
          public boolean agrees(RunPreview preview) {
            return fileRuns.means().questions().agrees(preview);
          }
        };
    return new FunctionsView(editor, needed, program.remote(), messages);
  }

  FileViews views() {
    Editor editor = file.editor();
    ObservableValue<String> count =
        editor
            .state()
            .map(state -> state.problems().size())
            .map(size -> size == 0 ? "" : Integer.toString(size));
    CanvasViewModel model = new CanvasViewModel(editor, program.background());
    model.showsData().bindBidirectional(program.settings().showsData());
    model.glides().bind(program.settings().moves());
    CanvasView canvas =
        new CanvasView(
            model, messages, program.theme().look(), new CanvasKeys(program.settings().keys()));
    RunControl runs = fileRuns.of(file);
    canvas.offer(new NodeActs(editor, runs, messages)::ofCard);
    canvas.onDetails(runs::showDetails);
    Memo<SourceView> source =
        new Memo<>(() -> new SourceView(editor, messages, program.settings().keys()));
    List<Panel> panels =
        List.of(
            Panel.of("source", source::get),
            Panel.of(
                "hera",
                () ->
                    new HeraView(
                        editor,
                        messages,
                        program.background(),
                        place -> goTo(editor, place),
                        () ->
                            questions.toExportTo(
                                file.folder(), FileExports.fileName(file.name(), "hera")))),
            new Panel(
                "problems",
                () -> new ProblemsView(editor, messages, place -> goTo(editor, place)),
                count),
            Panel.of("outline", () -> new OutlineView(editor, messages)),
            Panel.of(
                "variables",
                () ->
                    new VariablesView(
                        editor, messages, program.background(), place -> goTo(editor, place))),
            Panel.of("run", () -> new RunPanel(editor, runs, program.background(), messages)),
            Panel.of(
                "timeline",
                () ->
                    new TimelineView(
                        editor,
                        program.theme().look(),
                        runs::showDetails,
                        program.background(),
                        Instant::now,
                        messages)),
            Panel.of(
                "history",
                () ->
                    new HistoryView(
                        new OpenedRuns(
                            file, desk, fileRuns, program.connections(), program.background()),
                        () -> shownResource(editor),
                        program.remote(),
                        messages)),
            Panel.of("functions", () -> functions(editor)),
            Panel.of("folder", () -> folder()));
    return new FileViews(
        new PaletteView(dropTarget(canvas), messages),
        canvas,
        new InspectorView(editor, messages),
        new RunBar(runs, fileRuns.means(), messages),
        panels,
        canvasTools(canvas, model),
        tool -> source.get().use(tool),
        fileRuns.tools(file));
  }

  private static Optional<Resource> shownResource(Editor editor) {
    List<Resource> all = editor.state().get().workflow().resources();
    return editor
        .scope()
        .filter(scope -> scope.resource() < all.size())
        .map(scope -> all.get(scope.resource()));
  }

  /** Makes a thing when it is first asked for. */
  private static final class Memo<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    Memo(Supplier<T> making) {
      this.making = making;
    }

    T get() {
      T known = made == null ? making.get() : made;
      made = known;
      return known;
    }
  }

  private static DropTarget dropTarget(CanvasView canvas) {
    return new DropTarget() {
      @Override
      public void add(NodeKind kind) {
        canvas.add(kind);
      }

      @Override
      public void offerTemplates() {
        canvas.offerToAdd();
      }

      @Override
      public void carry(NodeKind kind, Point2D inScene) {
        canvas.carry(kind, inScene);
      }

      @Override
      public void drop() {
        canvas.drop();
      }

      @Override
      public void cancelCarry() {
        canvas.cancelCarry();
      }
    };
  }

  private static void goTo(Editor editor, TextRange place) {
    editor.selectAt(place.start());
    editor.reveal(place);
  }

  private static CanvasTools canvasTools(CanvasView canvas, CanvasViewModel model) {
    return new CanvasTools() {
      @Override
      public void zoomIn() {
        model.zoomIn();
      }

      @Override
      public void zoomOut() {
        model.zoomOut();
      }

      @Override
      public void actualSize() {
        model.zoomTo(1);
      }

      @Override
      public void fit() {
        model.fit();
      }

      @Override
      public void fitChosen() {
        model.fitChosen();
      }

      @Override
      public void layOut() {
        model.layOut();
      }

      @Override
      public void turn() {
        model.turn();
      }

      @Override
      public void rename() {
        canvas.renameChosen();
      }

      @Override
      public void use(EditTool tool) {
        canvas.use(tool);
      }

      @Override
      public void focus() {
        canvas.requestFocus();
      }

      @Override
      public Runnable keep() {
        return model.keep();
      }
    };
  }
}

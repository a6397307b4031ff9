// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import tiphys.app.canvas.CanvasShortcuts;
import tiphys.app.canvas.CanvasView;
import tiphys.app.canvas.CanvasViewModel;
import tiphys.app.concurrent.Background;
import tiphys.app.connections.ConnectionDesk;
import tiphys.app.connections.ConnectionLight;
import tiphys.app.connections.ConnectionsWindow;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Editor;
import tiphys.app.export.FileExports;
import tiphys.app.files.FileDesk;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;
import tiphys.app.folder.FolderView;
import tiphys.app.help.HelpDesk;
import tiphys.app.history.HistoryView;
import tiphys.app.inspector.InspectorView;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;
import tiphys.app.notification.DesktopNotices;
import tiphys.app.outline.OutlineView;
import tiphys.app.palette.DropTarget;
import tiphys.app.palette.PaletteView;
import tiphys.app.problems.ProblemsView;
import tiphys.app.runs.Destinations;
import tiphys.app.runs.RunBar;
import tiphys.app.runs.RunChoices;
import tiphys.app.runs.RunControl;
import tiphys.app.runs.RunDialogs;
import tiphys.app.runs.RunPanel;
import tiphys.app.runs.RunQuestions;
import tiphys.app.settings.ConfigFolder;
import tiphys.app.settings.Settings;
import tiphys.app.source.SourceShortcuts;
import tiphys.app.source.SourceView;
import tiphys.app.stored.StoredWindow;
import tiphys.app.theme.Theme;
import tiphys.app.timeline.TimelineView;
import tiphys.app.variables.VariablesView;
import tiphys.app.window.CanvasTools;
import tiphys.app.window.Exporter;
import tiphys.app.window.FileDialogs;
import tiphys.app.window.FileViews;
import tiphys.app.window.Panel;
import tiphys.app.window.TiphysWindow;
import tiphys.app.window.TiphysWindow.Features;
import tiphys.app.window.TiphysWindow.HelpPages;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.model.graph.NodeKind;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Resource;

/** Puts the features together; the only place that knows them all. */
public final class Wiring {
  private final ExecutorService worker =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("worker-", 1).factory());
  private final Background background = new Background(worker, this::onWindow);

  /** For what waits for other computers: it must not keep those two from their work. */
  private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

  private final Background remote = new Background(waiting, this::onWindow);
  private boolean isStopped;
  private final Settings settings;
  private final Theme theme;
  private final RunChoices choices;
  private final ConnectionDesk connections;
  private final DesktopNotices notices;

  /** With the settings of the user who runs the program. Made on the window's thread. */
  public Wiring() {
    this(Settings.in(ConfigFolder.ofUser()), System.getenv());
  }

  Wiring(Settings settings) {
    this(settings, System.getenv());
  }

  Wiring(Settings settings, Map<String, String> environment) {
    this.settings = settings;
    this.theme = new Theme(settings.theme(), settings.distinctColours());
    this.choices = new RunChoices(settings);
    this.connections = new ConnectionDesk(new Clusters(settings.folder(), environment), remote);
    this.notices = new DesktopNotices(environment, remote, theme);
  }

  /** A window on a stage, with nothing open yet. */
  public TiphysWindow window(Stage stage) {
    return window(
        stage,
        new FileDialogs(stage, theme, settings::messages),
        new RunDialogs(stage, theme, remote, settings::messages));
  }

  /** A window whose questions are answered by others than its dialogs. */
  TiphysWindow window(Stage stage, FileQuestions questions, RunQuestions runQuestions) {
    FileRuns runs =
        new FileRuns(
            new RunControl.Means(background, remote, choices, runQuestions, destinations()),
            new RunNotices(stage, settings, notices)::tell);
    HelpDesk help = new HelpDesk(stage, theme);
    TiphysWindow window =
        new TiphysWindow(
            stage,
            settings,
            theme,
            background,
            features(stage, runs, runQuestions),
            exporter(settings),
            questions,
            helpPages(help));
    help.onOpen(example -> window.desk().openText(example.fileName(), example.text()));
    runs.guard(window.desk());
    stage.addEventHandler(
        WindowEvent.WINDOW_HIDDEN,
        _ -> {
          runs.endAll();
          window.desk().stop();
          // what blinks or ticks in a view would hold the whole window for ever
          stage.getScene().setRoot(new Group());
        });
    return window;
  }

  /** The connections, as runs are sent to them. */
  private Destinations destinations() {
    return new Destinations() {
      @Override
      public ObservableList<String> names() {
        return connections.names();
      }

      @Override
      public Outcome<ClusterGateway> open(String name) {
        return connections.open(name);
      }

      @Override
      public void interrupted(String name, Problem why) {
        connections.interrupted(name, why);
      }

      @Override
      public void live(String name) {
        connections.live(name);
      }
    };
  }

  /** What comes when the program has ended its work has nobody to go to. */
  private void onWindow(Runnable action) {
    Platform.runLater(
        () -> {
          if (!isStopped) {
            action.run();
          }
        });
  }

  /**
   * Ends the work that still goes on in the background: what comes of it is dropped. Called on the
   * window's thread.
   */
  public void stop() {
    isStopped = true;
    worker.shutdownNow();
    connections.close();
    waiting.shutdownNow();
  }

  private Features features(Stage stage, FileRuns runs, RunQuestions questions) {
    ConnectionsWindow clusters = new ConnectionsWindow(stage, theme, connections);
    StoredWindow stored = new StoredWindow(stage, theme, remote);
    return new Features() {
      @Override
      public FileViews views(OpenFile file, FileDesk desk, Messages messages) {
        return Wiring.this.views(file, desk, messages, runs);
      }

      @Override
      public void newWindow() {
        TiphysWindow window = window(new Stage());
        window.desk().create();
        window.show();
      }

      @Override
      public Node connectionLight(Messages messages) {
        return new ConnectionLight(connections, messages, () -> clusters.show(messages));
      }

      @Override
      public void showTemplates(FileDesk desk, Messages messages) {
        stored.show(new WindowTemplates(connections, desk, runs, questions, choices), messages);
      }

      @Override
      public void showConnections(Messages messages) {
        clusters.show(messages);
      }
    };
  }

  private static FolderView folder(OpenFile file, FileDesk desk, Messages messages) {
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

  private FileViews views(OpenFile file, FileDesk desk, Messages messages, FileRuns fileRuns) {
    Editor editor = file.editor();
    ObservableValue<String> count =
        editor
            .state()
            .map(state -> state.problems().size())
            .map(size -> size == 0 ? "" : Integer.toString(size));
    CanvasViewModel model = new CanvasViewModel(editor, background);
    model.showsData().bindBidirectional(settings.showsData());
    CanvasView canvas = new CanvasView(model, messages, theme.look());
    RunControl runs = fileRuns.of(file);
    Memo<SourceView> source = new Memo<>(() -> new SourceView(editor, messages));
    List<Panel> panels =
        List.of(
            Panel.of("source", source::get),
            new Panel(
                "problems",
                () -> new ProblemsView(editor, messages, place -> goTo(editor, place)),
                count),
            Panel.of("outline", () -> new OutlineView(editor, messages)),
            Panel.of(
                "variables",
                () ->
                    new VariablesView(editor, messages, background, place -> goTo(editor, place))),
            Panel.of("run", () -> new RunPanel(editor, runs, background, messages)),
            Panel.of(
                "timeline",
                () ->
                    new TimelineView(
                        editor,
                        theme.look(),
                        runs::showDetails,
                        background,
                        Instant::now,
                        messages)),
            Panel.of(
                "history",
                () ->
                    new HistoryView(
                        new OpenedRuns(file, desk, fileRuns, connections, background),
                        () -> shownResource(editor),
                        remote,
                        messages)),
            Panel.of("folder", () -> folder(file, desk, messages)));
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

  private static Exporter exporter(Settings settings) {
    return new Exporter() {
      @Override
      public List<String> forms() {
        return FileExports.FORMS;
      }

      @Override
      public String ending(String form) {
        return FileExports.ending(form);
      }

      @Override
      public Outcome<byte[]> export(OpenFile file, String form) {
        return FileExports.of(file, form, settings.showsData().get());
      }
    };
  }

  private static HelpPages helpPages(HelpDesk desk) {
    return new HelpPages() {
      @Override
      public void page(String key, Messages messages, List<Shortcut> ofWindow) {
        desk.page(key, messages, ofAll(ofWindow, messages));
      }

      @Override
      public void shortcuts(Messages messages, List<Shortcut> ofWindow) {
        desk.shortcuts(messages, ofAll(ofWindow, messages));
      }

      @Override
      public void about(Messages messages) {
        desk.about(messages);
      }
    };
  }

  private static List<Shortcut> ofAll(List<Shortcut> ofWindow, Messages messages) {
    return Stream.of(CanvasShortcuts.in(messages), SourceShortcuts.in(messages), ofWindow)
        .flatMap(List::stream)
        .toList();
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

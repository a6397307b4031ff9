// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import tiphys.app.canvas.CanvasShortcuts;
import tiphys.app.concurrent.Background;
import tiphys.app.connections.ConnectionDesk;
import tiphys.app.connections.ConnectionLight;
import tiphys.app.connections.ConnectionsWindow;
import tiphys.app.export.FileExports;
import tiphys.app.files.FileDesk;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;
import tiphys.app.help.HelpDesk;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;
import tiphys.app.notification.DesktopNotices;
import tiphys.app.runs.Destinations;
import tiphys.app.runs.RunChoices;
import tiphys.app.runs.RunControl;
import tiphys.app.runs.RunDialogs;
import tiphys.app.runs.RunQuestions;
import tiphys.app.settings.ConfigFolder;
import tiphys.app.settings.Settings;
import tiphys.app.source.SourceShortcuts;
import tiphys.app.stored.StoredWindow;
import tiphys.app.theme.Theme;
import tiphys.app.window.Exporter;
import tiphys.app.window.FileDialogs;
import tiphys.app.window.FileViews;
import tiphys.app.window.TiphysWindow;
import tiphys.app.window.TiphysWindow.Features;
import tiphys.app.window.TiphysWindow.HelpPages;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** Puts the features of the program together; {@link FileParts} does so for one file. */
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
            features(stage, runs, runQuestions, questions, help),
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

  private Features features(
      Stage stage, FileRuns runs, RunQuestions questions, FileQuestions files, HelpDesk help) {
    ConnectionsWindow clusters =
        new ConnectionsWindow(
            stage,
            theme,
            connections,
            messages ->
                help.page(
                    messages.text("connections.explain-at"), messages, ofAll(List.of(), messages)));
    StoredWindow stored = new StoredWindow(stage, theme, remote);
    return new Features() {
      @Override
      public FileViews views(OpenFile file, FileDesk desk, Messages messages) {
        FileParts.Program program =
            new FileParts.Program(settings, theme, background, remote, connections);
        return new FileParts(file, desk, runs, files, messages, program).views();
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

  private static Exporter exporter(Settings settings) {
    return new Exporter() {
      @Override
      public List<String> forms() {
        return FileExports.FORMS;
      }

      @Override
      public String fileName(OpenFile file, String form) {
        return FileExports.fileName(file.name(), form);
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
}

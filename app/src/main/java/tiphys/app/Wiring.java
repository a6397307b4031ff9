// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import tiphys.app.canvas.CanvasKeys;
import tiphys.app.canvas.CanvasShortcuts;
import tiphys.app.concurrent.Background;
import tiphys.app.connections.ConnectionDesk;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;
import tiphys.app.help.HelpDesk;
import tiphys.app.keys.KeyBindings;
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
import tiphys.app.theme.Theme;
import tiphys.app.window.FileDialogs;
import tiphys.app.window.TiphysWindow;
import tiphys.app.window.TiphysWindow.HelpPages;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.local.KeptRuns;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** Puts the features of the program together; {@link FileParts} does so for one file. */
public final class Wiring {
  private final ExecutorService worker =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("worker-", 1).factory());
  private final Background background = new Background(worker, this::onWindow);

  /** For what waits for other computers: it must not keep those two from their work. */
  private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

  private final Background remote = background.waiting(waiting);
  private boolean isStopped;
  private final Settings settings;
  private final Theme theme;
  private final RunChoices choices;
  private final KeptRuns kept;
  private final ConnectionDesk connections;
  private final DesktopNotices notices;
  private final Windows windows = new Windows();

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
    this.kept = new KeptRuns(settings.folder());
    this.connections = new ConnectionDesk(new Clusters(settings.folder(), environment), remote);
    this.notices = new DesktopNotices(environment, remote, theme);
  }

  /** Who asks in the name of a window. */
  private record Asking(Function<Stage, FileQuestions> files, Function<Stage, RunQuestions> runs) {}

  /** A window on a stage, with nothing open yet. */
  public TiphysWindow window(Stage stage) {
    Asking dialogs =
        new Asking(
            over -> new FileDialogs(over, theme, settings::messages),
            over -> new RunDialogs(over, theme, remote, settings::messages));
    return window(stage, dialogs, Optional.empty()).window();
  }

  /** A window whose questions are answered by others than its dialogs. */
  TiphysWindow window(Stage stage, FileQuestions questions, RunQuestions runQuestions) {
    return window(stage, new Asking(_ -> questions, _ -> runQuestions), Optional.empty()).window();
  }

  /**
   * @param origin the window that a tab is taken out of for this one
   */
  private Windows.One window(Stage stage, Asking asking, Optional<Windows.One> origin) {
    HelpDesk help = new HelpDesk(stage, theme);
    WindowFeatures.Asked asked =
        new WindowFeatures.Asked(
            asking.files().apply(stage),
            asking.runs().apply(stage),
            messages ->
                help.page(
                    messages.text("connections.explain-at"),
                    messages,
                    ofAll(List.of(), messages, settings.keys())));
    FileRuns runs =
        new FileRuns(
            new RunControl.Means(background, remote, choices, kept, asked.runs(), destinations()),
            new RunNotices(stage, settings, notices)::tell);
    WindowFeatures features =
        new WindowFeatures(
            stage,
            new FileParts.Program(settings, theme, background, remote, connections),
            runs,
            asked,
            others(stage, asking));
    TiphysWindow window =
        new TiphysWindow(
            stage,
            settings,
            theme,
            background,
            features,
            new FileExporter(settings, theme),
            asked.files(),
            helpPages(help, settings.keys()));
    Windows.One one = new Windows.One(stage, window, runs, origin);
    windows.add(one);
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
    return one;
  }

  private WindowFeatures.Others others(Stage stage, Asking asking) {
    BiFunction<Stage, Windows.One, Windows.One> made =
        (over, from) -> window(over, asking, Optional.of(from));
    return new WindowFeatures.Others() {
      @Override
      public TiphysWindow open() {
        return window(new Stage(), asking, Optional.empty()).window();
      }

      @Override
      public void detach(OpenFile file) {
        windows.on(stage).ifPresent(from -> windows.detach(file, from, made));
      }

      @Override
      public void drop(OpenFile file, Point2D onScreen) {
        windows.on(stage).ifPresent(from -> windows.drop(file, from, onScreen, made));
      }

      @Override
      public void bringBack(OpenFile file) {
        windows.on(stage).ifPresent(from -> windows.bringBack(file, from));
      }

      @Override
      public ObservableValue<Boolean> areThere() {
        return windows.areSeveral();
      }
    };
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

  private static HelpPages helpPages(HelpDesk desk, KeyBindings keys) {
    return new HelpPages() {
      @Override
      public void page(String key, Messages messages, List<Shortcut> ofWindow) {
        desk.page(key, messages, ofAll(ofWindow, messages, keys));
      }

      @Override
      public void shortcuts(Messages messages, List<Shortcut> ofWindow) {
        desk.shortcuts(messages, ofAll(ofWindow, messages, keys));
      }

      @Override
      public void about(Messages messages) {
        desk.about(messages);
      }
    };
  }

  private static List<Shortcut> ofAll(
      List<Shortcut> ofWindow, Messages messages, KeyBindings keys) {
    return Stream.of(
            CanvasShortcuts.in(messages, new CanvasKeys(keys)),
            SourceShortcuts.in(messages, keys),
            ofWindow)
        .flatMap(List::stream)
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.editor.SourceTool;
import tiphys.app.files.Example;
import tiphys.app.files.FileDesk;
import tiphys.app.files.OpenFile;
import tiphys.app.files.OpenFiles;
import tiphys.app.keys.Bindable;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.command.Modernise;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;

/** The table of everything that the window can do, menu by menu. */
final class Actions {
  /** As the command line names them. */
  private static final List<String> ENGINES = List.of("auto", "container", "process", "simulate");

  /** As the command line names them; stopping has a place of its own. */
  private static final List<String> ACTS =
      List.of("suspend", "resume", "terminate", "retry", "resubmit", "resubmit-memoized", "delete");

  private final Messages messages;
  private final FileDesk desk;
  private final Settings settings;
  private final Exporting exporting;
  private final WindowParts parts;
  private final ActionKeys keys;
  private final ObservableValue<Boolean> hasFile;

  /** What the actions need of the window around them. */
  interface WindowParts {
    /** The page of the file that is shown. */
    Optional<FilePage> page();

    void findCommand();

    void showHelp();

    void showFirstSteps();

    void showShortcuts();

    void changeKeys();

    void about();

    void newWindow();

    void showConnections();

    void showTemplates();

    void showGallery();

    /** Moves a file to a window of its own. */
    void detach(OpenFile file);

    /** Moves a file back to the window that it was taken out of. */
    void bringBack(OpenFile file);

    ObservableValue<Boolean> hasOtherWindows();

    /** Shows what a file differs in from its last commit. */
    void compare(OpenFile file);

    /** Shows what a file differs in from another one, which is asked for. */
    void compareWithFile(OpenFile file);

    void quit();
  }

  Actions(
      Messages messages, FileDesk desk, Settings settings, Exporting exporting, WindowParts parts) {
    this.messages = messages;
    this.desk = desk;
    this.settings = settings;
    this.exporting = exporting;
    this.parts = parts;
    this.keys = new ActionKeys(settings.keys(), messages);
    this.hasFile = desk.files().shown().map(Optional::isPresent);
  }

  /** All menus in order, with the keys that the user wants. */
  List<ActionGroup> groups() {
    return List.of(
        keys.bound(file()),
        keys.bound(edit()),
        source(),
        keys.bound(view()),
        keys.bound(run()),
        keys.bound(help()));
  }

  /** What the window does beside the tools of canvas and source, with the keys as it comes. */
  List<Bindable> bindables() {
    return keys.bindables(List.of(file(), edit(), view(), run(), help()));
  }

  /** All actions in order of the menus. */
  static List<Action> all(List<ActionGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.sections().stream())
        .flatMap(List::stream)
        .toList();
  }

  private ActionGroup file() {
    List<Action> examples = new ArrayList<>();
    examples.add(action("gallery", parts::showGallery).on("Alt+Shift+N"));
    for (Example example : Example.values()) {
      examples.add(action("example-" + example.key(), () -> desk.open(example)));
    }
    List<Action> exports = new ArrayList<>();
    for (String form : exporting.forms()) {
      exports.add(withFile("export-" + form, file -> exporting.export(file, form)));
    }
    exports.add(
        withFile("export-part", exporting::exportPart)
            .on("Shortcut+Shift+E")
            .when(ofEditor(e -> e.selection().map(s -> !s.nodes().isEmpty()), false)));
    exports.add(withFile("copy-image", exporting::copyImage).on("Shortcut+Shift+C"));
    exports.add(
        action("picture-run", () -> toggle(settings.showsRunInPictures()))
            .chosenWhen(settings.showsRunInPictures()));
    return new ActionGroup(
        "file",
        List.of(
            List.of(
                action("new", desk::create).on("Shortcut+N"),
                action("new-window", parts::newWindow).on("Shortcut+Shift+N"),
                action("open", desk::askAndOpen).on("Shortcut+O"),
                action("open-folder", desk::askAndOpenFolder).on("Shortcut+Shift+O")),
            examples,
            List.of(
                withFile("save", desk::save).on("Shortcut+S"),
                withFile("save-as", desk::saveAs).on("Shortcut+Shift+S"),
                action("save-by-itself", () -> toggle(settings.savesByItself()))
                    .chosenWhen(settings.savesByItself())),
            List.of(
                withFile("compare", parts::compare).on("Shortcut+Shift+M"),
                withFile("compare-with-file", parts::compareWithFile)),
            exports,
            List.of(
                withFile("close", desk::close).on("Shortcut+W"),
                action("reopen", desk::reopen).on("Shortcut+Shift+R").when(desk.hasClosed()),
                action("quit", parts::quit).on("Shortcut+Q"))));
  }

  private ActionGroup edit() {
    return new ActionGroup(
        "edit",
        List.of(
            List.of(
                withEditor("undo", Editor::undo)
                    .on("Shortcut+Z")
                    .when(ofEditor(e -> e.undoable().map(Optional::isPresent), false))
                    .labelled(stepLabel("window.action.undo", Editor::undoable)),
                withEditor("redo", Editor::redo)
                    .on("Shortcut+Y")
                    .when(ofEditor(e -> e.redoable().map(Optional::isPresent), false))
                    .labelled(stepLabel("window.action.redo", Editor::redoable))),
            tools(),
            List.of(
                withEditor("select-all", Actions::selectAll).on("Shortcut+A"),
                withPage("rename", page -> page.views().canvasTools().rename())
                    .on("F2")
                    .when(ofEditor(e -> e.selection().map(s -> s.single().isPresent()), false))),
            List.of(
                withEditor("modernise", editor -> editor.apply(new Modernise(Optional.empty())))),
            List.of(action("find-command", parts::findCommand).on("Shortcut+K"))));
  }

  private List<Action> tools() {
    return Arrays.stream(EditTool.values()).map(this::tool).toList();
  }

  /** A text field that has the focus cuts, copies and pastes its own text. */
  private Action tool(EditTool tool) {
    Action action =
        withPage(
                tool.key(),
                page -> {
                  if (!FocusedText.takes(tool, page)) {
                    page.views().canvasTools().use(tool);
                  }
                })
            .when(ofEditor(e -> e.selection().map(tool.needs()::isMetBy), false));
    return action.on(tool.keys().stream().findFirst().map(KeyCombination::valueOf));
  }

  /** In the sections of the table: finding, names, lines, folds. */
  private ActionGroup source() {
    List<List<Action>> sections = new ArrayList<>();
    for (SourceTool tool : SourceTool.values()) {
      if (SECTIONS.contains(tool)) {
        sections.add(new ArrayList<>());
      }
      sections.getLast().add(sourceTool(tool));
    }
    return new ActionGroup("source", sections);
  }

  private static final Set<SourceTool> SECTIONS =
      Set.of(SourceTool.FIND, SourceTool.COMPLETE, SourceTool.COMMENT, SourceTool.FOLD);

  private Action sourceTool(SourceTool tool) {
    Action action =
        Action.of(
                tool.action(),
                messages.text("source.key." + tool.key()),
                () ->
                    parts
                        .page()
                        .ifPresent(
                            page -> {
                              page.focusPanel("source");
                              page.views().sourceTools().use(tool);
                            }))
            .when(hasFile);
    Optional<KeyCombination> keys =
        settings.keys().ofWritten(tool.action(), tool.keys()).stream().findFirst();
    if (keys.isEmpty() || tool.reach() == SourceTool.Reach.WINDOW) {
      return action.on(keys);
    }
    return action.labelled(
        new SimpleObjectProperty<>(
            messages.text(
                "window.with-keys", action.label().getValue(), keys.get().getDisplayText())));
  }

  private ActionGroup view() {
    List<Action> themes = new ArrayList<>();
    for (ThemeChoice choice : ThemeChoice.values()) {
      themes.add(
          action("theme-" + choice.key(), () -> settings.theme().set(choice))
              .chosenWhen(settings.theme().map(choice::equals)));
    }
    List<Action> languages = new ArrayList<>();
    for (Language language : Language.values()) {
      languages.add(
          Action.of(
                  "language-" + language.code(),
                  language.ownName(),
                  () -> settings.language().set(Optional.of(language)))
              .chosenWhen(new SimpleObjectProperty<>(messages.language() == language)));
    }
    themes.add(
        action("distinct-colours", () -> toggle(settings.distinctColours()))
            .chosenWhen(settings.distinctColours()));
    return new ActionGroup(
        "view",
        List.of(
            List.of(
                onCanvas("zoom-in", CanvasTools::zoomIn).on("Shortcut+PLUS"),
                onCanvas("zoom-out", CanvasTools::zoomOut).on("Shortcut+MINUS"),
                onCanvas("actual-size", CanvasTools::actualSize).on("Shortcut+0"),
                onCanvas("fit", CanvasTools::fit).on("Shortcut+1"),
                onCanvas("fit-chosen", CanvasTools::fitChosen)
                    .when(ofEditor(e -> e.selection().map(s -> !s.nodes().isEmpty()), false)),
                onCanvas("layout", CanvasTools::layOut).on("Shortcut+L"),
                onCanvas("turn", CanvasTools::turn).on("Shortcut+Shift+L"),
                action("glide", () -> toggle(settings.moves())).chosenWhen(settings.moves()),
                action("data-edges", () -> toggle(settings.showsData()))
                    .on("Shortcut+Shift+D")
                    .chosenWhen(settings.showsData())),
            List.of(
                withEditor("up", Editor::goUp)
                    .on("Alt+UP")
                    .when(ofEditor(e -> e.scopePath().map(path -> path.size() > 1), false)),
                withEditor("next-template", e -> TemplateSteps.go(e, 1)).on("Shortcut+Page Down"),
                withEditor("previous-template", e -> TemplateSteps.go(e, -1))
                    .on("Shortcut+Page Up"),
                action("next-tab", () -> desk.files().showNext(1)).on("Shortcut+TAB").when(hasFile),
                action("previous-tab", () -> desk.files().showNext(-1))
                    .on("Shortcut+Shift+TAB")
                    .when(hasFile),
                tabs("tab-left", -1).on("Alt+Shift+Page Up"),
                tabs("tab-right", 1).on("Alt+Shift+Page Down"),
                withFile("detach", parts::detach)
                    .on("Alt+Shift+W")
                    .when(Bindings.size(desk.files().list()).greaterThan(1).asObject()),
                withFile("bring-back", parts::bringBack)
                    .on("Alt+Shift+B")
                    .when(parts.hasOtherWindows())),
            List.of(
                withPage("panel", page -> toggle(page.isPanelShown())).on("Shortcut+J"),
                withPage("inspector", page -> toggle(page.isInspectorShown())).on("Shortcut+I"),
                withPage("find-field", FilePage::focusInspector).on("Shortcut+Shift+I"),
                withPage("show-source", page -> page.showPanel("source")).on("Alt+1"),
                withPage("show-hera", page -> page.focusPanel("hera")).on("Alt+9"),
                withPage("show-problems", page -> page.showPanel("problems")).on("Alt+2"),
                withPage("show-outline", page -> page.focusPanel("outline")).on("Alt+4"),
                withPage("show-variables", page -> page.focusPanel("variables")).on("Alt+5"),
                withPage("show-run", page -> page.showPanel("run")).on("Alt+3"),
                withPage("show-folder", page -> page.focusPanel("folder")).on("Alt+6"),
                withPage("show-timeline", page -> page.focusPanel("timeline")).on("Alt+7"),
                withPage("show-history", page -> page.focusPanel("history")).on("Alt+8"),
                withPage("show-functions", page -> page.focusPanel("functions")).on("Alt+0")),
            themes,
            languages));
  }

  /** Gives the tab that is shown another place. */
  private Action tabs(String key, int step) {
    OpenFiles files = desk.files();
    return withFile(key, file -> files.move(file, files.list().indexOf(file) + step));
  }

  private ActionGroup run() {
    ObservableValue<Boolean> isRunning = ofRuns(RunTools::isRunning, false);
    ObservableValue<Boolean> isIdle = isRunning.map(running -> !running);
    List<Action> engines = new ArrayList<>();
    for (String engine : ENGINES) {
      engines.add(
          withRuns("engine-" + engine, runs -> runs.chooseEngine(engine))
              .chosenWhen(ofRuns(RunTools::engine, "").map(engine::equals)));
    }
    List<Action> acts = new ArrayList<>();
    for (String act : ACTS) {
      acts.add(
          withRuns("run-" + act, runs -> runs.act(act))
              .when(ofRuns(RunTools::acts, Set.<String>of()).map(now -> now.contains(act))));
    }
    return new ActionGroup(
        "run",
        List.of(
            List.of(
                withRuns("run", RunTools::start).on("F5").when(isIdle),
                withRuns("run-with", RunTools::startWithArguments)
                    .on("Shortcut+Shift+ENTER")
                    .when(isIdle),
                withRuns("stop", RunTools::stop).on("Shift+F5").when(isRunning)),
            acts,
            Stream.concat(
                    Stream.of(withRuns("run-where", RunTools::chooseWhere).on("Shortcut+F5")),
                    engines.stream())
                .toList(),
            List.of(
                action("connections", parts::showConnections).on("Shortcut+Shift+U"),
                action("templates", parts::showTemplates).on("Shortcut+Shift+T")),
            List.of(
                withRuns("clear-run", RunTools::clear).when(ofRuns(RunTools::isClearable, false)),
                action("tell-runs", () -> toggle(settings.tellsOfRuns()))
                    .chosenWhen(settings.tellsOfRuns()))));
  }

  private Action withRuns(String key, Consumer<RunTools> run) {
    return withPage(key, page -> run.accept(page.views().runTools()));
  }

  private <T> ObservableValue<T> ofRuns(Function<RunTools, ObservableValue<T>> value, T otherwise) {
    return desk.files()
        .shown()
        .flatMap(
            _ ->
                parts
                    .page()
                    .map(page -> value.apply(page.views().runTools()))
                    .orElseGet(() -> new SimpleObjectProperty<>(otherwise)));
  }

  private ActionGroup help() {
    return new ActionGroup(
        "help",
        List.of(
            List.of(
                action("help", parts::showHelp).on("F1"),
                action("first-steps", parts::showFirstSteps),
                action("shortcuts", parts::showShortcuts),
                action("change-keys", parts::changeKeys)),
            List.of(action("about", parts::about))));
  }

  private static void selectAll(Editor editor) {
    editor
        .scope()
        .ifPresent(
            scope -> {
              Set<NodeId> all = new LinkedHashSet<>();
              for (FlowNode node : editor.state().get().graph(scope).nodes()) {
                all.add(node.id());
              }
              editor.select(Selection.of(all));
            });
  }

  private static void toggle(javafx.beans.property.BooleanProperty shown) {
    shown.set(!shown.get());
  }

  private ObservableValue<String> stepLabel(
      String key, Function<Editor, ObservableValue<Optional<String>>> step) {
    return ofEditor(step, Optional.<String>empty())
        .map(
            name ->
                name.map(
                        command ->
                            messages.text(key + "-step", messages.text("command." + command)))
                    .orElseGet(() -> messages.text(key)));
  }

  private <T> ObservableValue<T> ofEditor(Function<Editor, ObservableValue<T>> value, T otherwise) {
    return StatusBar.ofShown(desk.files().shown(), file -> value.apply(file.editor()), otherwise);
  }

  private Action action(String key, Runnable run) {
    return Action.of(key, messages.text("window.action." + key), run);
  }

  private Action withFile(String key, Consumer<OpenFile> run) {
    return action(key, () -> desk.files().shown().get().ifPresent(run)).when(hasFile);
  }

  private Action withEditor(String key, Consumer<Editor> run) {
    return withFile(key, file -> run.accept(file.editor()));
  }

  private Action withPage(String key, Consumer<FilePage> run) {
    return action(key, () -> parts.page().ifPresent(run)).when(hasFile);
  }

  private Action onCanvas(String key, Consumer<CanvasTools> run) {
    return withPage(key, page -> run.accept(page.views().canvasTools()));
  }
}

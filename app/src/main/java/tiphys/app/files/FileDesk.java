// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Departure;
import tiphys.app.editor.Origin;
import tiphys.app.settings.Settings;
import tiphys.exporter.script.WorkflowScript;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/** New, open, save and close, with the questions that belong to them. */
public final class FileDesk {
  private static final String RECENT = "files.recent";
  private static final String RECENT_FOLDERS = "files.recent-folders";
  private static final String SESSION = "files.session";

  private final OpenFiles files;
  private final Settings settings;
  private final Background background;
  private final FileQuestions questions;
  private final Consumer<Problem> trouble;
  private final DiskChanges changes;
  private final ScriptDesk scripts;
  private final FolderDesk folders;
  private final FolderRenaming renaming;
  private final Drafts drafts;
  private Predicate<List<OpenFile>> mayLeave = _ -> true;
  private final ReadOnlyLongWrapper folderShown = new ReadOnlyLongWrapper();
  private final ObservableList<Path> closed = FXCollections.observableArrayList();
  private int untitled;

  /** Over the files of one window. @param trouble told of what could not be done */
  public FileDesk(
      OpenFiles files,
      Settings settings,
      Background background,
      FileQuestions questions,
      Consumer<Problem> trouble) {
    this.files = files;
    this.settings = settings;
    this.background = background;
    this.questions = questions;
    this.trouble = trouble;
    this.changes = new DiskChanges(files, background, questions, trouble);
    Background waiting =
        new Background(
            work -> Thread.ofVirtual().name("script").start(work), background::onWindowThread);
    this.scripts = new ScriptDesk(files, settings, waiting, questions, trouble);
    this.folders = new FolderDesk(files, background, this::look);
    this.renaming = new FolderRenaming(files, folders.library(), background, questions, trouble);
    this.drafts = new Drafts(settings.folder().resolve("drafts"), background);
    files.list().addListener((ListChangeListener<OpenFile>) this::welcome);
  }

  private void welcome(ListChangeListener.Change<? extends OpenFile> change) {
    while (change.next()) {
      for (OpenFile file : change.getAddedSubList()) {
        file.editor().departure().subscribe(wish -> wish.ifPresent(to -> follow(file, to)));
        folders.attach(file);
        renaming.attach(file);
        drafts.attach(file);
      }
      change.getRemoved().forEach(folders::detach);
      change.getRemoved().forEach(renaming::forget);
      change.getRemoved().forEach(drafts::detach);
    }
  }

  /** Shows the template of another file that one refers to, with a way back. */
  private void follow(OpenFile from, Departure wish) {
    Path target = Path.of(wish.to().file());
    String title =
        from.editor()
            .scope()
            .map(scope -> from.name() + " › " + scope.template().value())
            .orElse(from.name());
    open(
        target,
        opened -> {
          WorkflowFile workflow = opened.editor().state().get().workflow();
          int number = wish.to().number();
          Scope named = new Scope(number, new TemplateName(wish.template()));
          Scope shown = Scopes.exists(workflow, named) ? named : Scopes.first(workflow, number);
          opened.editor().arrive(shown, new Origin(title, () -> files.show(from)));
        });
  }

  /** Reads again what other programs may have written meanwhile. */
  public void readAgain() {
    look();
    folders.readAll();
  }

  private void look() {
    changes.look();
    scripts.look();
  }

  /** The folders around the open files. */
  public FolderDesk folders() {
    return folders;
  }

  /** Nothing is watched any more. */
  public void stop() {
    folders.close();
    drafts.dropAll();
  }

  /**
   * Opens what was not saved when the program ended without being asked.
   *
   * @param told the name of each that was brought back
   */
  public void recover(Consumer<String> told) {
    background.run(drafts::left, left -> left.forEach(found -> recover(found, told)));
  }

  private void recover(Drafts.Left found, Consumer<String> told) {
    Draft draft = found.draft();
    Consumer<OpenFile> take =
        file -> {
          file.recover(draft);
          drafts.wasTaken(file, found);
          told.accept(file.name());
        };
    Optional<Path> path = draft.path().filter(Files::isReadable);
    if (path.isPresent()) {
      open(path.get(), take);
    } else {
      OpenFile file = OpenFile.untitled(draft.name(), SourceText.of(""));
      files.add(file);
      take.accept(file);
    }
  }

  /** Makes a folder the library of its files and opens the first of them. */
  public void openFolder(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    background.run(
        () -> {
          List<Path> workflows = FolderLibrary.filesOf(whole);
          return workflows.isEmpty() ? FolderLibrary.scriptsOf(whole) : workflows;
        },
        found -> {
          if (found.isEmpty()) {
            trouble.accept(Problem.refusal(ProblemCode.NOTHING_TO_DRAW, folder.toString()));
            return;
          }
          folders.add(whole);
          settings.put(RECENT_FOLDERS, recentFolders().with(whole).line());
          Runnable show = () -> folderShown.set(folderShown.get() + 1);
          files.list().stream()
              .filter(file -> isIn(whole, file))
              .findFirst()
              .ifPresentOrElse(
                  file -> {
                    files.show(file);
                    show.run();
                  },
                  () -> openFirst(found.getFirst(), show));
        });
  }

  private void openFirst(Path file, Runnable show) {
    if (WorkflowScript.isNamed(file)) {
      open(file);
    } else {
      open(file, _ -> show.run());
    }
  }

  private static boolean isIn(Path folder, OpenFile file) {
    return file.path().get().filter(path -> path.startsWith(folder)).isPresent();
  }

  /** Grows whenever a folder was opened, which is then to be shown. */
  public ReadOnlyLongProperty foldersOpened() {
    return folderShown.getReadOnlyProperty();
  }

  /** The folders that were opened last. */
  public RecentFiles recentFolders() {
    return RecentFiles.of(settings.value(RECENT_FOLDERS));
  }

  public void askAndOpenFolder() {
    questions.folderToOpen(folderOfShown()).ifPresent(this::openFolder);
  }

  private Path folderOfShown() {
    return files
        .shown()
        .get()
        .map(OpenFile::folder)
        .orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
  }

  public OpenFiles files() {
    return files;
  }

  public RecentFiles recent() {
    return RecentFiles.of(settings.value(RECENT));
  }

  /** The files that were open when the program ended last. */
  public List<Path> session() {
    return RecentFiles.of(settings.value(SESSION)).paths();
  }

  public void create() {
    untitled++;
    String name = untitled == 1 ? "untitled.yaml" : "untitled-" + untitled + ".yaml";
    files.add(OpenFile.created(name));
  }

  public void open(Example example) {
    openText(example.fileName(), example.text());
  }

  /** Shows a text that is in no file yet. */
  public void openText(String name, SourceText text) {
    files.add(OpenFile.untitled(name, text));
  }

  public void askAndOpen() {
    questions.toOpen(folderOfShown()).forEach(this::open);
  }

  /** Reads a file off the window's thread and shows it; one that is open already is only shown. */
  public void open(Path path) {
    if (Files.isDirectory(path)) {
      openFolder(path);
    } else if (WorkflowScript.isNamed(path)) {
      scripts.open(path, file -> showScript(path, file));
    } else {
      open(path, _ -> {});
    }
  }

  private void showScript(Path script, OpenFile file) {
    dropUntouched();
    files.add(file);
    remember(script.toAbsolutePath().normalize());
  }

  /** Shows a resource of a file. @param number its position in the file, counted from 0 */
  public void open(Path path, int number) {
    open(
        path,
        opened ->
            opened.editor().open(Scopes.first(opened.editor().state().get().workflow(), number)));
  }

  private void open(Path path, Consumer<OpenFile> then) {
    Optional<OpenFile> known = files.at(path);
    if (known.isPresent()) {
      files.show(known.get());
      then.accept(known.get());
    } else {
      background.run(
          Background.Told.of("window.waiting.open", name(path)),
          () -> ReadFile.of(path),
          read -> {
            take(read);
            files.at(path).ifPresent(then);
          },
          () -> {});
    }
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** Saves to the file's own place, or asks for one. Whether it is saved now. */
  public boolean save(OpenFile file) {
    if (file.path().get().isEmpty()) {
      return saveAs(file);
    }
    if (file.isChangedOnDisk() && !questions.replaceChanged(file)) {
      return false;
    }
    return saveTo(file, file.path().get().get());
  }

  /**
   * Saves without a question what can be saved so: what has a place, and was changed by nobody else
   * there. The rest stays as it is.
   */
  public void saveByItself() {
    files.list().stream()
        .filter(file -> file.path().get().isPresent())
        .filter(file -> !file.editor().saved().get() && !file.isChangedOnDisk())
        .forEach(this::save);
  }

  public boolean saveAs(OpenFile file) {
    Optional<Path> target = questions.toSaveTo(file.folder(), file.name());
    return target.isPresent() && saveTo(file, target.get());
  }

  public void close(OpenFile file) {
    if (mayGo(List.of(file))) {
      files.close(file);
      file.path().get().ifPresent(closed::add);
    }
  }

  /** Opens the file that was closed last, at most once for each time that it was closed. */
  public void reopen() {
    if (!closed.isEmpty()) {
      open(closed.removeLast());
    }
  }

  /** Whether there is a file to open again. */
  public BooleanBinding hasClosed() {
    return Bindings.isNotEmpty(closed);
  }

  /** Asks about what is not saved. Whether the window may close. */
  public boolean mayQuit() {
    if (!mayGo(files.list())) {
      return false;
    }
    List<Path> open = files.list().stream().flatMap(file -> file.path().get().stream()).toList();
    settings.put(SESSION, new RecentFiles(open).line());
    return true;
  }

  /** Asked last before files are closed, by whoever has something that goes on with them. */
  public void onLeaving(Predicate<List<OpenFile>> answer) {
    mayLeave = answer;
  }

  private boolean mayGo(List<OpenFile> leaving) {
    return isSavedOrDropped(leaving) && mayLeave.test(leaving);
  }

  private boolean isSavedOrDropped(List<OpenFile> leaving) {
    List<OpenFile> unsaved = leaving.stream().filter(file -> !file.editor().saved().get()).toList();
    if (unsaved.isEmpty()) {
      return true;
    }
    return switch (questions.unsaved(unsaved)) {
      case SAVE -> unsaved.stream().allMatch(this::save);
      case DISCARD -> true;
      case CANCEL -> false;
    };
  }

  private void take(Outcome<ReadFile> read) {
    switch (read) {
      case Outcome.Refused<ReadFile>(Problem why) -> trouble.accept(why);
      case Outcome.Done<ReadFile>(ReadFile file) -> {
        Optional<OpenFile> known = files.at(file.path());
        if (known.isPresent()) {
          files.show(known.get());
          return;
        }
        dropUntouched();
        files.add(OpenFile.of(file));
        remember(file.path());
        file.sidecarProblem().ifPresent(trouble);
      }
    }
  }

  /** The empty workflow of the start makes room for the first file that is opened. */
  private void dropUntouched() {
    if (files.list().size() == 1) {
      OpenFile only = files.list().getFirst();
      boolean isUntouched =
          only.path().get().isEmpty()
              && only.isOnlyDrawn()
              && only.editor().state().get().revision() == 0;
      if (isUntouched) {
        files.close(only);
      }
    }
  }

  private boolean saveTo(OpenFile file, Path target) {
    Optional<Problem> why = file.saveTo(target);
    why.ifPresent(trouble);
    if (why.isEmpty()) {
      remember(target.toAbsolutePath().normalize());
      folders.readAll();
    }
    return why.isEmpty();
  }

  private void remember(Path path) {
    settings.put(RECENT, recent().with(path).line());
  }
}

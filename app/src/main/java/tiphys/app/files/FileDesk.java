// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Departure;
import tiphys.app.editor.Origin;
import tiphys.app.settings.Settings;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/** New, open, save and close, with the questions that belong to them. */
public final class FileDesk {
  /** Of a folder with more files, the others are left to be opened one by one. */
  private static final int MOST_TABS = 8;

  private static final String RECENT = "files.recent";
  private static final String SESSION = "files.session";

  private final OpenFiles files;
  private final Settings settings;
  private final Background background;
  private final FileQuestions questions;
  private final Consumer<Problem> trouble;
  private final FolderLibrary folders = new FolderLibrary();
  private Predicate<List<OpenFile>> mayLeave = _ -> true;
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
    files.list().addListener((ListChangeListener<OpenFile>) this::welcome);
  }

  private void welcome(ListChangeListener.Change<? extends OpenFile> change) {
    while (change.next()) {
      for (OpenFile file : change.getAddedSubList()) {
        file.editor().departure().subscribe(wish -> wish.ifPresent(to -> follow(file, to)));
        readFolder(file);
      }
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

  /** Reads again what the files around the open ones hold, where that has changed. */
  public void readFolders() {
    files.list().forEach(this::readFolder);
  }

  private void readFolder(OpenFile file) {
    file.path()
        .get()
        .ifPresent(
            path ->
                background.run(
                    () -> folders.around(path),
                    library -> {
                      Library before = file.editor().state().get().workflow().library();
                      if (!library.equals(before)) {
                        file.editor().use(library);
                      }
                    }));
  }

  /** Makes a folder the library of its files and opens the first of them. */
  public void openFolder(Path folder) {
    folders.add(folder);
    background.run(
        () -> FolderLibrary.filesOf(folder),
        found -> {
          found.stream().limit(MOST_TABS).forEach(this::open);
          if (found.isEmpty()) {
            trouble.accept(Problem.refusal(ProblemCode.NOTHING_TO_DRAW, folder.toString()));
          } else if (found.size() > MOST_TABS) {
            trouble.accept(
                Problem.refusal(
                    ProblemCode.FOLDER_PARTLY_OPEN,
                    folder.toString(),
                    Integer.toString(found.size()),
                    Integer.toString(MOST_TABS)));
          }
          readFolders();
        });
  }

  public void askAndOpenFolder() {
    questions.folderToOpen(folderShown()).ifPresent(this::openFolder);
  }

  private Path folderShown() {
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
    files.add(OpenFile.untitled(example.fileName(), example.text()));
  }

  public void askAndOpen() {
    questions.toOpen(folderShown()).forEach(this::open);
  }

  /** Reads a file off the window's thread and shows it; one that is open already is only shown. */
  public void open(Path path) {
    if (Files.isDirectory(path)) {
      openFolder(path);
    } else {
      open(path, _ -> {});
    }
  }

  private void open(Path path, Consumer<OpenFile> then) {
    Optional<OpenFile> known = files.at(path);
    if (known.isPresent()) {
      files.show(known.get());
      then.accept(known.get());
    } else {
      background.run(
          () -> ReadFile.of(path),
          read -> {
            take(read);
            files.at(path).ifPresent(then);
          });
    }
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

  public boolean saveAs(OpenFile file) {
    Optional<Path> target = questions.toSaveTo(file.folder(), file.name());
    return target.isPresent() && saveTo(file, target.get());
  }

  public void close(OpenFile file) {
    if (mayGo(List.of(file))) {
      files.close(file);
    }
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
      readFolders();
    }
    return why.isEmpty();
  }

  private void remember(Path path) {
    settings.put(RECENT, recent().with(path).line());
  }
}

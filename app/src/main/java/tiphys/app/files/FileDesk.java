// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tiphys.app.concurrent.Background;
import tiphys.app.settings.Settings;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** New, open, save and close, with the questions that belong to them. */
public final class FileDesk {
  private static final String RECENT = "files.recent";
  private static final String SESSION = "files.session";

  private final OpenFiles files;
  private final Settings settings;
  private final Background background;
  private final FileQuestions questions;
  private final Consumer<Problem> trouble;
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
    files.add(OpenFile.untitled(name, Skeleton.text()));
  }

  public void open(Example example) {
    files.add(OpenFile.untitled(example.fileName(), example.text()));
  }

  public void askAndOpen() {
    Path folder =
        files
            .shown()
            .get()
            .map(OpenFile::folder)
            .orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
    questions.toOpen(folder).forEach(this::open);
  }

  /** Reads a file off the window's thread and shows it; one that is open already is only shown. */
  public void open(Path path) {
    Optional<OpenFile> known = files.at(path);
    if (known.isPresent()) {
      files.show(known.get());
    } else {
      background.run(() -> ReadFile.of(path), this::take);
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

  private boolean mayGo(List<OpenFile> leaving) {
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
          only.path().get().isEmpty() && only.editor().state().get().revision() == 0;
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
    }
    return why.isEmpty();
  }

  private void remember(Path path) {
    settings.put(RECENT, recent().with(path).line());
  }
}

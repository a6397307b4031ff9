// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.editor.SharedEdits;
import tiphys.app.files.FilesTogether.Write;
import tiphys.app.files.FolderRename.Source;
import tiphys.model.command.Command;
import tiphys.model.command.SharedRename;
import tiphys.model.history.Step;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.ResourceReference;

/**
 * Renames across the files of a folder, after asking; taken back and done again together. Files
 * that are not open, and open ones without unsaved changes, are written at once, so that the folder
 * fits together on the disk; the others stay unsaved.
 */
final class FolderRenaming {
  private final OpenFiles files;
  private final FolderLibrary folders;
  private final Background background;
  private final FileQuestions questions;
  private final Consumer<Problem> trouble;
  private final List<Together> done = new ArrayList<>();
  private boolean isAtIt;

  /** A file of a rename that was open. @param write what was written, if it was */
  private record Tab(OpenFile file, Step step, Optional<Write> write) {}

  /** One rename, for as long as the window is open. */
  private record Together(List<Tab> tabs, List<Write> closed) {
    Together without(OpenFile file) {
      List<Write> onDisk = new ArrayList<>(closed);
      List<Tab> others = new ArrayList<>();
      for (Tab tab : tabs) {
        if (tab.file().equals(file)) {
          tab.write().ifPresent(onDisk::add);
        } else {
          others.add(tab);
        }
      }
      return new Together(others, onDisk);
    }

    boolean has(Step step) {
      return tabs.stream().anyMatch(tab -> isSame(tab.step(), step));
    }
  }

  FolderRenaming(
      OpenFiles files,
      FolderLibrary folders,
      Background background,
      FileQuestions questions,
      Consumer<Problem> trouble) {
    this.files = files;
    this.folders = folders;
    this.background = background;
    this.questions = questions;
    this.trouble = trouble;
  }

  /** Has a say in the renames of a file from now on. */
  void attach(OpenFile file) {
    file.editor()
        .share(
            new SharedEdits() {
              @Override
              public boolean isOfAnotherFile(Command command) {
                return !isAtIt && isElsewhere(file, command);
              }

              @Override
              public boolean takes(Command command) {
                return !isAtIt && mayConcernOthers(file, command) && begin(file, command);
              }

              @Override
              public boolean takesBack(Step step) {
                return !isAtIt && move(step, true);
              }

              @Override
              public boolean takesAgain(Step step) {
                return !isAtIt && move(step, false);
              }
            });
  }

  /** A file that is closed is from now on what it is on the disk. */
  void forget(OpenFile file) {
    done.replaceAll(together -> together.without(file));
    done.removeIf(together -> together.tabs().isEmpty());
  }

  private static boolean isElsewhere(OpenFile file, Command command) {
    return file.source().isPresent()
        && SharedRename.elsewhere(command, file.editor().state().get()).isPresent();
  }

  private boolean mayConcernOthers(OpenFile file, Command command) {
    if (isElsewhere(file, command)) {
      return true;
    }
    Optional<ResourceReference> renamed =
        SharedRename.of(command, file.editor().state().get()).map(SharedRename::resource);
    return renamed.isPresent()
        && file.path()
            .get()
            .filter(path -> folders.isNamedElsewhere(path, renamed.get().name()))
            .isPresent()
        && file.editor().plan(command).isDone();
  }

  private boolean begin(OpenFile file, Command command) {
    Source own = file.source().orElseThrow();
    Map<Path, Source> open = new HashMap<>();
    files.list().forEach(other -> other.source().ifPresent(at -> open.put(at.path(), at)));
    background.run(
        () ->
            FolderRename.plan(
                own,
                command,
                FolderLibrary.filesOf(folders.rootOf(own.path())),
                path -> Optional.ofNullable(open.get(path))),
        planned -> decide(file, planned));
    return true;
  }

  private void decide(OpenFile file, Outcome<FolderRename> planned) {
    Editor editor = file.editor();
    if (planned.refusal().isPresent()) {
      editor.refuse(planned.refusal().get());
      return;
    }
    FolderRename rename = planned.result().orElseThrow();
    boolean isAlone = rename.others().isEmpty() && rename.unread().isEmpty();
    Optional<FolderRename> agreed =
        isAlone
            ? Optional.of(rename)
            : questions.leftOutOfRename(rename).map(left -> rename.without(left));
    boolean isOwn = file.path().get().filter(rename.own().path()::equals).isPresent();
    if (isOwn && agreed.isPresent() && agreed.get().others().isEmpty()) {
      atIt(() -> editor.apply(rename.own().command()));
    } else {
      agreed.ifPresent(this::perform);
    }
  }

  private void perform(FolderRename rename) {
    List<Write> writes = new ArrayList<>();
    List<Write> closed = new ArrayList<>();
    for (FileChange change : rename.all()) {
      Optional<OpenFile> open = files.at(change.path());
      boolean isOther =
          open.filter(at -> !at.editor().state().get().text().equals(change.before().text()))
              .isPresent();
      if (isOther) {
        refuse(ProblemCode.FILES_CHANGED_MEANWHILE, change.path());
        return;
      }
      if (open.isEmpty()) {
        closed.add(change.write());
      }
      if (open.filter(at -> !at.editor().saved().get()).isEmpty()) {
        writes.add(change.write());
      }
    }
    Optional<Problem> why = FilesTogether.write(writes);
    why.ifPresentOrElse(trouble, () -> atIt(() -> done.add(applied(rename, closed))));
  }

  private Together applied(FolderRename rename, List<Write> closed) {
    List<Tab> tabs = new ArrayList<>();
    for (FileChange change : rename.all()) {
      files
          .at(change.path())
          .ifPresent(
              file -> {
                boolean wasSaved = file.editor().saved().get();
                file.editor().apply(change.command());
                if (wasSaved) {
                  file.wasWritten().ifPresent(trouble);
                }
                file.editor()
                    .lastStep()
                    .ifPresent(
                        step ->
                            tabs.add(
                                new Tab(
                                    file,
                                    step,
                                    wasSaved ? Optional.of(change.write()) : Optional.empty())));
              });
    }
    return new Together(tabs, closed);
  }

  /** Takes a rename back in all of its files, or does it again, where they are as it left them. */
  private boolean move(Step step, boolean isBack) {
    Optional<Together> together = done.stream().filter(one -> one.has(step)).findFirst();
    together.ifPresent(one -> atIt(() -> move(one, isBack)));
    return together.isPresent();
  }

  private void move(Together together, boolean isBack) {
    List<Write> writes = new ArrayList<>();
    Set<String> stuck = new LinkedHashSet<>();
    List<OpenFile> tabs = new ArrayList<>();
    for (Tab tab : together.tabs()) {
      Editor editor = tab.file().editor();
      Optional<Step> next = isBack ? editor.lastStep() : editor.nextStep();
      if (next.filter(step -> isSame(step, tab.step())).isPresent()) {
        tabs.add(tab.file());
      } else {
        stuck.add(tab.file().name());
      }
    }
    together.closed().forEach(write -> add(isBack ? write.back() : write, writes, stuck));
    Optional<Problem> why = FilesTogether.write(writes);
    if (why.isPresent()) {
      trouble.accept(why.get());
      return;
    }
    tabs.forEach(file -> step(file, isBack));
    if (!stuck.isEmpty()) {
      trouble.accept(Problem.refusal(ProblemCode.RENAME_PARTLY_UNDONE, String.join(", ", stuck)));
    }
  }

  private void add(Write write, List<Write> writes, Set<String> stuck) {
    boolean isBeingEdited =
        files.at(write.path()).filter(file -> !file.editor().saved().get()).isPresent();
    if (isBeingEdited || !FilesTogether.isAsExpected(write)) {
      stuck.add(write.path().toString());
    } else {
      writes.add(write);
    }
  }

  private void step(OpenFile file, boolean isBack) {
    boolean wasSaved = file.editor().saved().get();
    if (isBack) {
      file.editor().undo();
    } else {
      file.editor().redo();
    }
    if (wasSaved && !file.isChangedOnDisk()) {
      file.saveTo(file.path().get().orElseThrow()).ifPresent(trouble);
    }
  }

  private void refuse(ProblemCode code, Path path) {
    trouble.accept(Problem.refusal(code, path.toString()));
  }

  private void atIt(Runnable work) {
    isAtIt = true;
    try {
      work.run();
    } finally {
      isAtIt = false;
    }
  }

  @SuppressWarnings("ReferenceEquality") // an equal step at another time is another step
  private static boolean isSame(Step one, Step other) {
    return one == other;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tiphys.app.concurrent.Background;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Takes over what other programs write into the files that are open. */
final class DiskChanges {
  private final OpenFiles files;
  private final Background background;
  private final FileQuestions questions;
  private final Consumer<Problem> trouble;
  private boolean isAsking;

  DiskChanges(
      OpenFiles files, Background background, FileQuestions questions, Consumer<Problem> trouble) {
    this.files = files;
    this.background = background;
    this.questions = questions;
    this.trouble = trouble;
  }

  /** Looks once; at nothing while somebody is asked about something that was found. */
  void look() {
    if (!isAsking) {
      List.copyOf(files.list()).stream().filter(OpenFile::isNewOnDisk).forEach(this::look);
    }
  }

  /** What another program wrote is taken over, but nothing that was done here is lost by it. */
  private void look(OpenFile file) {
    file.wasAskedAbout();
    Path path = file.path().get().orElseThrow();
    background.run(() -> ReadFile.of(path), read -> takeOver(file, read));
  }

  private void takeOver(OpenFile file, Outcome<ReadFile> read) {
    if (read.refusal().isPresent()) {
      trouble.accept(Problem.refusal(ProblemCode.FILE_GONE, file.name()));
      return;
    }
    ReadFile theirs = read.result().orElseThrow();
    boolean isSame = theirs.file().text().equals(file.editor().state().get().text());
    if (isSame || file.editor().saved().get() || takesTheirs(file, theirs)) {
      file.takeOver(theirs);
    }
  }

  private boolean takesTheirs(OpenFile file, ReadFile theirs) {
    isAsking = true;
    try {
      return questions.takesTheirs(
          file, LineDifference.between(file.editor().state().get().text(), theirs.file().text()));
    } finally {
      isAsking = false;
    }
  }
}

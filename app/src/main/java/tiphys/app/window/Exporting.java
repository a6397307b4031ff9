// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;
import tiphys.app.files.TextFile;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** Exports a file: makes the form, asks where to, writes, and tells how it went. */
final class Exporting {
  private final Exporter exporter;
  private final FileQuestions questions;
  private final Consumer<Notice> tell;

  Exporting(Exporter exporter, FileQuestions questions, Consumer<Notice> tell) {
    this.exporter = exporter;
    this.questions = questions;
    this.tell = tell;
  }

  List<String> forms() {
    return exporter.forms();
  }

  void export(OpenFile file, String form) {
    switch (exporter.export(file, form)) {
      case Outcome.Refused<byte[]>(Problem why) -> tell.accept(new Notice.Trouble(why));
      case Outcome.Done<byte[]>(byte[] bytes) ->
          questions
              .toExportTo(file.folder(), exporter.fileName(file, form))
              .ifPresent(target -> write(target, bytes));
    }
  }

  private void write(Path target, byte[] bytes) {
    Optional<Problem> why = TextFile.write(target, bytes);
    tell.accept(
        why.<Notice>map(Notice.Trouble::new)
            .orElseGet(
                () -> new Notice.Done("window.notice.exported", List.of(target.toString()))));
  }
}

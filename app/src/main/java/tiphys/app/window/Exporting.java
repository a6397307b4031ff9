// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import tiphys.app.concurrent.Background;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;
import tiphys.app.files.TextFile;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/**
 * Exports a file: makes the form, asks where to, writes, and tells how it went. Pictures are made
 * off the window's thread.
 */
final class Exporting {
  private final Exporter exporter;
  private final FileQuestions questions;
  private final Background background;
  private final Consumer<Notice> tell;

  Exporting(
      Exporter exporter, FileQuestions questions, Background background, Consumer<Notice> tell) {
    this.exporter = exporter;
    this.questions = questions;
    this.background = background;
    this.tell = tell;
  }

  List<String> forms() {
    return exporter.forms();
  }

  void export(OpenFile file, String form) {
    Supplier<Outcome<byte[]>> making = exporter.export(file, form, false);
    Consumer<Outcome<byte[]>> then =
        made ->
            take(
                made,
                bytes ->
                    questions
                        .toExportTo(file.folder(), exporter.fileName(file, form))
                        .ifPresent(target -> write(target, bytes)));
    if (exporter.pictures().contains(form)) {
      background.run(making, then);
    } else {
      then.accept(making.get());
    }
  }

  /** A picture of what is chosen; its form is what the name ends with. */
  void exportPart(OpenFile file) {
    Optional<Path> target =
        questions.toExportTo(
            file.folder(), exporter.fileName(file, exporter.pictures().getFirst()));
    target.ifPresent(
        path -> {
          Optional<String> form =
              exporter.pictures().stream()
                  .filter(known -> path.toString().toLowerCase(Locale.ROOT).endsWith("." + known))
                  .findFirst();
          if (form.isEmpty()) {
            tell.accept(
                new Notice.Trouble(Problem.refusal(ProblemCode.NO_PICTURE_FORM, path.toString())));
            return;
          }
          background.run(
              exporter.export(file, form.get(), true), made -> take(made, it -> write(path, it)));
        });
  }

  /** Puts a picture of what is chosen, or of everything, on the clipboard. */
  void copyImage(OpenFile file) {
    background.run(
        exporter.asOnScreen(file),
        made ->
            take(
                made,
                bytes -> {
                  ClipboardContent content = new ClipboardContent();
                  content.putImage(new Image(new ByteArrayInputStream(bytes)));
                  Clipboard.getSystemClipboard().setContent(content);
                  tell.accept(new Notice.Done("window.notice.image-copied", List.of()));
                }));
  }

  private void take(Outcome<byte[]> made, Consumer<byte[]> bytes) {
    switch (made) {
      case Outcome.Refused<byte[]>(Problem why) -> tell.accept(new Notice.Trouble(why));
      case Outcome.Done<byte[]>(byte[] done) -> bytes.accept(done);
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

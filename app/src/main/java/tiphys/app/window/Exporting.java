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
    String name = exporter.fileName(file, form);
    make(
        name,
        exporter.export(file, form, false),
        bytes ->
            questions.toExportTo(file.folder(), name).ifPresent(target -> write(target, bytes)));
  }

  /** A picture of what is chosen; its form is what the name ends with. */
  void exportPart(OpenFile file) {
    String name = exporter.fileName(file, exporter.pictures().getFirst());
    questions.toExportTo(file.folder(), name).ifPresent(path -> exportPart(file, path));
  }

  private void exportPart(OpenFile file, Path path) {
    String name = path.toString();
    Optional<String> form =
        exporter.pictures().stream()
            .filter(known -> name.toLowerCase(Locale.ROOT).endsWith("." + known))
            .findFirst();
    if (form.isEmpty()) {
      tell.accept(new Notice.Trouble(Problem.refusal(ProblemCode.NO_PICTURE_FORM, name)));
      return;
    }
    make(name, exporter.export(file, form.get(), true), bytes -> write(path, bytes));
  }

  /** Puts a picture of what is chosen, or of everything, on the clipboard. */
  void copyImage(OpenFile file) {
    make(
        exporter.fileName(file, "png"),
        exporter.asOnScreen(file),
        bytes -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(new Image(new ByteArrayInputStream(bytes)));
          Clipboard.getSystemClipboard().setContent(content);
          tell.accept(new Notice.Done("window.notice.image-copied", List.of()));
        });
  }

  /** Beside the window, which tells of it and lets it be given up if it takes a while. */
  private void make(String name, Supplier<Outcome<byte[]>> making, Consumer<byte[]> then) {
    background.run(
        Background.Told.of("window.waiting.export", name),
        making,
        made -> take(made, then),
        () -> {});
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

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import tiphys.app.code.DifferenceList;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.FolderRename;
import tiphys.app.files.LineDifference;
import tiphys.app.files.OpenFile;
import tiphys.app.files.ScriptChoice;
import tiphys.app.message.Messages;
import tiphys.app.theme.Theme;

/** Asks in dialogs of the window. */
public final class FileDialogs implements FileQuestions {
  private static final List<String> WRITTEN = List.of("*.yaml", "*.yml", "*.json");
  private static final List<String> READ = List.of("*.yaml", "*.yml", "*.json", "*.py");

  private final Stage stage;
  private final Theme theme;
  private final Supplier<Messages> messages;

  /** Over a window. @param messages in the language of the moment */
  public FileDialogs(Stage stage, Theme theme, Supplier<Messages> messages) {
    this.stage = stage;
    this.theme = theme;
    this.messages = messages;
  }

  @Override
  public List<Path> toOpen(Path folder) {
    FileChooser chooser = chooser(folder, "window.dialog.open", READ);
    List<File> chosen = chooser.showOpenMultipleDialog(stage);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> folderToOpen(Path folder) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(text("window.dialog.open-folder"));
    if (Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
  }

  @Override
  public Optional<Path> toSaveTo(Path folder, String name) {
    FileChooser chooser = chooser(folder, "window.dialog.save", WRITTEN);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
  }

  @Override
  public Optional<Path> toExportTo(Path folder, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("window.dialog.export"));
    startIn(chooser, folder);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
  }

  @Override
  public Optional<ScriptChoice> mayRun(ScriptChoice offered, boolean isAgain) {
    ScriptForm form = new ScriptForm(offered, messages.get());
    ButtonType run = new ButtonType(text("window.script.run"), ButtonBar.ButtonData.OK_DONE);
    String title = isAgain ? "window.script.title-again" : "window.script.title";
    return show(text(title, String.valueOf(offered.script().getFileName())), form, run, cancel())
            .filter(run::equals)
            .isPresent()
        ? Optional.of(form.choice())
        : Optional.empty();
  }

  @Override
  public Unsaved unsaved(List<OpenFile> files) {
    ButtonType save = new ButtonType(text("window.dialog.save-button"), ButtonBar.ButtonData.YES);
    ButtonType discard =
        new ButtonType(text("window.dialog.discard-button"), ButtonBar.ButtonData.NO);
    String names = String.join(", ", files.stream().map(OpenFile::name).toList());
    Optional<ButtonType> answer =
        ask(
            text("window.dialog.unsaved", names),
            text("window.dialog.unsaved-more"),
            save,
            discard,
            cancel());
    if (answer.filter(save::equals).isPresent()) {
      return Unsaved.SAVE;
    }
    return answer.filter(discard::equals).isPresent() ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public boolean replaceChanged(OpenFile file) {
    ButtonType replace =
        new ButtonType(text("window.dialog.replace-button"), ButtonBar.ButtonData.YES);
    return ask(
            text("window.dialog.changed", file.name()),
            text("window.dialog.changed-more"),
            replace,
            cancel())
        .filter(replace::equals)
        .isPresent();
  }

  @Override
  public Optional<Set<Path>> leftOutOfRename(FolderRename rename) {
    RenameList list = new RenameList(rename, messages.get());
    ButtonType change = new ButtonType(text("window.rename.button"), ButtonBar.ButtonData.OK_DONE);
    return show(text("window.rename.title"), list, change, cancel())
            .filter(change::equals)
            .isPresent()
        ? Optional.of(list.leftOut())
        : Optional.empty();
  }

  @Override
  public boolean takesTheirs(OpenFile file, List<LineDifference.Row> lines) {
    ButtonType keep = new ButtonType(text("window.theirs.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
    ButtonType take = new ButtonType(text("window.theirs.take"), ButtonBar.ButtonData.OK_DONE);
    Label more = new Label(text("window.theirs.more"));
    more.setWrapText(true);
    VBox content = new VBox(8, more, new DifferenceList(lines));
    return show(text("window.theirs.title", file.name()), content, take, keep)
        .filter(take::equals)
        .isPresent();
  }

  private Optional<ButtonType> show(String header, Node content, ButtonType... answers) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(stage);
    dialog.setTitle(text("window.title"));
    dialog.setHeaderText(header);
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getStylesheets().add(TiphysWindow.STYLE);
    dialog.getDialogPane().getButtonTypes().setAll(answers);
    theme.dress(dialog.getDialogPane().getScene());
    return dialog.showAndWait();
  }

  private Optional<ButtonType> ask(String question, String more, ButtonType... answers) {
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, more, answers);
    alert.initOwner(stage);
    alert.setTitle(text("window.title"));
    alert.setHeaderText(question);
    theme.dress(alert.getDialogPane().getScene());
    return alert.showAndWait();
  }

  private ButtonType cancel() {
    return new ButtonType(text("window.dialog.cancel-button"), ButtonBar.ButtonData.CANCEL_CLOSE);
  }

  private FileChooser chooser(Path folder, String title, List<String> extensions) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text(title));
    startIn(chooser, folder);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(text("window.dialog.workflows"), extensions),
            new FileChooser.ExtensionFilter(text("window.dialog.all-files"), "*"));
    return chooser;
  }

  private static void startIn(FileChooser chooser, Path folder) {
    if (Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
  }

  private String text(String key, Object... arguments) {
    return messages.get().text(key, arguments);
  }
}

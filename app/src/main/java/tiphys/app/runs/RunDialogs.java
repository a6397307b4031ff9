// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.app.theme.Theme;
import tiphys.exporter.cluster.action.RetryPlan;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.WorkflowParameter;

/** Asks about runs in dialogs over a window. */
public final class RunDialogs implements RunQuestions {
  private final Stage stage;
  private final Theme theme;
  private final Background remote;
  private final Supplier<Messages> messages;

  /**
   * @param remote where clusters are asked
   * @param messages in the language of the moment
   */
  public RunDialogs(Stage stage, Theme theme, Background remote, Supplier<Messages> messages) {
    this.stage = stage;
    this.theme = theme;
    this.remote = remote;
    this.messages = messages;
  }

  @Override
  public Optional<Map<String, String>> arguments(
      List<WorkflowParameter> parameters, Map<String, String> last) {
    return form(parameters, last, "runs.arguments-title", "runs.run");
  }

  private Optional<Map<String, String>> form(
      List<WorkflowParameter> parameters, Map<String, String> last, String title, String confirm) {
    ArgumentsForm form = new ArgumentsForm(parameters, last, messages.get());
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportWidth(460);
    scroll.setPrefViewportHeight(Math.min(420, 90.0 * parameters.size()));
    Dialog<ButtonType> dialog = dialog(title, confirm, scroll);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .forEach(
            type -> {
              if (type.getButtonData() == ButtonBar.ButtonData.OK_DONE) {
                dialog
                    .getDialogPane()
                    .lookupButton(type)
                    .disableProperty()
                    .bind(form.isComplete().map(complete -> !complete));
              }
            });
    return isConfirmed(dialog) ? Optional.of(form.values()) : Optional.empty();
  }

  @Override
  public Optional<SubmitWish.Answer> submission(SubmitWish wish, SubmitWish.DryRun dryRun) {
    SubmitDialog content = new SubmitDialog(wish, dryRun, remote, messages.get());
    Dialog<ButtonType> dialog = dialog("runs.submit-title", "runs.submit", content);
    dialog.setHeaderText(
        messages.get().text("runs.submit-title", wish.subject(), wish.connection()));
    content.drive(dialog, dialog.getDialogPane().getButtonTypes().getFirst());
    return isConfirmed(dialog) ? content.accepted() : Optional.empty();
  }

  @Override
  public boolean agrees(RunPreview preview) {
    return isConfirmed(dialog("runs.plan-title", "runs.run", new RunPlan(preview, messages.get())));
  }

  @Override
  public boolean confirms(RunAct act, String run, String connection) {
    Label what = new Label(messages.get().text("runs.what-" + act.key()));
    what.setWrapText(true);
    what.setPrefWidth(440);
    Dialog<ButtonType> dialog = dialog("runs.ask-act", "runs.act-" + act.key(), what);
    dialog.setHeaderText(
        messages
            .get()
            .text("runs.ask-act", messages.get().text("runs.act-" + act.key()), run, connection));
    return isConfirmed(dialog);
  }

  @Override
  public boolean retries(String run, RetryPlan plan) {
    Dialog<ButtonType> dialog =
        dialog("runs.retry-title", "runs.retry", new RetryQuestion(plan, messages.get()));
    dialog.setHeaderText(messages.get().text("runs.retry-title", run));
    return isConfirmed(dialog);
  }

  @Override
  public Optional<Map<String, String>> outputs(List<WorkflowParameter> wanted) {
    return form(wanted, Map.of(), "runs.outputs-title", "runs.act-resume");
  }

  @Override
  public Optional<Path> toSaveArtifactTo(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
  }

  @Override
  public boolean mayEnd(List<String> files) {
    Label names = new Label(String.join("\n", files));
    return isConfirmed(dialog("runs.end-title", "runs.end", names));
  }

  private Dialog<ButtonType> dialog(String title, String confirm, Node content) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(stage);
    dialog.setTitle(messages.get().text("window.title"));
    dialog.setHeaderText(messages.get().text(title));
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getStylesheets().add(RunPanel.STYLE);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(
            new ButtonType(messages.get().text(confirm), ButtonBar.ButtonData.OK_DONE),
            new ButtonType(
                messages.get().text("window.dialog.cancel-button"),
                ButtonBar.ButtonData.CANCEL_CLOSE));
    theme.dress(dialog.getDialogPane().getScene());
    return dialog;
  }

  private static boolean isConfirmed(Dialog<ButtonType> dialog) {
    return dialog
        .showAndWait()
        .filter(answer -> answer.getButtonData() == ButtonBar.ButtonData.OK_DONE)
        .isPresent();
  }
}

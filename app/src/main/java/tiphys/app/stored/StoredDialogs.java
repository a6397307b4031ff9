// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import tiphys.app.code.DifferenceList;
import tiphys.app.files.LineDifference;
import tiphys.app.message.Messages;
import tiphys.app.theme.Theme;
import tiphys.exporter.cluster.StoredResource;

/** Asks in dialogs over a window. */
record StoredDialogs(Stage stage, Theme theme, Messages messages) implements StoredQuestions {
  @Override
  public boolean mayCreate(StoredResource made, String connection) {
    return isAgreed(
        messages.text("stored.create-question", kind(made), made.name(), connection),
        new Label(messages.text("stored.create-more")),
        "stored.create-button");
  }

  @Override
  public boolean mayReplace(
      StoredResource made, String connection, List<LineDifference.Row> lines, boolean isConflict) {
    Label more =
        new Label(messages.text(isConflict ? "stored.conflict-more" : "stored.replace-more"));
    more.setWrapText(true);
    return isAgreed(
        messages.text("stored.replace-question", kind(made), made.name(), connection),
        new VBox(8, more, new DifferenceList(lines)),
        "stored.replace-button");
  }

  @Override
  public boolean mayDelete(StoredResource kept, String connection) {
    return isAgreed(
        messages.text("stored.delete-question", kind(kept), kept.name(), connection),
        new Label(messages.text("stored.delete-more")),
        "stored.delete");
  }

  private static String kind(StoredResource resource) {
    return resource.kind().argoName();
  }

  private boolean isAgreed(String question, Node content, String button) {
    ButtonType yes = new ButtonType(messages.text(button), ButtonBar.ButtonData.OK_DONE);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(stage);
    dialog.setTitle(messages.text("stored.title"));
    dialog.setHeaderText(question);
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(
            yes,
            new ButtonType(
                messages.text("window.dialog.cancel-button"), ButtonBar.ButtonData.CANCEL_CLOSE));
    theme.dress(dialog.getDialogPane().getScene());
    return dialog.showAndWait().filter(yes::equals).isPresent();
  }
}

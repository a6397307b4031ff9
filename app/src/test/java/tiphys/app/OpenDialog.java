// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;

/** The dialog that is open, as its user has it. */
final class OpenDialog {
  private OpenDialog() {}

  static Optional<DialogPane> shown() {
    return Screen.onWindow(
        () ->
            Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(shown -> shown.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst());
  }

  static String header(DialogPane dialog) {
    return Screen.onWindow(dialog::getHeaderText);
  }

  static String words(DialogPane dialog) {
    return Screen.onWindow(
        () ->
            dialog.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n")));
  }

  static Node inDialog(DialogPane dialog, String selector) {
    return Screen.onWindow(() -> dialog.lookup(selector));
  }

  static Button button(DialogPane dialog, ButtonBar.ButtonData data) {
    return Screen.onWindow(
        () -> {
          ButtonType type =
              dialog.getButtonTypes().stream()
                  .filter(each -> each.getButtonData() == data)
                  .findFirst()
                  .orElseThrow();
          return (Button) dialog.lookupButton(type);
        });
  }

  static void confirm(DialogPane dialog) {
    Screen.doOnWindow(button(dialog, ButtonBar.ButtonData.OK_DONE)::fire);
  }

  static void type(DialogPane dialog, KeyCode key) {
    Stage stage = (Stage) Screen.onWindow(() -> dialog.getScene().getWindow());
    new Hand(Screen.of(stage), dialog).type(key);
  }

  static void pictureOf(DialogPane dialog, String name) {
    Screen.pictureOf(dialog.getScene(), name);
  }
}

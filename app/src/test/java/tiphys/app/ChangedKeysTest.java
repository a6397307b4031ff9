// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;

/** Actions are given other keys. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
class ChangedKeysTest {
  @TempDir private Path settings;
  private WholeWindow window;

  @BeforeEach
  void open() throws Exception {
    window = WholeWindow.open(settings);
    window.choose("change-keys");
  }

  @AfterEach
  void close() {
    closeAside();
    window.close();
  }

  private static void closeAside() {
    Screen.doOnWindow(
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(shown -> shown instanceof Stage stage && stage.getOwner() != null)
                .forEach(Window::hide));
  }

  @Test
  void anActionIsDoneByTheKeysThatItIsGivenAlsoAfterARestart() throws Exception {
    find("save as");
    press("change");
    keys().holding(true, true).type(KeyCode.E);

    assertTrue(said().contains("Ctrl+Shift+E"), said());
    assertEquals(KeyCombination.valueOf("Shortcut+Shift+E"), accelerator("save-as").orElseThrow());
    aside().picture("keys-changed");
    close();
    window = WholeWindow.open(settings);
    assertEquals(KeyCombination.valueOf("Shortcut+Shift+E"), accelerator("save-as").orElseThrow());
  }

  @Test
  void keysOfAnotherActionAreTakenOnlyWhenTheyArePressedTwice() {
    find("save as");
    press("change");
    keys().holding(false, true).type(KeyCode.O);

    assertTrue(said().contains("Open"), said());
    assertEquals(KeyCombination.valueOf("Shortcut+O"), accelerator("open").orElseThrow());
    keys().holding(false, true).type(KeyCode.O);

    assertEquals(KeyCombination.valueOf("Shortcut+O"), accelerator("save-as").orElseThrow());
    assertEquals(Optional.empty(), accelerator("open"));
    press("reset-all");
    assertEquals(KeyCombination.valueOf("Shortcut+O"), accelerator("open").orElseThrow());
  }

  @Test
  void aLetterAloneIsRefusedSinceItIsTyped() {
    find("save as");
    press("change");
    keys().type(KeyCode.B);

    assertTrue(said().contains("typed"), said());
    assertEquals(KeyCombination.valueOf("Shortcut+Shift+S"), accelerator("save-as").orElseThrow());
    keys().type(KeyCode.ESCAPE);
    press("none");
    assertEquals(Optional.empty(), accelerator("save-as"));
    press("reset");
    assertEquals(KeyCombination.valueOf("Shortcut+Shift+S"), accelerator("save-as").orElseThrow());
  }

  private void find(String words) {
    TextField field = aside().find("#keys-view .text-field", TextField.class);
    Screen.doOnWindow(() -> field.setText(words));
    assertEquals(1, Screen.onWindow(() -> rows().getItems().size()));
  }

  private ListView<?> rows() {
    return (ListView<?>) aside().scene().lookup("#keys-rows");
  }

  private void press(String button) {
    Button found = aside().find("#keys-" + button, Button.class);
    Screen.doOnWindow(found::fire);
  }

  private String said() {
    Label label = aside().find("#keys-said", Label.class);
    return Screen.onWindow(label::getText);
  }

  private Hand keys() {
    return new Hand(aside(), aside().scene().getRoot());
  }

  private Screen aside() {
    return Screen.of(
        Screen.onWindow(
            () ->
                Window.getWindows().stream()
                    .filter(shown -> shown.getScene().getRoot().lookup("#keys-view") != null)
                    .map(Stage.class::cast)
                    .findFirst()
                    .orElseThrow()));
  }

  private Optional<KeyCombination> accelerator(String action) {
    return Screen.onWindow(
        () -> {
          MenuBar bar = (MenuBar) window.screen().scene().getRoot().lookup(".menu-bar");
          List<MenuItem> items =
              bar.getMenus().stream().flatMap(menu -> menu.getItems().stream()).toList();
          return items.stream()
              .filter(item -> ("action-" + action).equals(item.getId()))
              .findFirst()
              .map(MenuItem::getAccelerator);
        });
  }
}

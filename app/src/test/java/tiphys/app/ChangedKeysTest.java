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
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.canvas.CanvasKeys;
import tiphys.app.canvas.CanvasShortcuts;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;

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
    keys().holding(true, true).type(KeyCode.J);

    assertTrue(said().contains("Ctrl+Shift+J"), said());
    assertEquals(KeyCombination.valueOf("Shortcut+Shift+J"), accelerator("save-as").orElseThrow());
    aside().picture("keys-changed");
    close();
    window = WholeWindow.open(settings);
    assertEquals(KeyCombination.valueOf("Shortcut+Shift+J"), accelerator("save-as").orElseThrow());
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

  @Test
  void aLetterOfTheCanvasIsChangedAndEveryHintAndTheSheetFollow() throws Exception {
    find("choose the other one with the arrow");
    press("change");
    keys().type(KeyCode.K);
    assertTrue(said().contains("K"), said());
    closeAside();
    window.choose("example-diamond");
    window.await("the diamond", () -> !window.canvas().edges().isEmpty());
    window.canvas().clickOn("B");
    assertTrue(
        Screen.onWindow(
            () ->
                window.screen().scene().getRoot().lookupAll(".context-pad .button").stream()
                    .anyMatch(node -> node.getAccessibleText().endsWith("(K)"))),
        "the pad tells the new key");

    window.hand().type(KeyCode.C);
    assertTrue(wire().isEmpty(), "the old key does nothing");
    window.hand().type(KeyCode.K);
    assertTrue(wire().isPresent(), "the new key begins a connection");
    window.hand().type(KeyCode.ESCAPE);
    List<Shortcut> sheet =
        CanvasShortcuts.in(
            Messages.in(Language.ENGLISH), new CanvasKeys(Settings.in(settings).keys()));
    assertTrue(
        sheet.stream()
            .anyMatch(line -> line.keys().equals("K") && line.does().startsWith("Connect the")));
  }

  @Test
  void aToolTakenFromAnotherOneLosesOnlyThatKey() {
    find("Disable or enable");
    press("change");
    keys().type(KeyCode.E);
    assertTrue(said().contains("Rename"), said());
    keys().type(KeyCode.E);

    find("Rename the selected task");
    assertEquals(
        List.of(KeyCombination.valueOf("F2")),
        Screen.onWindow(
            () -> Settings.in(settings).keys().ofWritten("canvas-rename", List.of("F2", "E"))));
    closeAside();
    assertTrue(label("disable").endsWith("(E)"), label("disable"));
    assertEquals(Optional.empty(), accelerator("disable"), "a letter is not for the window");
  }

  @Test
  void whatGoesByArrowsTakesOtherModifiers() throws Exception {
    find("Move the view far");
    press("change");
    keys().type(KeyCode.M);
    assertTrue(said().contains("arrow"), said());
    keys().holding(true, true).withAlt().type(KeyCode.UP);
    closeAside();
    window.choose("example-diamond");
    window.await("the diamond", () -> !window.canvas().edges().isEmpty());
    window.canvas().clickOn("B");
    double before = window.canvas().middleOf("B").getX();
    window.hand().holding(true, true).withAlt().type(KeyCode.LEFT);
    assertEquals(before + 200, window.canvas().middleOf("B").getX(), 1);
  }

  @Test
  void whereSomebodyWritesNoLetterReachesTheCanvas() throws Exception {
    closeAside();
    window.choose("example-diamond");
    window.await("the diamond", () -> !window.canvas().edges().isEmpty());
    window.canvas().clickOn("B");
    String text = window.canvas().text();
    for (String field : List.of(".inspector .text-field", ".inspector .text-area")) {
      TextInputControl input = window.screen().find(field, TextInputControl.class);
      if (input != null) {
        Screen.doOnWindow(input::requestFocus);
        for (KeyCode code : KeyCode.values()) {
          if (code.isLetterKey() || code.isDigitKey()) {
            window.hand().type(code);
          }
        }
        assertEquals(text, window.canvas().text(), field);
        assertTrue(wire().isEmpty(), field);
        assertEquals("B", window.canvas().selected().iterator().next().value());
      }
    }
  }

  private Optional<?> wire() {
    return Screen.onWindow(() -> window.canvas().wire());
  }

  private String label(String action) {
    return item(action).map(found -> Screen.onWindow(found::getText)).orElseThrow();
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
    return item(action).map(found -> Screen.onWindow(found::getAccelerator));
  }

  private Optional<MenuItem> item(String action) {
    return Screen.onWindow(
        () -> {
          MenuBar bar = (MenuBar) window.screen().scene().getRoot().lookup(".menu-bar");
          return bar.getMenus().stream()
              .flatMap(menu -> menu.getItems().stream())
              .filter(item -> ("action-" + action).equals(item.getId()))
              .findFirst();
        });
  }
}

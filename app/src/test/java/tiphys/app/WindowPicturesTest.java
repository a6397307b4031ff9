// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import tiphys.app.files.Example;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.TiphysWindow;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

class WindowPicturesTest {
  @TempDir private Path folder;

  /** What a window keeps in its folder goes with it. */
  @AfterEach
  void close() {
    Screen.doOnWindow(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  @Test
  void theWindowCanBeLookedAt() throws Exception {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      for (Language language : Language.values()) {
        Opened opened = open(theme, language);
        Screen.doOnWindow(
            () -> {
              opened.window().desk().open(Example.DIAMOND);
              opened.window().desk().open(Example.FAN_OUT);
            });
        opened.screen().picture("window-" + theme.key() + "-" + language.code());
      }
    }
  }

  @Test
  void theCommandPaletteFindsWhatIsTyped() throws Exception {
    Opened opened = open(ThemeChoice.DARK, Language.ENGLISH);
    Screen.doOnWindow(() -> opened.window().desk().open(Example.DIAMOND));
    Node find = opened.screen().find("#find-command", Node.class);
    Screen.doOnWindow(((javafx.scene.control.Button) find)::fire);
    TextField words = opened.screen().find("#command-words", TextField.class);
    Screen.doOnWindow(() -> words.setText("fan"));
    opened.screen().picture("window-command-palette");

    Screen.doOnWindow(
        () ->
            KeyEvent.fireEvent(
                words,
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));

    assertEquals(
        Optional.of("fan-out.yaml"),
        Screen.onWindow(() -> opened.window().desk().files().shown().get().map(f -> f.name())));
  }

  @Test
  void aBadFileIsSaidInWordsAndTheOthersStay() throws Exception {
    Opened opened = open(ThemeChoice.LIGHT, Language.ENGLISH);
    Path binary = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 0, 1});
    Screen.doOnWindow(
        () -> {
          opened.window().desk().open(Example.DIAMOND);
          opened.window().desk().open(binary);
        });
    waitForNotice(opened);

    assertTrue(noticeOf(opened).contains("is not a text"), noticeOf(opened));
    assertEquals(1, Screen.onWindow(() -> opened.window().desk().files().list().size()));
    opened.screen().picture("window-notice");
  }

  @Test
  void anotherLanguageKeepsTheFilesAndTheirUndo() throws Exception {
    Opened opened = open(ThemeChoice.LIGHT, Language.ENGLISH);
    Screen.doOnWindow(
        () -> {
          opened.window().desk().open(Example.DIAMOND);
          opened
              .window()
              .desk()
              .files()
              .shown()
              .get()
              .orElseThrow()
              .editor()
              .type(TextEdits.of(TextEdit.insert(0, "# mine\n")));
        });
    assertEquals("Not saved", text(opened, "#status-saved"));

    Screen.doOnWindow(() -> opened.settings().language().set(Optional.of(Language.JAPANESE)));

    assertEquals("未保存", text(opened, "#status-saved"));
    Screen.doOnWindow(
        () -> opened.window().desk().files().shown().get().orElseThrow().editor().undo());
    assertEquals("保存済み", text(opened, "#status-saved"));
  }

  private record Opened(TiphysWindow window, Settings settings, Screen screen) {}

  private Opened open(ThemeChoice theme, Language language) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Settings settings = Settings.in(folder.resolve("config"));
    TiphysWindow window =
        Screen.onWindow(
            () -> {
              settings.theme().set(theme);
              settings.language().set(Optional.of(language));
              TiphysWindow made = new Wiring(settings).window(stage);
              made.show();
              return made;
            });
    Screen screen = Screen.of(stage);
    assertFalse(Screen.onWindow(() -> stage.getTitle()).isEmpty());
    return new Opened(window, settings, screen);
  }

  private static void waitForNotice(Opened opened) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      if (Screen.onWindow(() -> opened.window().notice().get().isPresent())) {
        return;
      }
      Thread.sleep(20);
    }
  }

  private static String noticeOf(Opened opened) {
    return Screen.onWindow(
        () ->
            opened.screen().scene().getRoot().lookupAll("#notice .label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining()));
  }

  private static String text(Opened opened, String selector) {
    return Screen.onWindow(
        () -> ((Labeled) opened.screen().scene().getRoot().lookup(selector)).getText());
  }
}

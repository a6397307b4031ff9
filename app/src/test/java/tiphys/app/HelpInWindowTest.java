// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import tiphys.app.canvas.CanvasKeys;
import tiphys.app.canvas.CanvasShortcuts;
import tiphys.app.files.Example;
import tiphys.app.keys.KeyBindings;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.TiphysWindow;

class HelpInWindowTest {
  @TempDir private Path folder;

  @AfterEach
  void closeWhatWasOpened() {
    Screen.doOnWindow(
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof Stage stage && stage.getOwner() != null)
                .forEach(Window::hide));
  }

  @Test
  void theHelpCanBeLookedAt() throws Exception {
    lookAt(ThemeChoice.DARK, Language.ENGLISH);
    lookAt(ThemeChoice.LIGHT, Language.JAPANESE);
  }

  private void lookAt(ThemeChoice theme, Language language) throws Exception {
    Screen window = open(theme, language);
    String name = "-" + theme.key() + "-" + language.code();
    for (String action : List.of("help", "shortcuts", "about")) {
      choose(window, action);
      opened().picture(action + name);
    }
    closeWhatWasOpened();
  }

  @Test
  void helpOpensThePageOfThePartThatHasTheFocus() throws Exception {
    Screen window = open(ThemeChoice.LIGHT, Language.ENGLISH);
    Screen.doOnWindow(() -> window.scene().lookup(".canvas").requestFocus());
    choose(window, "help");
    assertEquals("canvas", shownPage());

    Screen.doOnWindow(() -> window.scene().lookup("#palette-container").requestFocus());
    choose(window, "help");
    assertEquals("palette", shownPage());

    Screen.doOnWindow(
        () ->
            window.scene().getRoot().lookupAll(".inspector-place *").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .findFirst()
                .orElseThrow()
                .requestFocus());
    choose(window, "help");
    assertEquals("inspector", shownPage());

    Screen.doOnWindow(() -> window.scene().lookup("#find-command").requestFocus());
    choose(window, "help");
    assertEquals("getting-started", shownPage());
  }

  @Test
  void aLinkLeadsToItsPageAndBackReturns() throws Exception {
    Screen window = open(ThemeChoice.LIGHT, Language.ENGLISH);
    Screen.doOnWindow(() -> window.scene().lookup("#find-command").requestFocus());
    choose(window, "help");
    Screen help = opened();
    Screen.doOnWindow(
        () -> ((javafx.scene.control.Hyperlink) help.scene().lookup(".help-link")).fire());
    assertEquals("run", shownPage());

    Screen.doOnWindow(() -> ((Button) help.scene().lookup("#help-back")).fire());

    assertEquals("getting-started", shownPage());
  }

  @Test
  void whatIsSearchedForIsMarkedOnThePageThatHasIt() throws Exception {
    Screen window = open(ThemeChoice.LIGHT, Language.ENGLISH);
    choose(window, "help");
    Screen help = opened();
    TextField words = help.find("#help-words", TextField.class);
    Screen.doOnWindow(() -> words.setText("sidecar"));
    help.settle();
    assertFalse(Screen.onWindow(() -> help.scene().getRoot().lookupAll(".help-found")).isEmpty());
    help.picture("help-search");
  }

  @Test
  void aQuestionMarkOnTheCanvasOpensTheSheetAndWordsNarrowIt() throws Exception {
    Screen window = open(ThemeChoice.LIGHT, Language.ENGLISH);
    Screen.doOnWindow(
        () -> {
          Node canvas = window.scene().lookup(".canvas");
          canvas.requestFocus();
          canvas.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false));
        });
    Screen sheet = opened();
    TextField words = sheet.find("#shortcut-words", TextField.class);
    int all = rows(sheet).size();
    Screen.doOnWindow(() -> words.setText("rename"));
    sheet.settle();
    List<String> left = rows(sheet);
    assertTrue(left.size() < all && !left.isEmpty(), left.toString());
    assertTrue(left.contains("Rename the selected task"), left.toString());
  }

  @Test
  void noKeyStandsTwiceInTheMenusAndThoseOfTheCanvasMeanTheSame() throws Exception {
    Screen window = open(ThemeChoice.LIGHT, Language.ENGLISH);
    List<String> keys = new ArrayList<>();
    Screen.doOnWindow(
        () ->
            items(window)
                .forEach(
                    item -> {
                      if (item.getAccelerator() != null) {
                        keys.add(item.getAccelerator().getDisplayText());
                      }
                    }));
    Set<String> once = new TreeSet<>(keys);
    assertEquals(once.size(), keys.size(), keys.toString());

    Set<String> both = new TreeSet<>();
    for (Shortcut shortcut :
        CanvasShortcuts.in(Messages.in(Language.ENGLISH), new CanvasKeys(KeyBindings.USUAL))) {
      both.addAll(List.of(shortcut.keys().split("  ")));
    }
    both.retainAll(once);
    assertEquals(Set.of("Ctrl+A", "F2"), both, "select all and rename, here and there");
  }

  private Screen open(ThemeChoice theme, Language language) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Settings settings = Settings.in(folder.resolve("config"));
    Screen.doOnWindow(
        () -> {
          settings.theme().set(theme);
          settings.language().set(Optional.of(language));
          TiphysWindow made = new Wiring(settings).window(stage);
          made.desk().open(Example.DIAMOND);
          made.show();
        });
    return Screen.of(stage);
  }

  private static void choose(Screen window, String action) {
    Screen.doOnWindow(
        () ->
            items(window).stream()
                .filter(item -> ("action-" + action).equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private static List<MenuItem> items(Screen window) {
    List<MenuItem> items = new ArrayList<>();
    for (Menu menu : ((MenuBar) window.scene().lookup(".menu-bar")).getMenus()) {
      items.addAll(menu.getItems());
    }
    return items;
  }

  /** The window that came last. */
  private static Screen opened() {
    return Screen.of(
        Screen.onWindow(
            () ->
                List.copyOf(Window.getWindows()).reversed().stream()
                    .filter(window -> window instanceof Stage stage && stage.getOwner() != null)
                    .map(Stage.class::cast)
                    .findFirst()
                    .orElseThrow()));
  }

  private static String shownPage() {
    ListView<?> pages = opened().find("#help-pages", ListView.class);
    Object page = Screen.onWindow(() -> pages.getSelectionModel().getSelectedItem());
    return ((tiphys.app.help.HelpPage) page).key();
  }

  private static List<String> rows(Screen sheet) {
    return Screen.onWindow(
        () ->
            sheet.scene().getRoot().lookupAll(".shortcut-row .label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.editor.EditTool;
import tiphys.app.screen.Screen;

/** JavaFX takes a key whose name it does not know for a character, which then never comes. */
class KeysOfTheWindowTest {
  @TempDir private Path settings;

  @Test
  void everyShortcutOfAMenuIsAKeyThatExistsAndStandsOnce() throws Exception {
    WholeWindow window = WholeWindow.open(settings);
    MenuBar bar = window.screen().find(".menu-bar", MenuBar.class);
    List<KeyCombination> keys =
        Screen.onWindow(
            () ->
                bar.getMenus().stream()
                    .flatMap(KeysOfTheWindowTest::items)
                    .map(MenuItem::getAccelerator)
                    .filter(Objects::nonNull)
                    .toList());

    keys.forEach(key -> assertInstanceOf(KeyCodeCombination.class, key, key::getName));
    assertEquals(keys.stream().distinct().toList(), keys);
    window.close();
  }

  @Test
  void everyKeyOfTheCanvasIsAKeyThatExists() {
    for (EditTool tool : EditTool.values()) {
      for (String key : tool.keys()) {
        assertInstanceOf(KeyCodeCombination.class, KeyCombination.valueOf(key), key);
      }
    }
  }

  private static Stream<MenuItem> items(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(KeysOfTheWindowTest::items)
        : Stream.of(item);
  }
}

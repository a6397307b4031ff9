// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.files.Example;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.Theme;

/** Colours that all can tell apart are chosen in the menu and remembered. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
class ColoursInWindowTest {
  @TempDir private Path settings;
  private WholeWindow window;

  @BeforeEach
  void open() throws Exception {
    window = WholeWindow.open(settings);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void phasesHaveColoursWithoutRedAndGreenWhenTheyAreAskedFor() throws Exception {
    Screen.doOnWindow(() -> window.window().desk().open(Example.DIAMOND));
    window.choose("distinct-colours");
    window.choose("engine-simulate");
    window.choose("run");
    window.await(
        "it has run",
        () ->
            window.canvas().phases().size() == 4
                && !window.canvas().phases().toString().contains("RUNNING"));

    assertTrue(isDistinct());
    window.screen().picture("window-distinct-colours");
    assertTrue(Settings.in(settings).distinctColours().get());
    window.choose("distinct-colours");
    assertFalse(isDistinct());
  }

  private boolean isDistinct() {
    return Screen.onWindow(
        () -> window.screen().scene().getRoot().getStyleClass().contains(Theme.DISTINCT_CLASS));
  }
}

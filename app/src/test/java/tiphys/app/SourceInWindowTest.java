// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.TextField;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.screen.Screen;

class SourceInWindowTest {
  @TempDir private Path folder;

  @Test
  void theSourceMenuBringsTheSourceToTheFrontAndDoesWhatItSaysThere() throws Exception {
    WholeWindow window = WholeWindow.open(folder.resolve("settings"));
    window.choose("example-diamond");
    window.choose("show-problems");
    window.choose("source-fold-all");
    CodeArea source = window.screen().find(".code-area", CodeArea.class);
    assertTrue(Screen.onWindow(source::isFocused));
    assertTrue(Screen.onWindow(source::getParagraphCount) < 8);

    window.choose("source-find");
    window.screen().picture("source-find-in-window");
    assertTrue(Screen.onWindow(window.screen().find("#find-words", TextField.class)::isFocused));
    window.close();
  }
}

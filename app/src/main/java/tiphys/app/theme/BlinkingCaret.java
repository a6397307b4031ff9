// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.RichTextArea;

/**
 * The caret of a text area that blinks only while the area is in a window. By itself the blinking
 * never ends (JavaFX 26: {@code VFlow.dispose} leaves its timeline running), and the timeline holds
 * the area, all around it and the file that it shows for as long as the program runs.
 */
public final class BlinkingCaret {
  private BlinkingCaret() {}

  public static void onlyWhileShown(RichTextArea area) {
    Duration usual = area.getCaretBlinkPeriod();
    area.sceneProperty()
        .subscribe(scene -> area.setCaretBlinkPeriod(scene == null ? Duration.ZERO : usual));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.screen.Screen;

class ExamplePictureTest {
  @TempDir private Path folder;

  @Test
  void whoStaysOnAnExampleSeesItsPictureAndWhatItTeaches() throws Exception {
    WholeWindow window = WholeWindow.open(folder);
    try {
      window.choose("new");
      Hyperlink link = window.screen().find("#welcome-example-diamond", Hyperlink.class);
      Tooltip tip = Screen.onWindow(link::getTooltip);
      Screen.doOnWindow(() -> tip.show(link, 200, 200));
      ImageView picture = (ImageView) ((StackPane) tip.getGraphic()).getChildren().getFirst();
      window.await("the picture", () -> Screen.onWindow(picture::getImage) != null);

      assertEquals("Diamond: two tasks at once", tip.getText());
      assertTrue(picture.getImage().getWidth() > 100);
      Screen.doOnWindow(tip::hide);
    } finally {
      window.close();
    }
  }
}

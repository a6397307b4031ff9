// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.screen.Screen;

/** What is chosen, or everything, leaves the window as a picture. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
final class PicturesInWindowTest {
  private static final int WHITE = 0xFFFFFFFF;

  @TempDir Path folder;
  private WholeWindow window;

  @BeforeEach
  void openTheDiamond() throws Exception {
    window = WholeWindow.open(folder.resolve("settings"));
    window.choose("example-diamond");
    window.await("the diamond", () -> window.canvas().edges().size() == 4);
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void theDrawingIsCopiedAsItIsSeenWholeOrTheChosenPart() throws Exception {
    Image whole = copied();
    assertEquals(WHITE, whole.getPixelReader().getArgb(2, 2));
    window.canvas().clickOn("B");
    Image part = copied();
    assertTrue(part.getHeight() < whole.getHeight() && part.getWidth() < whole.getWidth());
    keep(part, "picture-of-a-part");

    window.choose("theme-dark");
    Image dark = copied();
    assertTrue(dark.getPixelReader().getArgb(2, 2) != WHITE, "as dark as the window");
    keep(dark, "picture-of-a-part-dark");
  }

  @Test
  void theChosenTasksAreExportedInTheFormThatTheNameEndsWith() throws Exception {
    window.canvas().clickOn("A");
    window.hand().holding(true, false).type(KeyCode.DOWN);
    int chosen = window.canvas().selected().size();
    assertEquals(2, chosen);
    Path picture = folder.resolve("part.pdf");
    window.willAnswer(picture);
    window.choose("export-part");
    window.await("the picture", () -> window.notice().contains("part.pdf"));
    assertTrue(
        new String(Files.readAllBytes(picture), StandardCharsets.ISO_8859_1).startsWith("%PDF"));

    window.willAnswer(folder.resolve("part.gif"));
    window.choose("export-part");
    window.await("the reason", () -> window.notice().contains(".svg, .png or .pdf"));
  }

  private Image copied() throws InterruptedException {
    Screen.doOnWindow(() -> Clipboard.getSystemClipboard().clear());
    window.choose("copy-image");
    window.await(
        "the image", () -> Screen.onWindow(() -> Clipboard.getSystemClipboard().hasImage()));
    return Screen.onWindow(() -> Objects.requireNonNull(Clipboard.getSystemClipboard().getImage()));
  }

  private static void keep(Image image, String name) {
    try {
      Path pictures = Files.createDirectories(Path.of("target/screenshots"));
      ImageIO.write(
          SwingFXUtils.fromFXImage(image, null), "png", pictures.resolve(name + ".png").toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

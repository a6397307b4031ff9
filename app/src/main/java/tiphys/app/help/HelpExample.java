// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.scene.image.Image;
import org.commonmark.node.Node;
import tiphys.app.export.FileExports;
import tiphys.app.theme.Look;
import tiphys.model.text.SourceText;

/**
 * A workflow that a page of the help shows: its text, and the picture that is drawn from that very
 * text. A page has it as {@code ![words](example:KEY)} in a paragraph of its own; it stands in
 * {@code example/KEY.yaml}.
 *
 * @param words what the picture shows, for those who cannot see it
 */
public record HelpExample(String key, String words) {
  private static final String SCHEME = "example:";

  /** Pixels of a picture for each pixel of the page, so that it is sharp on fine screens. */
  private static final double SCALE = 2;

  /** The example that a block of a page is; empty for other blocks. */
  static Optional<HelpExample> of(Node block) {
    return block.getFirstChild() instanceof org.commonmark.node.Image image
            && image.getNext() == null
            && image.getDestination().startsWith(SCHEME)
        ? Optional.of(
            new HelpExample(
                image.getDestination().substring(SCHEME.length()), PlainText.wordsOf(image)))
        : Optional.empty();
  }

  public String fileName() {
    return key + ".yaml";
  }

  public SourceText text() {
    String file = "example/" + fileName();
    try (InputStream in = HelpExample.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the example " + file + " of the help is missing");
      }
      return SourceText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What the canvas shows of its first resource. */
  Image picture(Look look) {
    byte[] png = FileExports.firstPicture(text(), look.palette());
    return new Image(new ByteArrayInputStream(png));
  }

  /** How wide a picture is on the page, in pixels. */
  static double widthOf(Image picture, double most) {
    return Math.min(picture.getWidth() / SCALE, most);
  }
}

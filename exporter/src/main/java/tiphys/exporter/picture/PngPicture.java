// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import tiphys.model.graph.FlowGraph;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;

/** A scope as a PNG image. */
public final class PngPicture {
  /** A picture of more pixels is made at a smaller scale: 64 million are 256 MB to draw. */
  private static final double MOST_PIXELS = 64e6;

  private PngPicture() {}

  /**
   * @param scale pixels for each canvas unit, less where the image would become too large
   */
  public static byte[] of(
      FlowGraph graph, Arrangement arrangement, PictureStyle style, double scale) {
    return of(FlowPicture.of(graph, arrangement, style), scale);
  }

  static byte[] of(FlowPicture picture, double scale) {
    Box frame = picture.frame();
    double most = Math.sqrt(MOST_PIXELS / (frame.width() * frame.height()));
    double used = Math.min(scale, most);
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(frame.width() * used),
            (int) Math.ceil(frame.height() * used),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(picture.palette().background(), true));
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(used, used);
    graphics.translate(-frame.x(), -frame.y());
    FontWidths widths = new FontWidths();
    picture.draw(new ImagePen(graphics, widths), widths);
    graphics.dispose();
    return written(image);
  }

  private static byte[] written(BufferedImage image) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tiphys.icons.Glyph;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/**
 * Writes what is drawn in the operators of PDF. Text is text in Helvetica, which every reader has
 * and no file needs to carry; where it lacks a letter, as for Japanese, the text is drawn as
 * outlines that carry their words along, so that it is found and copied all the same.
 */
final class PdfPen implements Pen {
  private static final FontRenderContext CONTEXT =
      new FontRenderContext(new AffineTransform(), true, true);

  /** A fade is so many layers, each reaching less far than the last, so that no seams show. */
  private static final int LAYERS = 16;

  private final StringBuilder content = new StringBuilder();
  private final Map<Integer, String> states = new TreeMap<>();
  private final FontWidths fonts = new PdfWidths().outlines();

  PdfPen(Box frame, double scale, int background) {
    content.append(
        String.format(
            Locale.ROOT,
            "%s 0 0 %s %s %s cm 1 J 1 j\n",
            n(scale),
            n(-scale),
            n(-frame.x() * scale),
            n((frame.y() + frame.height()) * scale)));
    fillRound(frame.x(), frame.y(), frame.width(), frame.height(), 0, background);
  }

  String content() {
    return content.toString();
  }

  /** The opacities that were used, as entries of the page's resources. */
  String states() {
    return states.entrySet().stream()
        .map(
            state ->
                String.format(
                    Locale.ROOT,
                    "/%s<</ca %s/CA %s>>",
                    state.getValue(),
                    n(state.getKey() / 255.0),
                    n(state.getKey() / 255.0)))
        .collect(Collectors.joining());
  }

  @Override
  public void fillRound(
      double x, double y, double width, double height, double radius, int colour) {
    if (width > 0 && height > 0) {
      fill(Shapes.round(x, y, width, height, radius), colour);
    }
  }

  @Override
  public void fillFading(
      double x, double y, double width, double height, double radius, int colour) {
    content.append("q ");
    path(Shapes.round(x, y, width, height, radius));
    content.append("W n\n");
    double passing = 1;
    for (int i = LAYERS - 1; i >= 0; i--) {
      double wanted = 1 - (colour >>> 24) / 255.0 * (1 - (i + 0.5) / LAYERS);
      int alpha = (int) Math.round((1 - wanted / passing) * 255);
      passing *= 1 - alpha / 255.0;
      double reach = width * (i + 1) / LAYERS;
      fillRound(x, y, reach, height, 0, alpha << 24 | colour & 0xFFFFFF);
    }
    content.append("Q\n");
  }

  @Override
  public void strokeRound(
      double x, double y, double width, double height, double radius, Stroke stroke) {
    draw(Shapes.round(x, y, width, height, radius), stroke);
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
    Path2D path = new Path2D.Double();
    path.moveTo(fromX, fromY);
    path.lineTo(toX, toY);
    draw(path, stroke);
  }

  @Override
  public void bows(Bows bows, Stroke stroke) {
    draw(Shapes.of(bows), stroke);
  }

  @Override
  public void arrowHead(Point tip, Heading heading, double length, int colour) {
    fill(Shapes.arrowHead(tip, heading, length), colour);
  }

  @Override
  public void disc(double centreX, double centreY, double radius, int colour) {
    fill(Shapes.disc(centreX, centreY, radius), colour);
  }

  @Override
  public void glyph(Glyph glyph, double x, double y, double size, int colour) {
    Shape shape = Shapes.of(glyph, x, y, size);
    if (glyph.stroked()) {
      draw(shape, Stroke.solid(colour, Glyph.STROKE * size / Glyph.SIZE));
    } else {
      fill(shape, colour);
    }
  }

  @Override
  public void text(String text, double x, double baseline, FontRole role, int colour) {
    if (text.isBlank()) {
      return;
    }
    Optional<byte[]> letters = PdfWidths.encoded(text);
    if (letters.isEmpty()) {
      outlined(text, x, baseline, role, colour);
      return;
    }
    colour(colour, "rg");
    content.append(
        String.format(
            Locale.ROOT,
            "BT /F%d %s Tf 1 0 0 -1 %s %s Tm <%s> Tj ET\n",
            role.isBold() ? 1 : 0,
            n(role.size()),
            n(x),
            n(baseline),
            HexFormat.of().formatHex(letters.get())));
  }

  @Override
  public void within(double x, double y, Runnable drawing) {
    content.append("q 1 0 0 1 ").append(n(x)).append(' ').append(n(y)).append(" cm\n");
    drawing.run();
    content.append("Q\n");
  }

  /** A blank that is not painted is what the words stand for: outlines alone are no text. */
  private void outlined(String text, double x, double baseline, FontRole role, int colour) {
    String words = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    content.append("/Span <</ActualText <feff").append(words).append(">>> BDC\n");
    TextLayout layout = new TextLayout(text, fonts.font(role), CONTEXT);
    fill(layout.getOutline(AffineTransform.getTranslateInstance(x, baseline)), colour);
    content.append(
        String.format(
            Locale.ROOT,
            "BT 3 Tr /F0 %s Tf 1 0 0 -1 %s %s Tm <20> Tj 0 Tr ET EMC\n",
            n(role.size()),
            n(x),
            n(baseline)));
  }

  private void fill(Shape shape, int colour) {
    colour(colour, "rg");
    path(shape);
    content.append("f\n");
  }

  private void draw(Shape shape, Stroke stroke) {
    colour(stroke.colour(), "RG");
    content.append(n(stroke.width())).append(" w ");
    content.append(stroke.isDashed() ? "[" + n(Stroke.DASH) + "] 0 d " : "[] 0 d ");
    path(shape);
    content.append("S\n");
  }

  private void colour(int colour, String operator) {
    String state = states.computeIfAbsent(colour >>> 24, alpha -> "A" + alpha);
    content.append('/').append(state).append(" gs ");
    for (int shift = 16; shift >= 0; shift -= 8) {
      content.append(n((colour >> shift & 0xFF) / 255.0)).append(' ');
    }
    content.append(operator).append('\n');
  }

  private void path(Shape shape) {
    double[] to = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator piece = shape.getPathIterator(new AffineTransform());
        !piece.isDone();
        piece.next()) {
      switch (piece.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> write(to, 2, "m");
        case PathIterator.SEG_LINETO -> write(to, 2, "l");
        case PathIterator.SEG_QUADTO -> {
          double[] cubic = {
            x + (to[0] - x) * 2 / 3,
            y + (to[1] - y) * 2 / 3,
            to[2] + (to[0] - to[2]) * 2 / 3,
            to[3] + (to[1] - to[3]) * 2 / 3,
            to[2],
            to[3]
          };
          write(cubic, 6, "c");
          to[0] = to[2];
          to[1] = to[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          write(to, 6, "c");
          to[0] = to[4];
          to[1] = to[5];
        }
        default -> content.append("h ");
      }
      x = to[0];
      y = to[1];
    }
  }

  private void write(double[] numbers, int count, String operator) {
    for (int i = 0; i < count; i++) {
      content.append(n(numbers[i])).append(' ');
    }
    content.append(operator).append(' ');
  }

  /** Four digits after the point and no more than needed; never with an exponent. */
  private static String n(double value) {
    double rounded = Math.rint(value * 10_000) / 10_000;
    if (rounded == Math.rint(rounded)) {
      return Long.toString((long) rounded);
    }
    return Math.abs(rounded) < 0.001
        ? String.format(Locale.ROOT, "%.4f", rounded)
        : Double.toString(rounded);
  }
}

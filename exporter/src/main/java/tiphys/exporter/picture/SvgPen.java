// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tiphys.icons.Glyph;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/** Writes what is drawn as SVG 1.1, which browsers, editors and office programs read alike. */
final class SvgPen implements Pen {
  private static final String FONTS =
      "Inter, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Noto Sans CJK JP', 'DejaVu Sans',"
          + " sans-serif";

  private final StringBuilder body = new StringBuilder();
  private final Map<Integer, String> fades = new LinkedHashMap<>();
  private final Map<Glyph, String> symbols = new LinkedHashMap<>();
  private final Box frame;
  private final int background;

  SvgPen(Box frame, int background) {
    this.frame = frame;
    this.background = background;
  }

  String document() {
    StringBuilder all = new StringBuilder(body.length() + 4096);
    all.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
        .append(" width=\"%s\" height=\"%s\"".formatted(n(frame.width()), n(frame.height())))
        .append(
            " viewBox=\"%s %s %s %s\""
                .formatted(n(frame.x()), n(frame.y()), n(frame.width()), n(frame.height())))
        .append(" font-family=\"")
        .append(FONTS)
        .append("\">\n<defs>\n");
    fades.forEach((colour, id) -> all.append(fade(colour, id)));
    symbols.forEach((glyph, id) -> all.append(symbol(glyph, id)));
    all.append("</defs>\n");
    all.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n"
            .formatted(
                n(frame.x()),
                n(frame.y()),
                n(frame.width()),
                n(frame.height()),
                paint("fill", background)));
    return all.append(body).append("</svg>\n").toString();
  }

  @Override
  public void fillRound(
      double x, double y, double width, double height, double radius, int colour) {
    if (width > 0 && height > 0) {
      rect(x, y, width, height, radius, paint("fill", colour));
    }
  }

  @Override
  public void fillFading(
      double x, double y, double width, double height, double radius, int colour) {
    String id = fades.computeIfAbsent(colour, _ -> "fade" + fades.size());
    rect(x, y, width, height, radius, " fill=\"url(#%s)\"".formatted(id));
  }

  @Override
  public void strokeRound(
      double x, double y, double width, double height, double radius, Stroke stroke) {
    rect(x, y, width, height, radius, " fill=\"none\"" + line(stroke));
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
    body.append(
        "<path d=\"M%s %sL%s %s\"%s/>\n"
            .formatted(n(fromX), n(fromY), n(toX), n(toY), line(stroke)));
  }

  @Override
  public void bows(Bows bows, Stroke stroke) {
    body.append("<path d=\"M").append(n(bows.x(0))).append(' ').append(n(bows.y(0)));
    for (int bow = 0; bow < bows.count(); bow++) {
      String x = n(bows.x(bow + 1));
      String y = n(bows.y(bow + 1));
      if (bows.isStraight(bow)) {
        body.append("L%s %s".formatted(x, y));
      } else {
        Point leaving = bows.leaving(bow);
        Point arriving = bows.arriving(bow);
        body.append(
            "C%s %s %s %s %s %s"
                .formatted(n(leaving.x()), n(leaving.y()), n(arriving.x()), n(arriving.y()), x, y));
      }
    }
    body.append("\" fill=\"none\"").append(line(stroke)).append("/>\n");
  }

  @Override
  public void arrowHead(Point tip, Heading heading, double length, int colour) {
    double half = length * 0.45;
    Point back = heading.turned(new Point(-half, -length));
    body.append(
        "<path d=\"M%s %sl%s %s%s%sz\"%s/>\n"
            .formatted(
                n(tip.x()),
                n(tip.y()),
                n(back.x()),
                n(back.y()),
                heading == Heading.DOWN ? "h" : "v",
                n(2 * half),
                paint("fill", colour)));
  }

  @Override
  public void disc(double centreX, double centreY, double radius, int colour) {
    body.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n"
            .formatted(n(centreX), n(centreY), n(radius), paint("fill", colour)));
  }

  @Override
  public void glyph(Glyph glyph, double x, double y, double size, int colour) {
    String id = symbols.computeIfAbsent(glyph, wanted -> "glyph-" + wanted.name());
    body.append(
        "<use xlink:href=\"#%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n"
            .formatted(
                id,
                n(x),
                n(y),
                n(size),
                n(size),
                paint(glyph.stroked() ? "stroke" : "fill", colour)));
  }

  @Override
  public void text(String text, double x, double baseline, FontRole role, int colour) {
    body.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s>%s</text>\n"
            .formatted(
                n(x),
                n(baseline),
                n(role.size()),
                role.isBold() ? " font-weight=\"600\"" : "",
                paint("fill", colour),
                escaped(text)));
  }

  @Override
  public void within(double x, double y, Runnable drawing) {
    body.append("<g transform=\"translate(%s %s)\">\n".formatted(n(x), n(y)));
    drawing.run();
    body.append("</g>\n");
  }

  private void rect(double x, double y, double width, double height, double radius, String paint) {
    body.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"%s/>\n"
            .formatted(n(x), n(y), n(width), n(height), n(radius), paint));
  }

  private static String fade(int colour, String id) {
    return """
        <linearGradient id="%s"><stop offset="0" stop-color="%s" stop-opacity="%s"/>\
        <stop offset="1" stop-color="%s" stop-opacity="0"/></linearGradient>
        """
        .formatted(id, hex(colour), n((colour >>> 24) / 255.0), hex(colour));
  }

  private static String symbol(Glyph glyph, String id) {
    String how =
        glyph.stroked()
            ? " fill=\"none\" stroke-width=\"2\" stroke-linecap=\"round\""
                + " stroke-linejoin=\"round\""
            : "";
    return "<symbol id=\"%s\" viewBox=\"0 0 24 24\"><path d=\"%s\"%s/></symbol>\n"
        .formatted(id, glyph.path(), how);
  }

  private static String line(Stroke stroke) {
    String dashes = stroke.isDashed() ? " stroke-dasharray=\"" + n(Stroke.DASH) + "\"" : "";
    return paint("stroke", stroke.colour())
        + " stroke-width=\""
        + n(stroke.width())
        + "\""
        + dashes;
  }

  private static String paint(String attribute, int colour) {
    int alpha = colour >>> 24;
    String opacity =
        alpha == 255 ? "" : " %s-opacity=\"%s\"".formatted(attribute, n(alpha / 255.0));
    return " %s=\"%s\"%s".formatted(attribute, hex(colour), opacity);
  }

  private static String hex(int colour) {
    return String.format(Locale.ROOT, "#%06x", colour & 0xFFFFFF);
  }

  /** Two digits after the point and no more than needed. */
  private static String n(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /** Characters that XML cannot hold are left out. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> {
                  if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                    safe.appendCodePoint(c);
                  }
                }
              }
            });
    return safe.toString();
  }
}

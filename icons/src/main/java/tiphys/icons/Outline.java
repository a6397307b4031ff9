// SPDX-License-Identifier: Apache-2.0
package tiphys.icons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A glyph's path as absolute moves, lines and cubic curves, for those who cannot read SVG. */
public final class Outline {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|-?(?:\\d+\\.?\\d*|\\.\\d+)");
  private static final Map<Glyph, Outline> KNOWN = new ConcurrentHashMap<>();

  /** Whoever draws. */
  public interface Sink {
    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void curveTo(double x1, double y1, double x2, double y2, double x, double y);

    void close();
  }

  private sealed interface Piece {
    record Move(double x, double y) implements Piece {}

    record Line(double x, double y) implements Piece {}

    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Piece {}

    record Close() implements Piece {}
  }

  private final List<String> tokens = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private int next;
  private double x;
  private double y;

  /** The last handle of the curve that ends here. */
  private double handleX;

  private double handleY;
  private double startX;
  private double startY;

  private Outline(String path) {
    Matcher matcher = TOKEN.matcher(path);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    char command = 'M';
    while (next < tokens.size()) {
      if (Character.isLetter(tokens.get(next).charAt(0))) {
        command = tokens.get(next++).charAt(0);
      }
      read(command);
    }
  }

  /** Read once for each glyph. */
  public static Outline of(Glyph glyph) {
    return KNOWN.computeIfAbsent(glyph, wanted -> new Outline(wanted.path()));
  }

  /** Draws at a place and a size. */
  public void draw(double left, double top, double size, Sink sink) {
    double scale = size / Glyph.SIZE;
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Move(double px, double py) -> sink.moveTo(left + px * scale, top + py * scale);
        case Piece.Line(double px, double py) -> sink.lineTo(left + px * scale, top + py * scale);
        case Piece.Curve(double x1, double y1, double x2, double y2, double px, double py) ->
            sink.curveTo(
                left + x1 * scale,
                top + y1 * scale,
                left + x2 * scale,
                top + y2 * scale,
                left + px * scale,
                top + py * scale);
        case Piece.Close() -> sink.close();
      }
    }
  }

  private void read(char command) {
    double baseX = Character.isLowerCase(command) ? x : 0;
    double baseY = Character.isLowerCase(command) ? y : 0;
    switch (Character.toUpperCase(command)) {
      case 'M' -> moveTo(baseX + number(), baseY + number());
      case 'L' -> lineTo(baseX + number(), baseY + number());
      case 'H' -> lineTo(baseX + number(), y);
      case 'V' -> lineTo(x, baseY + number());
      case 'C' ->
          curveTo(
              baseX + number(),
              baseY + number(),
              baseX + number(),
              baseY + number(),
              baseX + number(),
              baseY + number());
      case 'S' ->
          curveTo(
              2 * x - handleX,
              2 * y - handleY,
              baseX + number(),
              baseY + number(),
              baseX + number(),
              baseY + number());
      case 'A' -> {
        double radiusX = number();
        double radiusY = number();
        number();
        boolean isLarge = number() != 0;
        boolean isClockwise = number() != 0;
        arcTo(radiusX, radiusY, isLarge, isClockwise, baseX + number(), baseY + number());
      }
      case 'Z' -> {
        pieces.add(new Piece.Close());
        arrive(startX, startY);
      }
      default -> throw new IllegalArgumentException("no such command in a path: " + command);
    }
  }

  private double number() {
    return Double.parseDouble(tokens.get(next++));
  }

  private void moveTo(double toX, double toY) {
    pieces.add(new Piece.Move(toX, toY));
    startX = toX;
    startY = toY;
    arrive(toX, toY);
  }

  private void lineTo(double toX, double toY) {
    pieces.add(new Piece.Line(toX, toY));
    arrive(toX, toY);
  }

  private void curveTo(double x1, double y1, double x2, double y2, double toX, double toY) {
    pieces.add(new Piece.Curve(x1, y1, x2, y2, toX, toY));
    arrive(toX, toY);
    handleX = x2;
    handleY = y2;
  }

  private void arrive(double toX, double toY) {
    x = toX;
    y = toY;
    handleX = toX;
    handleY = toY;
  }

  /** An upright elliptical arc as one cubic for each quarter turn at most. */
  private void arcTo(
      double radiusX,
      double radiusY,
      boolean isLarge,
      boolean isClockwise,
      double toX,
      double toY) {
    double dx = (x - toX) / 2 / radiusX;
    double dy = (y - toY) / 2 / radiusY;
    double half = Math.hypot(dx, dy);
    double grow = Math.max(1, half);
    double rx = radiusX * grow;
    double ry = radiusY * grow;
    dx /= grow;
    dy /= grow;
    double away = Math.sqrt(Math.max(0, 1 / (dx * dx + dy * dy) - 1));
    double side = isLarge == isClockwise ? -away : away;
    double centreX = (x + toX) / 2 + side * dy * rx;
    double centreY = (y + toY) / 2 - side * dx * ry;
    double from = Math.atan2((y - centreY) / ry, (x - centreX) / rx);
    double to = Math.atan2((toY - centreY) / ry, (toX - centreX) / rx);
    double sweep = to - from;
    if (isClockwise && sweep < 0) {
      sweep += 2 * Math.PI;
    } else if (!isClockwise && sweep > 0) {
      sweep -= 2 * Math.PI;
    }
    int quarters = Math.max(1, (int) Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    double step = sweep / quarters;
    double reach = 4.0 / 3 * Math.tan(step / 4);
    for (int i = 0; i < quarters; i++) {
      double a = from + i * step;
      double b = a + step;
      curveTo(
          centreX + rx * (Math.cos(a) - reach * Math.sin(a)),
          centreY + ry * (Math.sin(a) + reach * Math.cos(a)),
          centreX + rx * (Math.cos(b) + reach * Math.sin(b)),
          centreY + ry * (Math.sin(b) - reach * Math.cos(b)),
          centreX + rx * Math.cos(b),
          centreY + ry * Math.sin(b));
    }
  }
}

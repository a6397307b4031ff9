// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import javafx.geometry.Point2D;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/**
 * Which part of the endless canvas is seen: view pixel = canvas unit × scale + offset. Places on
 * the canvas are {@link Point}, places on the view {@link Point2D}.
 *
 * @param scale 1 is 100 %; kept between {@link #MIN_SCALE} and {@link #MAX_SCALE}
 */
public record Viewport(double scale, double offsetX, double offsetY) {
  /** Ten thousand tasks side by side are still a picture. */
  public static final double MIN_SCALE = 0.02;

  public static final double MAX_SCALE = 4;

  public static final Viewport HOME = new Viewport(1, 0, 0);

  /** Twelve steps double the scale three times. */
  private static final double STEP = Math.pow(2, 0.25);

  /** Kept free around what is fitted, in view pixels. */
  private static final double FIT_MARGIN = 48;

  public Viewport {
    scale = Math.clamp(scale, MIN_SCALE, MAX_SCALE);
  }

  public Point2D toView(Point point) {
    return new Point2D(point.x() * scale + offsetX, point.y() * scale + offsetY);
  }

  public double viewX(Point point) {
    return point.x() * scale + offsetX;
  }

  public double viewY(Point point) {
    return point.y() * scale + offsetY;
  }

  public Point toCanvas(Point2D view) {
    return new Point((view.getX() - offsetX) / scale, (view.getY() - offsetY) / scale);
  }

  /** The part of the canvas that a view of some size shows. */
  public Box visible(double width, double height) {
    return new Box(-offsetX / scale, -offsetY / scale, width / scale, height / scale);
  }

  /** Another scale; what is under the anchor stays under it. */
  public Viewport zoomedTo(double wanted, Point2D anchor) {
    double next = Math.clamp(wanted, MIN_SCALE, MAX_SCALE);
    double ratio = next / scale;
    return new Viewport(
        next,
        anchor.getX() - (anchor.getX() - offsetX) * ratio,
        anchor.getY() - (anchor.getY() - offsetY) * ratio);
  }

  /** The next larger step of a ladder that has 100 % on it. */
  public Viewport zoomedIn(Point2D anchor) {
    return zoomedTo(Math.pow(STEP, Math.floor(rung() + 1.001)), anchor);
  }

  /** The next smaller step of the ladder. */
  public Viewport zoomedOut(Point2D anchor) {
    return zoomedTo(Math.pow(STEP, Math.ceil(rung() - 1.001)), anchor);
  }

  public Viewport panned(double byX, double byY) {
    return new Viewport(scale, offsetX + byX, offsetY + byY);
  }

  /** The same view, told from another origin. @param origin as seen from the one until now */
  public Viewport seenFrom(Point origin) {
    return panned(origin.x() * scale, origin.y() * scale);
  }

  /** Shows a box as large as it goes, but never larger than 100 %, in the middle of a view. */
  public static Viewport fitting(Box box, double width, double height) {
    double across = (width - 2 * FIT_MARGIN) / Math.max(1, box.width());
    double down = (height - 2 * FIT_MARGIN) / Math.max(1, box.height());
    double scale = Math.clamp(Math.min(1, Math.min(across, down)), MIN_SCALE, MAX_SCALE);
    return new Viewport(
        scale,
        Math.rint((width - box.width() * scale) / 2 - box.x() * scale),
        Math.rint((height - box.height() * scale) / 2 - box.y() * scale));
  }

  /** Moves as little as needed to show a box; not at all if it is seen already. */
  public Viewport revealing(Box box, double width, double height) {
    Point2D from = toView(new Point(box.x(), box.y()));
    Point2D to = toView(new Point(box.right(), box.bottom()));
    return panned(shift(from.getX(), to.getX(), width), shift(from.getY(), to.getY(), height));
  }

  public int percent() {
    return (int) Math.round(scale * 100);
  }

  private double rung() {
    return Math.log(scale) / Math.log(STEP);
  }

  private static double shift(double from, double to, double room) {
    double margin = Math.min(FIT_MARGIN, room / 4);
    if (from < margin) {
      return margin - from;
    }
    return to > room - margin ? Math.max(room - margin - to, margin - from) : 0;
  }
}

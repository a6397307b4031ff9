// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

/** A rectangle on the canvas, in canvas units. */
public record Box(double x, double y, double width, double height) {
  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public boolean contains(Point point) {
    return x <= point.x() && point.x() <= right() && y <= point.y() && point.y() <= bottom();
  }

  public boolean intersects(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which way a drawing runs. What is worked out for the way down holds for the way to the right with
 * its axes swapped: {@code turned} swaps them there, and swaps them back.
 */
public enum Heading {
  DOWN(NodeSize.WIDTH, NodeSize.HEIGHT, NodeSize.GAP_BESIDE, NodeSize.GAP_BELOW),
  RIGHT(NodeSize.HEIGHT, NodeSize.WIDTH, NodeSize.GAP_BESIDE, NodeSize.GAP_RIGHT);

  private final double across;
  private final double along;
  private final double gapAcross;
  private final double gapAlong;

  Heading(double across, double along, double gapAcross, double gapAlong) {
    this.across = across;
    this.along = along;
    this.gapAcross = gapAcross;
    this.gapAlong = gapAlong;
  }

  /** By its name in small letters, as on the command line and beside a file. */
  public static Optional<Heading> of(String name) {
    return Arrays.stream(values()).filter(heading -> heading.key().equals(name)).findFirst();
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Heading other() {
    return this == DOWN ? RIGHT : DOWN;
  }

  /** How far a card reaches across the way. */
  public double across() {
    return across;
  }

  /** How far a card reaches along the way. */
  public double along() {
    return along;
  }

  /** Between neighbours of a layer. */
  public double gapAcross() {
    return gapAcross;
  }

  /** Between layers. */
  public double gapAlong() {
    return gapAlong;
  }

  /** From a card to its neighbour in a layer. */
  public double stepAcross() {
    return across + gapAcross;
  }

  /** From layer to layer. */
  public double stepAlong() {
    return along + gapAlong;
  }

  public Point turned(Point point) {
    return this == DOWN ? point : new Point(point.y(), point.x());
  }

  public Box turned(Box box) {
    return this == DOWN ? box : new Box(box.y(), box.x(), box.height(), box.width());
  }

  @SuppressWarnings("ArgumentSelectionDefectChecker") // that is what turning is
  public Size turned(Size size) {
    return this == DOWN ? size : new Size(size.height(), size.width());
  }
}

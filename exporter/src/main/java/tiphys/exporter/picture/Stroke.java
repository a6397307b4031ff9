// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

/**
 * How a line is drawn.
 *
 * @param colour as ARGB
 * @param width in canvas units
 */
public record Stroke(int colour, double width, boolean isDashed) {
  /** The length of a dash and of a gap, in canvas units. */
  public static final double DASH = 4;

  public static Stroke solid(int colour, double width) {
    return new Stroke(colour, width, false);
  }

  public static Stroke dashed(int colour, double width) {
    return new Stroke(colour, width, true);
  }
}

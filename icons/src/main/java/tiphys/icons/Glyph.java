// SPDX-License-Identifier: Apache-2.0
package tiphys.icons;

/**
 * A one-coloured picture in a box of {@link #SIZE} by {@link #SIZE}.
 *
 * @param path SVG path data
 * @param stroked whether the path is drawn as a line of {@link #STROKE} with round ends and joins,
 *     rather than filled
 */
public record Glyph(String name, String path, boolean stroked) {
  public static final double SIZE = 24;
  public static final double STROKE = 2;
}

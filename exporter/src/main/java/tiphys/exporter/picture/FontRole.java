// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

/** What a text in the picture is for; decides its size and weight. */
public enum FontRole {
  TITLE(13, true),
  SUBTITLE(11, false),
  /** On an edge. */
  LABEL(10.5, false),
  /** In a chip below a card. */
  COUNT(10, true);

  private final double size;
  private final boolean isBold;

  FontRole(double size, boolean isBold) {
    this.size = size;
    this.isBold = isBold;
  }

  /** In canvas units. */
  public double size() {
    return size;
  }

  public boolean isBold() {
    return isBold;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

/** How much of a card is drawn. */
public enum Detail {
  /** Everything. */
  FULL,
  /** Glyph, title and state: the rest could not be read. */
  PLAIN,
  /** A box in the colour of its state or kind. */
  BOX
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

/** How much of a card is drawn. */
public enum Detail {
  /** Everything. */
  FULL,
  /** Glyph, title and state: the rest could not be read. */
  PLAIN,
  /** The card and its colours, nothing written: what the eye follows while it moves. */
  MOVING,
  /** A box in the colour of its state or kind. */
  BOX
}

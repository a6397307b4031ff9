// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

/**
 * How large nodes are and how far apart, in canvas units. One size for all: the picture stays calm
 * and fast.
 */
public final class NodeSize {
  public static final double WIDTH = 188;
  public static final double HEIGHT = 56;

  /** Between neighbours of a layer. */
  public static final double GAP_BESIDE = 44;

  /** Between layers: room for an edge with a label. */
  public static final double GAP_BELOW = 72;

  /** The same where layers stand side by side, and a label lies along the edge. */
  public static final double GAP_RIGHT = 96;

  private NodeSize() {}
}

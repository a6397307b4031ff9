// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import org.jspecify.annotations.Nullable;

/** A sequence, in block or flow style. The arrays are owned by the node and never changed. */
public final class YamlSequence extends YamlNode {
  private final boolean isFlow;
  private final YamlNode[] items;
  private final int[] itemOffsets;
  private final int[] entryOffsets;

  YamlSequence(
      int length,
      @Nullable String anchor,
      @Nullable String tag,
      boolean isFlow,
      YamlNode[] items,
      int[] itemOffsets,
      int[] entryOffsets) {
    super(length, anchor, tag);
    this.isFlow = isFlow;
    this.items = items;
    this.itemOffsets = itemOffsets;
    this.entryOffsets = entryOffsets;
  }

  public boolean isFlow() {
    return isFlow;
  }

  public int size() {
    return items.length;
  }

  public YamlNode item(int index) {
    return items[index];
  }

  /** From the node's own start to an item's. */
  public int itemOffset(int index) {
    return itemOffsets[index];
  }

  /** From the node's own start to an item's dash; in flow style to the item. */
  public int entryOffset(int index) {
    return entryOffsets[index];
  }
}

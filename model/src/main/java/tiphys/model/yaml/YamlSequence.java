// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sequence, in block or flow style. The arrays are owned by the node and never changed. */
public final class YamlSequence extends YamlNode {
  private final boolean isFlow;
  private final YamlNode[] items;
  private final int[] itemOffsets;
  private final int[] entryOffsets;
  private @Nullable Stretches stretches;

  /** Makes something of items from one up to another. */
  @FunctionalInterface
  public interface OfItems<T> {
    T from(YamlSequence items, int from, int to);
  }

  YamlSequence(
      int length,
      @Nullable String anchor,
      @Nullable String tag,
      boolean isFlow,
      YamlNode[] items,
      int[] itemOffsets,
      int[] entryOffsets,
      @Nullable Stretches stretches) {
    super(length, anchor, tag);
    this.isFlow = isFlow;
    this.items = items;
    this.itemOffsets = itemOffsets;
    this.entryOffsets = entryOffsets;
    this.stretches = stretches;
  }

  /** Stretches that remember something; null where nothing was asked of them. */
  @Nullable Stretches stretches() {
    return stretches;
  }

  /**
   * The same as {@link #derived} for stretches of the items, all together in order. Of a long list,
   * only those stretches are looked at again which an edit touched; {@code derive} must depend on
   * nothing but its items and how far they are from the first of them.
   */
  public <T> List<T> derivedInStretches(Class<T> type, OfItems<? extends T> derive) {
    Stretches known = stretches;
    if (known == null) {
      if (items.length <= Stretches.LENGTH) {
        return items.length == 0 ? List.of() : List.of(derive.from(this, 0, items.length));
      }
      known = Stretches.of(items.length);
      stretches = known;
    }
    return known.derived(type, derive, this);
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

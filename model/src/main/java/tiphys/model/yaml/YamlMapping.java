// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping, in block or flow style. The arrays are owned by the node and never changed. */
public final class YamlMapping extends YamlNode {
  private final boolean isFlow;
  private final YamlNode[] keys;
  private final YamlNode[] values;
  private final int[] keyOffsets;
  private final int[] valueOffsets;
  private final int[] entryOffsets;

  YamlMapping(
      int length,
      @Nullable String anchor,
      @Nullable String tag,
      boolean isFlow,
      YamlNode[] keys,
      YamlNode[] values,
      int[] keyOffsets,
      int[] valueOffsets,
      int[] entryOffsets) {
    super(length, anchor, tag);
    this.isFlow = isFlow;
    this.keys = keys;
    this.values = values;
    this.keyOffsets = keyOffsets;
    this.valueOffsets = valueOffsets;
    this.entryOffsets = entryOffsets;
  }

  public boolean isFlow() {
    return isFlow;
  }

  public int size() {
    return keys.length;
  }

  public YamlNode key(int index) {
    return keys[index];
  }

  public YamlNode value(int index) {
    return values[index];
  }

  /** From the node's own start to a key's. */
  public int keyOffset(int index) {
    return keyOffsets[index];
  }

  /** From the node's own start to a value's; for an absent value, just behind the colon. */
  public int valueOffset(int index) {
    return valueOffsets[index];
  }

  /** From the node's own start to an entry's: the key, or the {@code ?} before a complex key. */
  public int entryOffset(int index) {
    return entryOffsets[index];
  }

  /**
   * The position of a scalar key; of keys that stand twice, the last, as Argo takes it; -1 where
   * there is none.
   */
  public int indexOf(String key) {
    for (int i = keys.length - 1; i >= 0; i--) {
      if (keys[i] instanceof YamlScalar scalar && scalar.value().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  public Optional<YamlNode> get(String key) {
    int index = indexOf(key);
    return index < 0 ? Optional.empty() : Optional.of(values[index]);
  }
}

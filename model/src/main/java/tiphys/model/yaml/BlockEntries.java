// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.Arrays;
import java.util.Optional;

/**
 * The entries of a block collection with absolute places.
 *
 * @param starts where each begins: the key, or the dash
 * @param keys null for a sequence
 */
@SuppressWarnings("ArrayRecordComponent")
record BlockEntries(
    boolean isMapping,
    int[] starts,
    YamlNode[] keys,
    int[] keyStarts,
    YamlNode[] values,
    int[] valueStarts) {
  private static final YamlNode[] NO_KEYS = {};
  private static final int[] NO_STARTS = {};

  /** The entries of a block collection without anchor or tag that has any. */
  static Optional<BlockEntries> of(YamlNode node, int start) {
    if (node.anchor().isPresent() || node.tag().isPresent()) {
      return Optional.empty();
    }
    return switch (node) {
      case YamlMapping mapping when !mapping.isFlow() && mapping.size() > 0 ->
          Optional.of(ofMapping(mapping, start));
      case YamlSequence sequence when !sequence.isFlow() && sequence.size() > 0 ->
          Optional.of(ofSequence(sequence, start));
      default -> Optional.empty();
    };
  }

  private static BlockEntries ofMapping(YamlMapping mapping, int start) {
    int size = mapping.size();
    int[] starts = new int[size];
    YamlNode[] keys = new YamlNode[size];
    int[] keyStarts = new int[size];
    YamlNode[] values = new YamlNode[size];
    int[] valueStarts = new int[size];
    for (int i = 0; i < size; i++) {
      starts[i] = start + mapping.entryOffset(i);
      keys[i] = mapping.key(i);
      keyStarts[i] = start + mapping.keyOffset(i);
      values[i] = mapping.value(i);
      valueStarts[i] = start + mapping.valueOffset(i);
    }
    return new BlockEntries(true, starts, keys, keyStarts, values, valueStarts);
  }

  private static BlockEntries ofSequence(YamlSequence sequence, int start) {
    int size = sequence.size();
    int[] starts = new int[size];
    YamlNode[] values = new YamlNode[size];
    int[] valueStarts = new int[size];
    for (int i = 0; i < size; i++) {
      starts[i] = start + sequence.entryOffset(i);
      values[i] = sequence.item(i);
      valueStarts[i] = start + sequence.itemOffset(i);
    }
    return new BlockEntries(false, starts, NO_KEYS, NO_STARTS, values, valueStarts);
  }

  int size() {
    return starts.length;
  }

  /** The last entry that begins before an offset, or the first. */
  int lastStartingBefore(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return Math.max(0, found >= 0 ? found - 1 : -found - 2);
  }

  /** With the entries {@code first} to {@code last} replaced and those behind them moved. */
  BlockEntries with(BlockEntries read, int first, int last, int growth) {
    return new BlockEntries(
        isMapping,
        spliced(starts, read.starts, first, last, growth),
        isMapping ? spliced(keys, read.keys, first, last) : NO_KEYS,
        isMapping ? spliced(keyStarts, read.keyStarts, first, last, growth) : NO_STARTS,
        spliced(values, read.values, first, last),
        spliced(valueStarts, read.valueStarts, first, last, growth));
  }

  /** With the value of one entry replaced and the entries behind it moved. */
  BlockEntries with(YamlNode value, int valueStart, int index, int growth) {
    int[] one = {valueStart};
    return new BlockEntries(
        isMapping,
        spliced(starts, new int[] {starts[index]}, index, index, growth),
        keys,
        isMapping
            ? spliced(keyStarts, new int[] {keyStarts[index]}, index, index, growth)
            : NO_STARTS,
        spliced(values, new YamlNode[] {value}, index, index),
        spliced(valueStarts, one, index, index, growth));
  }

  YamlNode toNode() {
    int start = starts[0];
    int lastValue = values.length - 1;
    int length = valueStarts[lastValue] + values[lastValue].length() - start;
    return isMapping
        ? new YamlMapping(
            length,
            null,
            null,
            false,
            keys,
            values,
            relative(keyStarts, start),
            relative(valueStarts, start),
            relative(starts, start))
        : new YamlSequence(
            length,
            null,
            null,
            false,
            values,
            relative(valueStarts, start),
            relative(starts, start));
  }

  private static int[] relative(int[] places, int start) {
    int[] offsets = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      offsets[i] = places[i] - start;
    }
    return offsets;
  }

  private static int[] spliced(int[] all, int[] middle, int first, int last, int growth) {
    int[] next = new int[all.length - (last - first + 1) + middle.length];
    System.arraycopy(all, 0, next, 0, first);
    System.arraycopy(middle, 0, next, first, middle.length);
    int to = first + middle.length;
    for (int i = last + 1; i < all.length; i++) {
      next[to++] = all[i] + growth;
    }
    return next;
  }

  private static YamlNode[] spliced(YamlNode[] all, YamlNode[] middle, int first, int last) {
    YamlNode[] next = new YamlNode[all.length - (last - first + 1) + middle.length];
    System.arraycopy(all, 0, next, 0, first);
    System.arraycopy(middle, 0, next, first, middle.length);
    System.arraycopy(all, last + 1, next, first + middle.length, all.length - last - 1);
    return next;
  }
}

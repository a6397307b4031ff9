// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a collection with absolute places.
 *
 * @param starts where each begins: the key, or the dash; in brackets the key or the item
 * @param keys none for a sequence
 * @param stretches what is remembered of the items of a sequence
 */
@SuppressWarnings("ArrayRecordComponent")
record Entries(
    Shell shell,
    int[] starts,
    YamlNode[] keys,
    int[] keyStarts,
    YamlNode[] values,
    int[] valueStarts,
    @Nullable Stretches stretches) {
  private static final YamlNode[] NO_KEYS = {};
  private static final int[] NO_STARTS = {};

  /**
   * What stands around the entries.
   *
   * @param start of anchor and tag, if there are any
   * @param end behind the bracket; a collection in lines ends with its last entry
   */
  record Shell(
      boolean isMapping,
      boolean isFlow,
      int start,
      int end,
      @Nullable String anchor,
      @Nullable String tag) {
    static Shell of(YamlNode node, int start, boolean isFlow) {
      return new Shell(
          node instanceof YamlMapping,
          isFlow,
          start,
          start + node.length(),
          node.anchor().orElse(null),
          node.tag().orElse(null));
    }

    boolean isBare() {
      return anchor == null && tag == null;
    }

    Shell grown(int growth) {
      return new Shell(isMapping, isFlow, start, end + growth, anchor, tag);
    }
  }

  /** The entries of a collection that has any. */
  static Optional<Entries> of(YamlNode node, int start) {
    return switch (node) {
      case YamlMapping mapping when mapping.size() > 0 -> Optional.of(ofMapping(mapping, start));
      case YamlSequence sequence when sequence.size() > 0 ->
          Optional.of(ofSequence(sequence, start));
      default -> Optional.empty();
    };
  }

  private static Entries ofMapping(YamlMapping mapping, int start) {
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
    return new Entries(
        Shell.of(mapping, start, mapping.isFlow()),
        starts,
        keys,
        keyStarts,
        values,
        valueStarts,
        null);
  }

  private static Entries ofSequence(YamlSequence sequence, int start) {
    int size = sequence.size();
    int[] starts = new int[size];
    YamlNode[] values = new YamlNode[size];
    int[] valueStarts = new int[size];
    for (int i = 0; i < size; i++) {
      starts[i] = start + sequence.entryOffset(i);
      values[i] = sequence.item(i);
      valueStarts[i] = start + sequence.itemOffset(i);
    }
    return new Entries(
        Shell.of(sequence, start, sequence.isFlow()),
        starts,
        NO_KEYS,
        NO_STARTS,
        values,
        valueStarts,
        sequence.stretches());
  }

  boolean isMapping() {
    return shell.isMapping();
  }

  boolean isFlow() {
    return shell.isFlow();
  }

  int size() {
    return starts.length;
  }

  /** The last entry that begins before an offset, or the first. */
  int lastStartingBefore(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return Math.max(0, found >= 0 ? found - 1 : -found - 2);
  }

  /** With parts of them read again and what lies behind each moved. */
  Entries with(List<PartialReading.Part> parts) {
    int size = size();
    for (PartialReading.Part part : parts) {
      size += part.read().size() - (part.level().lastRead() - part.level().first() + 1);
    }
    Entries next =
        new Entries(
            shell.grown(parts.stream().mapToInt(PartialReading.Part::growth).sum()),
            new int[size],
            isMapping() ? new YamlNode[size] : NO_KEYS,
            isMapping() ? new int[size] : NO_STARTS,
            new YamlNode[size],
            new int[size],
            stretches == null
                ? null
                : stretches.with(parts.stream().map(Entries::replaced).toList()));
    int from = 0;
    int to = 0;
    int shift = 0;
    for (PartialReading.Part part : parts) {
      int kept = part.level().first() - from;
      copy(from, kept, next, to, shift);
      part.read().copy(0, part.read().size(), next, to + kept, shift);
      from = part.level().lastRead() + 1;
      to += kept + part.read().size();
      shift += part.growth();
    }
    copy(from, size() - from, next, to, shift);
    return next;
  }

  private static Stretches.Replaced replaced(PartialReading.Part part) {
    int first = part.level().first();
    int last = part.level().lastRead();
    return new Stretches.Replaced(first, last, part.read().size() - (last - first + 1));
  }

  private void copy(int from, int count, Entries next, int to, int shift) {
    System.arraycopy(values, from, next.values, to, count);
    moved(starts, from, count, next.starts, to, shift);
    moved(valueStarts, from, count, next.valueStarts, to, shift);
    if (isMapping()) {
      System.arraycopy(keys, from, next.keys, to, count);
      moved(keyStarts, from, count, next.keyStarts, to, shift);
    }
  }

  private static void moved(int[] all, int from, int count, int[] next, int to, int shift) {
    for (int i = 0; i < count; i++) {
      next[to + i] = all[from + i] + shift;
    }
  }

  /** With the value of one entry replaced and the entries behind it moved. */
  Entries with(YamlNode value, int valueStart, int index, int growth) {
    int[] one = {valueStart};
    return new Entries(
        shell.grown(growth),
        spliced(starts, new int[] {starts[index]}, index, index, growth),
        keys,
        isMapping()
            ? spliced(keyStarts, new int[] {keyStarts[index]}, index, index, growth)
            : NO_STARTS,
        spliced(values, new YamlNode[] {value}, index, index),
        spliced(valueStarts, one, index, index, growth),
        stretches == null
            ? null
            : stretches.with(List.of(new Stretches.Replaced(index, index, 0))));
  }

  /** Where an entry's last part ends. */
  int end(int index) {
    int value = valueStarts[index] + values[index].length();
    return isMapping() ? Math.max(value, keyStarts[index] + keys[index].length()) : value;
  }

  YamlNode toNode() {
    int start = shell.start();
    int last = values.length - 1;
    int end = isFlow() ? shell.end() : valueStarts[last] + values[last].length();
    int[] valueOffsets = relative(valueStarts, start);
    int[] entryOffsets = relative(starts, start);
    return isMapping()
        ? new YamlMapping(
            end - start,
            shell.anchor(),
            shell.tag(),
            isFlow(),
            keys,
            values,
            relative(keyStarts, start),
            valueOffsets,
            entryOffsets)
        : new YamlSequence(
            end - start,
            shell.anchor(),
            shell.tag(),
            isFlow(),
            values,
            valueOffsets,
            entryOffsets,
            stretches);
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

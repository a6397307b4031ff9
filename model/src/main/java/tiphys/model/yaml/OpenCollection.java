// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A mapping or sequence while its children are still being read; all offsets are absolute. */
final class OpenCollection {
  /** The end of a collection that reading never reached. */
  static final int UNKNOWN_END = -1;

  final int start;
  private final boolean isMapping;
  private final boolean isFlow;
  private final @Nullable String anchor;
  private final @Nullable String tag;
  private final List<YamlNode> children = new ArrayList<>(4);
  private int[] childStarts = new int[4];

  OpenCollection(
      int start, boolean isMapping, boolean isFlow, @Nullable String anchor, @Nullable String tag) {
    this.start = start;
    this.isMapping = isMapping;
    this.isFlow = isFlow;
    this.anchor = anchor;
    this.tag = tag;
  }

  void add(YamlNode child, int childStart) {
    if (children.size() == childStarts.length) {
      childStarts = java.util.Arrays.copyOf(childStarts, childStarts.length * 2);
    }
    childStarts[children.size()] = childStart;
    children.add(child);
  }

  /** Whether a key has been read and its value not yet. */
  boolean awaitsValue() {
    return isMapping && children.size() % 2 == 1;
  }

  int lastEnd() {
    int last = children.size() - 1;
    return last < 0 ? start : childStarts[last] + children.get(last).length();
  }

  /**
   * @param flowEnd behind the closing bracket; a block collection ends with its last child instead,
   *     because the parser's own mark lies behind the comments that follow
   */
  YamlNode toNode(int flowEnd, IntUnaryOperator dashBefore, IntUnaryOperator keyTokenBefore) {
    if (awaitsValue()) {
      add(new YamlScalar("", ScalarStyle.PLAIN, 0, null, null), lastEnd());
    }
    int end = isFlow && flowEnd != UNKNOWN_END ? flowEnd : lastEnd();
    int length = Math.max(0, end - start);
    return isMapping ? mapping(length, keyTokenBefore) : sequence(length, dashBefore);
  }

  private YamlNode sequence(int length, IntUnaryOperator dashBefore) {
    int size = children.size();
    int[] offsets = new int[size];
    int[] entries = new int[size];
    for (int i = 0; i < size; i++) {
      offsets[i] = childStarts[i] - start;
      entries[i] = isFlow ? offsets[i] : dashBefore.applyAsInt(childStarts[i]) - start;
    }
    YamlNode[] items = children.toArray(YamlNode[]::new);
    return new YamlSequence(length, anchor, tag, isFlow, items, offsets, entries, null);
  }

  private YamlNode mapping(int length, IntUnaryOperator keyTokenBefore) {
    int size = children.size() / 2;
    YamlNode[] keys = new YamlNode[size];
    YamlNode[] values = new YamlNode[size];
    int[] keyOffsets = new int[size];
    int[] valueOffsets = new int[size];
    int[] entries = new int[size];
    int previousEnd = start;
    for (int i = 0; i < size; i++) {
      keys[i] = children.get(2 * i);
      values[i] = children.get(2 * i + 1);
      keyOffsets[i] = childStarts[2 * i] - start;
      valueOffsets[i] = childStarts[2 * i + 1] - start;
      // a block collection can only be the key of an explicit entry; the token at its own start is
      // that of its first key
      int from = childStarts[2 * i] - (isBlockCollection(keys[i]) ? 1 : 0);
      int token = keyTokenBefore.applyAsInt(from);
      entries[i] = token >= previousEnd ? token - start : keyOffsets[i];
      previousEnd = childStarts[2 * i + 1] + values[i].length();
    }
    return new YamlMapping(
        length, anchor, tag, isFlow, keys, values, keyOffsets, valueOffsets, entries);
  }

  private static boolean isBlockCollection(YamlNode node) {
    return node instanceof YamlMapping mapping && !mapping.isFlow()
        || node instanceof YamlSequence sequence && !sequence.isFlow();
  }
}

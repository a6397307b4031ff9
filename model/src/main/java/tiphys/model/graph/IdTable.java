// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import org.jspecify.annotations.Nullable;

/**
 * Where each id stands: plain arrays, since one is made after most edits, and a map of objects
 * takes ten times as long. What an edit left alone is copied, its hash too.
 */
final class IdTable {
  private static final int GOLDEN = 0x9E3779B9;

  private final NodeId[] ids;
  private final int[] hashes;

  /** Positions, counted from 1; 0 for an empty slot. */
  private final int[] slots;

  private final int shift;
  private int size;
  private int found;

  IdTable(int most) {
    this.ids = new NodeId[most];
    this.hashes = new int[most];
    int bits = Math.max(1, 33 - Integer.numberOfLeadingZeros(Math.max(1, most)));
    this.slots = new int[1 << bits];
    this.shift = 32 - bits;
  }

  int size() {
    return size;
  }

  NodeId id(int position) {
    return ids[position];
  }

  /** Adds an id at the next position, which it is found at from now on. */
  void add(NodeId id) {
    int hash = id.value().hashCode();
    ids[size] = id;
    hashes[size] = hash;
    int slot = slot(id, hash);
    found += slots[slot] == 0 ? 1 : 0;
    slots[slot] = ++size;
  }

  /** Adds ids of another table; those that are here already are found where they were. */
  void addAll(IdTable other, int from, int to) {
    System.arraycopy(other.ids, from, ids, size, to - from);
    System.arraycopy(other.hashes, from, hashes, size, to - from);
    for (int i = from; i < to; i++) {
      int slot = slot(ids[size], hashes[size]);
      size++;
      if (slots[slot] == 0) {
        slots[slot] = size;
        found++;
      }
    }
  }

  boolean contains(NodeId id) {
    return position(id) >= 0;
  }

  /** Where an id stands, counted from 0; -1 where it does not. */
  int position(NodeId id) {
    return slots[slot(id, id.value().hashCode())] - 1;
  }

  /** Whether none is there twice. */
  boolean areDistinct() {
    return found == size;
  }

  /** That of an id, or the empty one where it would be. */
  private int slot(NodeId id, int hash) {
    int mask = slots.length - 1;
    int slot = (hash * GOLDEN) >>> shift;
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, id, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isAt(int position, NodeId id, int hash) {
    @Nullable NodeId there = ids[position];
    return hashes[position] == hash && there.value().equals(id.value());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tiphys.model.layout.Box;

/**
 * Finds boxes by place. A box lives in one cell of the grid whose cells are just larger than it, so
 * a very long edge costs no more than a short one. Building is O(boxes); a query visits the cells
 * that it touches on each of the few grids.
 */
final class BoxIndex {
  /** A little more than a card: most boxes share the finest grid. */
  private static final double FINEST_CELL = 256;

  /** Beyond these grids cells would be wider than any drawing that can be scrolled to. */
  private static final int LEVELS = 24;

  private final double[] left;
  private final double[] top;
  private final double[] right;
  private final double[] bottom;
  private final List<Map<Long, int[]>> levels = new ArrayList<>();

  private BoxIndex(int count) {
    left = new double[count];
    top = new double[count];
    right = new double[count];
    bottom = new double[count];
    for (int level = 0; level < LEVELS; level++) {
      levels.add(new HashMap<>());
    }
  }

  static BoxIndex of(int count, IntFunction<Box> boxes) {
    BoxIndex index = new BoxIndex(count);
    List<Map<Long, Integer>> sizes = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      sizes.add(new HashMap<>());
    }
    for (int i = 0; i < count; i++) {
      index.add(i, boxes.apply(i), sizes);
    }
    index.trim(sizes);
    return index;
  }

  int size() {
    return left.length;
  }

  /** The numbers of the boxes that meet a box, in ascending order. */
  int[] meeting(Box wanted) {
    int[] found = new int[64];
    int count = 0;
    for (int level = 0; level < LEVELS; level++) {
      for (int[] cell : cells(level, wanted)) {
        for (int item : cell) {
          if (meets(item, wanted)) {
            if (count == found.length) {
              found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = item;
          }
        }
      }
    }
    int[] result = Arrays.copyOf(found, count);
    Arrays.sort(result);
    return result;
  }

  boolean meets(int item, Box wanted) {
    return left[item] <= wanted.right()
        && wanted.x() <= right[item]
        && top[item] <= wanted.bottom()
        && wanted.y() <= bottom[item];
  }

  private void add(int item, Box box, List<Map<Long, Integer>> sizes) {
    left[item] = box.x();
    top[item] = box.y();
    right[item] = box.right();
    bottom[item] = box.bottom();
    int level = levelOf(Math.max(box.width(), box.height()));
    double cell = cellSize(level);
    long key = key(Math.floor(box.x() / cell), Math.floor(box.y() / cell));
    int used = sizes.get(level).merge(key, 1, Integer::sum);
    int[] items = levels.get(level).getOrDefault(key, new int[4]);
    if (used > items.length) {
      items = Arrays.copyOf(items, used * 2);
    }
    items[used - 1] = item;
    levels.get(level).put(key, items);
  }

  private void trim(List<Map<Long, Integer>> sizes) {
    for (int level = 0; level < LEVELS; level++) {
      Map<Long, Integer> used = sizes.get(level);
      levels.get(level).replaceAll((key, items) -> Arrays.copyOf(items, used.getOrDefault(key, 0)));
    }
  }

  /**
   * A box's cell is that of its top left corner, so its neighbour to the right may hold its end.
   */
  private List<int[]> cells(int level, Box wanted) {
    Map<Long, int[]> grid = levels.get(level);
    if (grid.isEmpty()) {
      return List.of();
    }
    double cell = cellSize(level);
    double fromX = Math.floor(wanted.x() / cell) - 1;
    double fromY = Math.floor(wanted.y() / cell) - 1;
    double toX = Math.floor(wanted.right() / cell);
    double toY = Math.floor(wanted.bottom() / cell);
    if ((toX - fromX + 1) * (toY - fromY + 1) > grid.size()) {
      return List.copyOf(grid.values());
    }
    List<int[]> found = new ArrayList<>();
    for (double x = fromX; x <= toX; x++) {
      for (double y = fromY; y <= toY; y++) {
        int[] items = grid.get(key(x, y));
        if (items != null) {
          found.add(items);
        }
      }
    }
    return found;
  }

  private static int levelOf(double extent) {
    int level = 0;
    while (level < LEVELS - 1 && cellSize(level) < extent) {
      level++;
    }
    return level;
  }

  private static double cellSize(int level) {
    return FINEST_CELL * (1L << level);
  }

  private static long key(double column, double row) {
    return ((long) column << 32) ^ ((long) row & 0xFFFF_FFFFL);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import java.util.Arrays;
import java.util.function.IntFunction;
import tiphys.model.layout.Box;

/**
 * Finds boxes by place. A box lives in one cell of the grid whose cells are just larger than it, so
 * a very long edge costs no more than a short one. Made anew after every edit, so the grids are
 * plain arrays: O(boxes) to make; a query visits the cells that it touches on each grid.
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
  private final Grid[] grids = new Grid[LEVELS];

  private BoxIndex(int count) {
    left = new double[count];
    top = new double[count];
    right = new double[count];
    bottom = new double[count];
  }

  static BoxIndex of(int count, IntFunction<Box> boxes) {
    BoxIndex index = new BoxIndex(count);
    byte[] levels = new byte[count];
    int[] sizes = new int[LEVELS];
    for (int i = 0; i < count; i++) {
      Box box = boxes.apply(i);
      index.left[i] = box.x();
      index.top[i] = box.y();
      index.right[i] = box.right();
      index.bottom[i] = box.bottom();
      levels[i] = (byte) levelOf(Math.max(box.width(), box.height()));
      sizes[levels[i]]++;
    }
    for (int level = 0; level < LEVELS; level++) {
      int[] items = new int[sizes[level]];
      int next = 0;
      for (int i = 0; i < count && next < items.length; i++) {
        if (levels[i] == level) {
          items[next++] = i;
        }
      }
      index.grids[level] = index.new Grid(items, FINEST_CELL * (1L << level));
    }
    return index;
  }

  int size() {
    return left.length;
  }

  /** The numbers of the boxes that meet a box, in ascending order. */
  int[] meeting(Box wanted) {
    Found found = new Found();
    for (Grid grid : grids) {
      grid.find(wanted, found);
    }
    return found.sorted();
  }

  boolean meets(int item, Box wanted) {
    return left[item] <= wanted.right()
        && wanted.x() <= right[item]
        && top[item] <= wanted.bottom()
        && wanted.y() <= bottom[item];
  }

  private static int levelOf(double extent) {
    int level = 0;
    while (level < LEVELS - 1 && FINEST_CELL * (1L << level) < extent) {
      level++;
    }
    return level;
  }

  private static final class Found {
    private int[] items = new int[64];
    private int count;

    void add(int item) {
      if (count == items.length) {
        items = Arrays.copyOf(items, count * 2);
      }
      items[count++] = item;
    }

    int[] sorted() {
      int[] result = Arrays.copyOf(items, count);
      Arrays.sort(result);
      return result;
    }
  }

  /** Items row by row of cells; an item's cell is that of its box's top left corner. */
  private final class Grid {
    private final double cell;
    private final double originX;
    private final double originY;
    private final int columns;
    private final int rows;
    private final int[] items;

    /** Where in the items each cell begins; one more at the end. */
    private final int[] starts;

    Grid(int[] unordered, double finest) {
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (int item : unordered) {
        minX = Math.min(minX, left[item]);
        minY = Math.min(minY, top[item]);
        maxX = Math.max(maxX, left[item]);
        maxY = Math.max(maxY, top[item]);
      }
      boolean isEmpty = unordered.length == 0;
      originX = isEmpty ? 0 : minX;
      originY = isEmpty ? 0 : minY;
      double width = isEmpty ? 0 : maxX - minX;
      double height = isEmpty ? 0 : maxY - minY;
      double size = finest;
      // a box far from all others must not make the grid larger than what is in it
      while ((width / size + 1) * (height / size + 1) > 4.0 * unordered.length + 64) {
        size *= 2;
      }
      cell = size;
      columns = (int) (width / size) + 1;
      rows = (int) (height / size) + 1;
      starts = new int[columns * rows + 1];
      for (int item : unordered) {
        starts[cellOf(item) + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      int[] next = starts.clone();
      items = new int[unordered.length];
      for (int item : unordered) {
        items[next[cellOf(item)]++] = item;
      }
    }

    private int cellOf(int item) {
      int column = (int) ((left[item] - originX) / cell);
      int row = (int) ((top[item] - originY) / cell);
      return row * columns + column;
    }

    /** Boxes are no larger than a cell, so they may reach from the cell before into the wanted. */
    void find(Box wanted, Found found) {
      int fromColumn = place(wanted.x() - cell, originX, columns);
      int toColumn = place(wanted.right(), originX, columns);
      int fromRow = place(wanted.y() - cell, originY, rows);
      int toRow = place(wanted.bottom(), originY, rows);
      for (int row = fromRow; row <= toRow && items.length > 0; row++) {
        int end = starts[row * columns + toColumn + 1];
        for (int i = starts[row * columns + fromColumn]; i < end; i++) {
          if (meets(items[i], wanted)) {
            found.add(items[i]);
          }
        }
      }
    }

    private int place(double at, double origin, int count) {
      return (int) Math.clamp(Math.floor((at - origin) / cell), 0.0, count - 1.0);
    }
  }
}

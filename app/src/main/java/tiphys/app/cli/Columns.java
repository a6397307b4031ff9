// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.List;

/** Cells below each other, two spaces apart. */
final class Columns {
  private Columns() {}

  /** Each row has as many cells as the first. */
  static List<String> lines(List<List<String>> table) {
    int columns = table.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : table) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], CellWidth.of(row.get(i)));
      }
    }
    return table.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(CellWidth.padded(row.get(i), widths[i] + 2));
    }
    return line.toString().stripTrailing();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which entries may be to blame for a text that cannot be read: level by level, the smallest first.
 */
final class Suspects {
  /** How many lines above the place where reading stopped a forgotten quote is looked for. */
  private static final int LINES_ABOVE = 400;

  private static final int MOST_OF_A_SORT = 3;
  private static final int LEVELS = 3;

  private final IndentedLines lines;

  /** Lines of a text, counted from 0, both included. */
  record Entry(int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  Suspects(IndentedLines lines) {
    this.lines = lines;
  }

  List<List<Entry>> of(YamlParser.Stopped stopped) {
    int problem = lines.lineOf(stopped.problemAt());
    Set<Integer> places = new LinkedHashSet<>();
    places.add(lines.holding(lines.lineOf(stopped.contextAt())));
    places.add(lines.holding(problem));
    places.add(lines.holding(problem - 1));
    places.addAll(above(problem, line -> isOdd(lines.of(line), '"')));
    places.addAll(above(problem, line -> isOdd(lines.of(line), '\'')));
    places.addAll(above(problem, line -> leavesBracketOpen(lines.of(line))));
    places.removeIf(line -> line < 0);
    List<List<Entry>> levels = new ArrayList<>();
    Set<Integer> starts = places;
    for (int level = 0; level < LEVELS; level++) {
      levels.add(entries(starts, level == 0));
      starts = new LinkedHashSet<>(starts.stream().map(lines::parent).toList());
      starts.removeIf(line -> line < 0);
    }
    return levels;
  }

  /** The entries that begin at lines. What stands below a line may not be its own. */
  private List<Entry> entries(Set<Integer> starts, boolean areSplit) {
    Set<Entry> entries = new LinkedHashSet<>();
    for (int line : starts) {
      if (areSplit && !(lines.isInLine(line) && lines.isItem(line))) {
        entries.add(new Entry(line, line));
      }
      entries.add(new Entry(line, lines.last(line)));
    }
    return entries.stream().sorted(Comparator.comparingInt(Entry::size)).toList();
  }

  /** The nearest lines of a sort: where what is open closes by chance may be such a line, too. */
  private List<Integer> above(int from, IntPredicate isMeant) {
    return IntStream.iterate(
            from, line -> line >= Math.max(0, from - LINES_ABOVE), line -> line - 1)
        .filter(line -> lines.column(line) >= 0 && isMeant.test(line))
        .limit(MOST_OF_A_SORT)
        .boxed()
        .toList();
  }

  private static boolean isOdd(String line, char quote) {
    return line.chars().filter(c -> c == quote).count() % 2 == 1;
  }

  private static boolean leavesBracketOpen(String line) {
    long opened = line.chars().filter(c -> c == '[' || c == '{').count();
    return opened > line.chars().filter(c -> c == ']' || c == '}').count();
  }
}

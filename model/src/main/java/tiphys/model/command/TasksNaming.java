// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlPlace;

/**
 * The tasks whose text holds any of some names. Looking through letters is much less than looking
 * into every value of ten thousand tasks, of which most name others.
 */
final class TasksNaming {
  /** More names than these are in most tasks. */
  private static final int MOST_NAMES = 8;

  private TasksNaming() {}

  /**
   * In order; those too that hold an escape, behind which a letter of a name may hide.
   *
   * @param tasks in order of place
   */
  static List<YamlPlace> of(SourceText text, List<YamlPlace> tasks, Collection<String> names) {
    return positions(text, tasks, names).stream().mapToObj(tasks::get).toList();
  }

  /** The same by their positions. */
  static BitSet positions(SourceText text, List<YamlPlace> tasks, Collection<String> names) {
    BitSet found = new BitSet(tasks.size());
    if (names.size() > MOST_NAMES || !names.stream().allMatch(TasksNaming::isAlwaysWrittenAlike)) {
      found.set(0, tasks.size());
    } else if (!tasks.isEmpty()) {
      TextRange range = new TextRange(tasks.getFirst().start(), tasks.getLast().end());
      IntStream escapes = text.placesOf("\\", range);
      IntStream named = names.stream().flatMapToInt(name -> text.placesOf(name, range));
      IntStream.concat(escapes, named).forEach(at -> found.set(lastBefore(tasks, at)));
    }
    return found;
  }

  /** Others may be folded over lines, or have their quotes doubled. */
  private static boolean isAlwaysWrittenAlike(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0));
  }

  private static int lastBefore(List<YamlPlace> tasks, int offset) {
    int low = 0;
    int high = tasks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tasks.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}

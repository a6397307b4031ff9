// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tiphys.model.text.SourceText;

/**
 * The keys above a line, read upwards. O(lines above).
 *
 * @param isText whether the nearest of them opens a block of text
 */
record Ancestors(List<String> path, boolean isText) {
  static Ancestors of(SourceText text, int number, Line line) {
    Climb climb = new Climb(line);
    for (int i = number - 1; i >= 0; i--) {
      Line above = Line.of(text, i);
      if (above.isDocumentStart()) {
        break;
      }
      if (!above.isEmpty()) {
        climb.pass(above);
      }
    }
    return new Ancestors(List.copyOf(climb.path), climb.isText);
  }

  /** The column whose owner is looked for, and whether that column holds the dash of an item. */
  private static final class Climb {
    private final Deque<String> path = new ArrayDeque<>();
    private int column;
    private boolean isItem;
    private boolean isText;

    Climb(Line line) {
      enter(line);
    }

    /** Goes on from a line whose mapping has been reached. */
    private void enter(Line line) {
      column = line.content();
      isItem = !line.dashes().isEmpty();
      line.dashes().forEach(_ -> path.addFirst(WrittenPlace.ITEM));
      if (isItem) {
        column = line.dashes().getFirst();
      }
    }

    void pass(Line above) {
      boolean isOwnItem = !isItem && above.content() == column && !above.dashes().isEmpty();
      boolean isSibling = isItem && above.dashes().stream().anyMatch(dash -> dash == column);
      if (isOwnItem) {
        enter(above);
      } else if (!isSibling && above.opens() && isAbove(above.content())) {
        isText |= above.isBlockOfText();
        path.addFirst(above.key().orElse(""));
        enter(above);
      }
    }

    private boolean isAbove(int content) {
      return isItem ? content <= column : content < column;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.Arrays;

/**
 * The lines of a text by what they look like: how far each is moved in, and which of them belong to
 * the entry that a line begins. Needs no readable text. O(length) once.
 */
final class IndentedLines {
  private final String text;
  private final int[] starts;
  private final int[] columns;

  IndentedLines(String text) {
    this.text = text;
    this.starts = startsOf(text);
    this.columns = new int[starts.length];
    for (int line = 0; line < starts.length; line++) {
      columns[line] = columnOf(line);
    }
  }

  private static int[] startsOf(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (ends) {
        starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private int columnOf(int line) {
    int end = end(line);
    int at = starts[line];
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at == end || text.charAt(at) == '#' ? -1 : at - starts[line];
  }

  int count() {
    return starts.length;
  }

  int start(int line) {
    return starts[line];
  }

  /** Where the text of a line ends, before its break. */
  int end(int line) {
    int end = line + 1 < starts.length ? starts[line + 1] : text.length();
    while (end > starts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /** The break behind a line; empty behind the last. */
  String breakOf(int line) {
    return text.substring(end(line), line + 1 < starts.length ? starts[line + 1] : text.length());
  }

  String of(int line) {
    return text.substring(starts[line], end(line));
  }

  int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** How many blanks a line begins with; -1 for an empty line and a comment. */
  int column(int line) {
    return columns[line];
  }

  /** The nearest line from here upwards that holds something; -1 for none. */
  int holding(int line) {
    int at = line;
    while (at >= 0 && columns[at] < 0) {
      at--;
    }
    return at;
  }

  boolean isItem(int line) {
    int at = starts[line] + Math.max(0, columns[line]);
    return at < text.length()
        && text.charAt(at) == '-'
        && (at + 1 >= end(line) || text.charAt(at + 1) == ' ');
  }

  private boolean opens(int line) {
    String stripped = of(line).strip();
    int comment = stripped.indexOf(" #");
    return (comment < 0 ? stripped : stripped.substring(0, comment).strip()).endsWith(":");
  }

  private boolean isListOf(int item, int key) {
    return columns[item] == columns[key] && isItem(item) && !isItem(key) && opens(key);
  }

  /** The last line of the entry that a line begins. */
  int last(int line) {
    int last = line;
    for (int i = line + 1; i < columns.length; i++) {
      if (columns[i] > columns[line] || columns[i] >= 0 && isListOf(i, line)) {
        last = i;
      } else if (columns[i] >= 0) {
        break;
      }
    }
    return last;
  }

  /** The line that begins the entry around that of a line; -1 for none. */
  int parent(int line) {
    for (int i = line - 1; i >= 0; i--) {
      boolean isAround = columns[i] >= 0 && (columns[i] < columns[line] || isListOf(line, i));
      if (isAround) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a line stands at the column of its neighbours in the entry around. */
  boolean isInLine(int line) {
    int parent = parent(line);
    if (parent >= 0 && isItem(parent) && starts[parent] + contentColumn(parent) < end(parent)) {
      return contentColumn(parent) == columns[line];
    }
    int first = parent + 1;
    while (first < line && columns[first] < 0) {
      first++;
    }
    return first == line || columns[first] == columns[line];
  }

  private int contentColumn(int item) {
    int at = starts[item] + columns[item];
    int end = end(item);
    while (at < end && (text.charAt(at) == '-' || text.charAt(at) == ' ')) {
      at++;
    }
    return at - starts[item];
  }
}

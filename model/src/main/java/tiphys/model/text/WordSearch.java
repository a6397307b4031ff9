// SPDX-License-Identifier: Apache-2.0
package tiphys.model.text;

import java.util.Arrays;

/**
 * Finds a word by its last letters first (Horspool): names such as {@code task-4711} begin alike
 * ten thousand times in a file, and most letters need not be looked at.
 */
final class WordSearch {
  private static final int KINDS = 128;

  private final String word;

  /** How far to go on from a letter under the word's last; letters of one kind share the least. */
  private final int[] steps = new int[KINDS];

  /** For a word of one letter at least. */
  WordSearch(String word) {
    this.word = word;
    Arrays.fill(steps, word.length());
    for (int i = 0; i < word.length() - 1; i++) {
      steps[word.charAt(i) % KINDS] = word.length() - 1 - i;
    }
  }

  /** Where the word stands from a place on; -1 where it does not. */
  int next(String text, int from) {
    int last = word.length() - 1;
    char end = word.charAt(last);
    if (last == 0) {
      return text.indexOf(end, from);
    }
    int at = from;
    while (at + last < text.length()) {
      char c = text.charAt(at + last);
      if (c == end && text.startsWith(word, at)) {
        return at;
      }
      at += steps[c % KINDS];
    }
    return -1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a caret stands in a value that is written in one line, brackets and braces included.
 *
 * @param below keys below the value's own mapping
 * @param wordStart offset of the word in the text
 */
record FlowPlace(List<String> below, Optional<String> key, int wordStart, int end) {
  static FlowPlace within(String value, int start, String key) {
    Reader reader = new Reader(value, start, key);
    return reader.read();
  }

  WrittenPlace in(List<String> path, int column, boolean isText) {
    List<String> whole = new ArrayList<>(path);
    whole.addAll(below);
    return new WrittenPlace(whole, key, WrittenPlace.range(wordStart, end), column, isText);
  }

  /** Follows brackets from the start of the value to the caret. */
  private static final class Reader {
    private final String value;
    private final int start;
    private final List<Optional<String>> keys = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private int word;

    Reader(String value, int start, String key) {
      this.value = value;
      this.start = start;
      keys.add(Optional.of(key));
    }

    FlowPlace read() {
      int i = 0;
      while (i < value.length()) {
        i = step(i);
      }
      while (word < value.length() && " \"'".indexOf(value.charAt(word)) >= 0) {
        word++;
      }
      return new FlowPlace(path, keys.getLast(), start + word, start + value.length());
    }

    private int step(int i) {
      char c = value.charAt(i);
      boolean isInFlow = keys.size() > 1;
      if (value.startsWith("{{", i)) {
        int close = value.indexOf("}}", i);
        return close < 0 ? value.length() : close + 2;
      }
      if ((c == '{' || c == '[') && value.substring(word, i).isBlank()) {
        open(c, i);
      } else if (isInFlow && (c == '}' || c == ']')) {
        keys.removeLast();
        path.removeLast();
      } else if (isInFlow && c == ',') {
        keys.set(keys.size() - 1, isInList() ? keys.getLast() : Optional.empty());
        word = i + 1;
      } else if (isInFlow && c == ':' && !isInList()) {
        keys.set(keys.size() - 1, Optional.of(value.substring(word, i).strip()));
        word = i + 1;
      }
      return i + 1;
    }

    private boolean isInList() {
      return keys.getLast().filter(WrittenPlace.ITEM::equals).isPresent();
    }

    private void open(char bracket, int i) {
      path.add(keys.getLast().orElse(""));
      keys.add(bracket == '[' ? Optional.of(WrittenPlace.ITEM) : Optional.empty());
      word = i + 1;
    }
  }
}

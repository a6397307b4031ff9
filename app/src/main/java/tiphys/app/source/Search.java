// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

/**
 * Where something stands in a text.
 *
 * @param pattern empty where nothing is looked for, or what is no expression
 * @param hits in order of place; no more than {@link #MOST}
 */
record Search(Optional<Pattern> pattern, List<TextRange> hits) {
  static final Search NONE = new Search(Optional.empty(), List.of());

  /** More places than these are not counted: nobody goes through them. */
  static final int MOST = 10_000;

  /** What is looked for. */
  record Wanted(String words, boolean isCaseKept, boolean isExpression) {
    static final Wanted NOTHING = new Wanted("", false, false);

    /** Empty for nothing, and for what is no regular expression. */
    Optional<Pattern> pattern() {
      if (words.isEmpty()) {
        return Optional.empty();
      }
      int flags = Pattern.MULTILINE;
      flags |= isExpression ? 0 : Pattern.LITERAL;
      flags |= isCaseKept ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      try {
        return Optional.of(Pattern.compile(words, flags));
      } catch (PatternSyntaxException _) {
        return Optional.empty();
      }
    }
  }

  Search {
    hits = List.copyOf(hits);
  }

  /** Looks through a text. O(text) for words. */
  static Search in(SourceText text, Wanted wanted) {
    Optional<Pattern> pattern = wanted.pattern();
    if (pattern.isEmpty()) {
      return NONE;
    }
    List<TextRange> hits = new ArrayList<>();
    Matcher matcher = pattern.get().matcher(text.toString());
    while (hits.size() < MOST && find(matcher)) {
      if (matcher.end() > matcher.start()) {
        hits.add(new TextRange(matcher.start(), matcher.end()));
      }
    }
    return new Search(pattern, hits);
  }

  /** An expression that goes too deep for the text finds nothing more. */
  private static boolean find(Matcher matcher) {
    try {
      return matcher.find();
    } catch (StackOverflowError _) {
      return false;
    }
  }

  /** What of a line was found, in units from its beginning. */
  List<TextRange> within(TextRange line) {
    List<TextRange> within = new ArrayList<>();
    for (int i = firstFrom(line.start()); i < hits.size(); i++) {
      TextRange hit = hits.get(i);
      if (hit.start() >= line.end()) {
        break;
      }
      within.add(
          new TextRange(
              hit.start() - line.start(), Math.min(hit.end(), line.end()) - line.start()));
    }
    return within;
  }

  /** The number of the first hit that begins at an offset or behind it; all of them for none. */
  int firstFrom(int offset) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The number of the hit that is exactly a range; -1 for none. */
  int numberOf(TextRange range) {
    int number = firstFrom(range.start());
    return number < hits.size() && hits.get(number).equals(range) ? number : -1;
  }

  /**
   * What replaces some of the hits.
   *
   * @param replacement of an expression, with {@code $1} for its groups
   * @return empty where the replacement names a group that there is not
   */
  Optional<TextEdits> replacing(
      SourceText text, List<TextRange> chosen, String replacement, boolean isExpression) {
    List<TextEdit> edits = new ArrayList<>();
    Matcher matcher = pattern.orElse(Pattern.compile("")).matcher(text.toString());
    for (TextRange hit : chosen) {
      if (matcher.find(hit.start()) && matcher.start() == hit.start()) {
        Optional<String> written =
            isExpression ? written(matcher, replacement) : Optional.of(replacement);
        if (written.isEmpty()) {
          return Optional.empty();
        }
        edits.add(TextEdit.replace(hit.start(), matcher.end(), written.get()));
      }
    }
    return Optional.of(new TextEdits(edits));
  }

  /** {@code $1} stands for a group, {@code \\n} for a line break, {@code \\$} for itself. */
  private static Optional<String> written(Matcher found, String replacement) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
      if (c == '\\' && i + 1 < replacement.length()) {
        written.append(next == 'n' ? '\n' : next);
        i++;
      } else if (c == '$' && Character.isDigit(next)) {
        if (next - '0' > found.groupCount()) {
          return Optional.empty();
        }
        written.append(Optional.ofNullable(found.group(next - '0')).orElse(""));
        i++;
      } else {
        written.append(c);
      }
    }
    return Optional.of(written.toString());
  }
}

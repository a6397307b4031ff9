// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.app.code.ScalarAt;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlTree;

/**
 * The bracket at a caret and the one that belongs to it. Brackets of the YAML itself and those
 * within one text, such as the braces of a variable, do not belong together.
 */
final class Brackets {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /** Nobody looks farther for a bracket; and no caret waits for more. */
  private static final int FARTHEST = 20_000;

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#");

  private final SourceText text;
  private final YamlTree tree;

  private Brackets(SourceText text, YamlTree tree) {
    this.text = text;
    this.tree = tree;
  }

  /** Two brackets, or one alone that nothing belongs to. */
  record Pair(int first, Optional<Integer> second) {
    List<TextRange> ranges() {
      TextRange one = new TextRange(first, first + 1);
      return second.map(at -> List.of(one, new TextRange(at, at + 1))).orElse(List.of(one));
    }
  }

  /** Those at a caret: the bracket before it or, with none there, the one after it. */
  static Optional<Pair> at(SourceText text, YamlTree tree, int caret) {
    Brackets brackets = new Brackets(text, tree);
    return brackets.pair(caret - 1).or(() -> brackets.pair(caret));
  }

  private Optional<Pair> pair(int at) {
    if (at < 0 || at >= text.length() || !isBracket(text.charAt(at))) {
      return Optional.empty();
    }
    Optional<TextRange> scalar = ScalarAt.of(tree, at);
    TextRange within = scalar.or(() -> comment(at)).orElse(new TextRange(0, text.length()));
    boolean isOfYaml = within.length() == text.length();
    int step = OPENING.indexOf(text.charAt(at)) >= 0 ? 1 : -1;
    int last =
        step > 0
            ? Math.min(within.end() - 1, at + FARTHEST)
            : Math.max(within.start(), at - FARTHEST);
    Deque<Character> open = new ArrayDeque<>();
    for (int i = at; step > 0 ? i <= last : i >= last; i += step) {
      char c = text.charAt(i);
      if (isBracket(c) && (i == at || !isOfYaml || ScalarAt.of(tree, i).isEmpty())) {
        if (OPENING.indexOf(c) >= 0 == step > 0) {
          open.push(c);
        } else if (!belong(open.pop(), c)) {
          break;
        }
        if (open.isEmpty()) {
          return Optional.of(new Pair(at, Optional.of(i)));
        }
      }
    }
    return Optional.of(new Pair(at, Optional.empty()));
  }

  /** The comment that a place lies in, which is nothing to the brackets around it. */
  private Optional<TextRange> comment(int at) {
    int line = text.lineOf(at);
    TextRange whole = new TextRange(text.lineStart(line), text.lineEnd(line));
    Matcher sign = COMMENT.matcher(text.slice(whole.start(), at));
    return sign.find()
        ? Optional.of(new TextRange(whole.start() + sign.start(), whole.end()))
        : Optional.empty();
  }

  private static boolean isBracket(char c) {
    return OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
  }

  private static boolean belong(char one, char other) {
    return OPENING.indexOf(one) >= 0
        ? OPENING.indexOf(one) == CLOSING.indexOf(other)
        : CLOSING.indexOf(one) == OPENING.indexOf(other);
  }
}

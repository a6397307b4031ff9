// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

/**
 * Reads around what cannot be read. The smallest entry that is to blame is written over with a
 * comment of the same length, and the rest is read where it stands; so every place in the tree is
 * one of the text. What is to blame is found by trying: a quote or a bracket that is left open is
 * reported far behind the place where it was forgotten.
 */
final class Recovery {
  /** A text with more broken places is not half-typed: it is something else. */
  private static final int MOST_DAMAGES = 8;

  /** A candidate is tried within lines of about this length, if the entries around allow it. */
  private static final int WINDOW = 1 << 15;

  /** What may be read for trying, in units; a large file gets what reading it again costs. */
  private static final int LEAST_EFFORT = 1 << 21;

  private final SourceText text;
  private final List<Damage> damages = new ArrayList<>();
  private SourceText covered;
  private long effort;

  private Recovery(SourceText text) {
    this.text = text;
    this.covered = text;
    this.effort = Math.max(LEAST_EFFORT, text.length());
  }

  /** A shorter way to the tree of a text in which the damaged entries are comments. */
  interface Shortcut {
    Optional<YamlTree> to(SourceText covered, List<Damage> damages);
  }

  /** The tree of all but the damaged entries; empty where the damage cannot be told apart. */
  static Optional<YamlTree> of(YamlParser.Stopped stopped, SourceText text, Shortcut shortcut) {
    return new Recovery(text).read(stopped, shortcut);
  }

  private Optional<YamlTree> read(YamlParser.Stopped first, Shortcut shortcut) {
    YamlParser.Stopped stopped = first;
    while (damages.size() < MOST_DAMAGES && stopped.code() == ProblemCode.YAML_SYNTAX) {
      IndentedLines lines = new IndentedLines(covered.toString());
      Optional<Suspects.Entry> blamed = blamed(lines, stopped);
      if (blamed.isEmpty()) {
        return Optional.empty();
      }
      cover(lines, blamed.get(), stopped);
      Optional<YamlTree> known = shortcut.to(covered, damages);
      YamlParser parser = new YamlParser(covered);
      YamlTree tree = known.orElseGet(parser::parse);
      if (parser.stopped().isEmpty()) {
        return Optional.of(whole(tree));
      }
      stopped = parser.stopped().get();
    }
    return Optional.empty();
  }

  private YamlTree whole(YamlTree tree) {
    damages.sort(Comparator.comparingInt(damage -> damage.range().start()));
    return new YamlTree(
        text,
        tree.documents(),
        Optional.of(damages.getFirst().problem()),
        tree.mayHaveAnchors(),
        damages);
  }

  /**
   * The smallest entry without which reading goes on, or else that with which it comes farthest.
   */
  private Optional<Suspects.Entry> blamed(IndentedLines lines, YamlParser.Stopped stopped) {
    return new Suspects(lines)
        .of(stopped).stream().flatMap(level -> blamed(lines, stopped, level).stream()).findFirst();
  }

  private Optional<Suspects.Entry> blamed(
      IndentedLines lines, YamlParser.Stopped stopped, List<Suspects.Entry> level) {
    Optional<Suspects.Entry> best = Optional.empty();
    int farthest = -1;
    for (Suspects.Entry suspect : level) {
      int reach = effort > 0 ? reach(lines, suspect) : -1;
      if (reach == Integer.MAX_VALUE) {
        return Optional.of(suspect);
      }
      boolean isFarther = reach > Math.max(farthest, lines.end(suspect.last()));
      if (isFarther && reach != stopped.at()) {
        farthest = reach;
        best = Optional.of(suspect);
      }
    }
    return best;
  }

  /** Where reading stops without an entry; the greatest number where it does not. */
  private int reach(IndentedLines lines, Suspects.Entry suspect) {
    Suspects.Entry window = window(lines, suspect);
    int from = lines.start(window.first());
    int to = lines.end(window.last());
    effort -= to - from;
    SourceText tried = covered.apply(TextEdits.of(coveringEdit(lines, suspect)));
    YamlParser parser = new YamlParser(SourceText.of(tried.slice(from, to)));
    parser.parse();
    return parser.stopped().map(stopped -> from + stopped.at()).orElse(Integer.MAX_VALUE);
  }

  /** The largest entry around that is small enough to be read many times; else all lines. */
  private Suspects.Entry window(IndentedLines lines, Suspects.Entry suspect) {
    Suspects.Entry all = new Suspects.Entry(0, lines.count() - 1);
    if (text.length() <= WINDOW || !lines.isInLine(suspect.first())) {
      return all;
    }
    Suspects.Entry window = all;
    int around = lines.parent(suspect.first());
    while (around >= 0) {
      Suspects.Entry next = new Suspects.Entry(around, lines.last(around));
      if (lines.end(next.last()) - lines.start(next.first()) > WINDOW) {
        break;
      }
      window = next;
      around = lines.parent(around);
    }
    return window;
  }

  private void cover(IndentedLines lines, Suspects.Entry entry, YamlParser.Stopped stopped) {
    TextRange range = new TextRange(lines.start(entry.first()), lines.end(entry.last()));
    int at;
    if (range.touches(stopped.problemAt())) {
      at = stopped.problemAt();
    } else if (range.touches(stopped.contextAt())) {
      at = stopped.contextAt();
    } else {
      at = lines.end(entry.first());
    }
    TextRange place = new TextRange(at, Math.max(at, lines.end(lines.lineOf(at))));
    Problem problem = Problem.error(stopped.code(), place, stopped.reason());
    covered = covered.apply(TextEdits.of(coveringEdit(lines, entry)));
    damages.removeIf(
        known -> range.start() <= known.range().start() && known.range().end() <= range.end());
    damages.add(new Damage(range, problem));
  }

  /** A text in which damaged entries are comments of the same length. */
  static SourceText covered(SourceText text, List<Damage> damages) {
    SourceText covered = text;
    for (Damage damage : damages) {
      String lines = text.slice(damage.range());
      IndentedLines alone = new IndentedLines(lines);
      TextEdit edit = coveringEdit(alone, new Suspects.Entry(0, alone.count() - 1));
      covered =
          covered.apply(
              TextEdits.of(
                  TextEdit.replace(
                      damage.range().start(), damage.range().end(), edit.replacement())));
    }
    return covered;
  }

  private static TextEdit coveringEdit(IndentedLines lines, Suspects.Entry entry) {
    int from = lines.start(entry.first());
    int to = lines.end(entry.last());
    int column = lines.column(entry.first());
    StringBuilder comment = new StringBuilder(to - from);
    for (int line = entry.first(); line <= entry.last(); line++) {
      int length = lines.end(line) - lines.start(line);
      int blanks = Math.min(column, Math.max(0, length - 1));
      comment.append(" ".repeat(blanks)).append("#".repeat(length - blanks));
      if (line < entry.last()) {
        comment.append(lines.breakOf(line));
      }
    }
    return TextEdit.replace(from, to, comment.toString());
  }
}

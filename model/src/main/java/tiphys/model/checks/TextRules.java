// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.List;
import java.util.regex.Pattern;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlTree;

/**
 * What Argo's reader takes for something else than other readers do, although the tree is sound.
 * Argo splits a file at every {@code ---} that begins a line (util.go, yamlSeparator) and reads the
 * parts with a port of libyaml, which knows the line breaks of YAML 1.1 and takes no tab behind a
 * dash.
 */
final class TextRules {
  private static final Pattern DASHES = Pattern.compile(" *(?:- +)*-[ \t]*");

  private final YamlTree tree;
  private final SourceText text;
  private final List<Problem> found;

  private TextRules(YamlTree tree, List<Problem> found) {
    this.tree = tree;
    this.text = tree.text();
    this.found = found;
  }

  /** O(the stretches of the text that hold any such character). */
  static void check(YamlTree tree, List<Problem> found) {
    TextRules rules = new TextRules(tree, found);
    for (TextRange range : tree.text().unusual()) {
      rules.look(range);
    }
  }

  private void look(TextRange range) {
    String stretch = text.slice(range);
    for (int i = 0; i < stretch.length(); i++) {
      int at = range.start() + i;
      switch (stretch.charAt(i)) {
        case '\t' -> tab(at);
        case '\u0085', '\u2028', '\u2029' -> warn(ProblemCode.YAML_ODD_BREAK, at, 1);
        case '\uFEFF' -> {
          if (at > 0 && isLineStart(at)) {
            warn(ProblemCode.YAML_MARK_INSIDE, at, 1);
          }
        }
        case '-' -> border(at);
        default -> {
          // Everybody reads it alike.
        }
      }
    }
  }

  private void border(int at) {
    boolean isBorder = at > 0 && at + 3 < text.length() && text.slice(at, at + 3).equals("---");
    if (isBorder && isLineStart(at) && !Character.isWhitespace(text.charAt(at + 3))) {
      warn(ProblemCode.YAML_SPLIT_BY_ARGO, at, 3);
    }
  }

  private void tab(int at) {
    int lineStart = text.lineStart(text.lineOf(at));
    if (DASHES.matcher(text.slice(lineStart, at)).matches() && !isInScalar(at)) {
      found.add(Problem.error(ProblemCode.YAML_TAB_BEHIND_DASH, new TextRange(at, at + 1)));
    }
  }

  private boolean isInScalar(int at) {
    for (YamlDocument document : tree.documents()) {
      YamlPlace place = document.place();
      if (place.range().touches(at)) {
        return isInScalar(place, at);
      }
    }
    return false;
  }

  private static boolean isInScalar(YamlPlace place, int at) {
    if (place.node() instanceof YamlScalar) {
      return true;
    }
    for (YamlPlace.Entry entry : place.entries()) {
      YamlPlace inside = entry.key().range().touches(at) ? entry.key() : entry.value();
      if (inside.start() <= at && at < inside.end()) {
        return isInScalar(inside, at);
      }
    }
    for (YamlPlace item : place.items()) {
      if (item.start() <= at && at < item.end()) {
        return isInScalar(item, at);
      }
    }
    return false;
  }

  private boolean isLineStart(int at) {
    return at == 0 || text.lineStart(text.lineOf(at)) == at;
  }

  private void warn(ProblemCode code, int at, int length) {
    found.add(Problem.warning(code, new TextRange(at, at + length)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlTree;

/**
 * A literal that ends with the text and without a line break would gain one from what is written
 * behind it; its header says that it has none.
 */
final class LiteralAtEnd {
  private LiteralAtEnd() {}

  static void keep(YamlTree tree, List<TextEdit> edits) {
    int end = tree.text().length();
    boolean isWrittenBehind =
        edits.stream().anyMatch(edit -> edit.range().start() == end && edit.growth() > 0);
    if (isWrittenBehind) {
      header(tree)
          .filter(
              header ->
                  edits.stream().noneMatch(edit -> edit.range().touches(header.range().start())))
          .ifPresent(edits::add);
    }
  }

  private static Optional<TextEdit> header(YamlTree tree) {
    SourceText text = tree.text();
    YamlPlace last = tree.documents().getLast().place();
    while (last.size() > 0) {
      last = last.isMapping() ? last.value(last.size() - 1) : last.item(last.size() - 1);
    }
    boolean isBlock =
        last.node() instanceof YamlScalar scalar
            && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED);
    if (!isBlock || last.end() < text.length()) {
      return Optional.empty();
    }
    String header = text.slice(last.start(), text.lineEnd(text.lineOf(last.start())));
    int comment = header.indexOf(" #");
    String marks = comment < 0 ? header : header.substring(0, comment);
    int mark = Math.max(marks.lastIndexOf('|'), marks.lastIndexOf('>'));
    boolean isSaid = marks.indexOf('-', mark) >= 0 || marks.indexOf('+', mark) >= 0;
    return mark < 0 || isSaid
        ? Optional.empty()
        : Optional.of(TextEdit.insert(last.start() + mark + 1, "-"));
  }
}

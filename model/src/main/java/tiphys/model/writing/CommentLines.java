// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** The comment lines right above an item or entry that begins a line. */
final class CommentLines {
  private CommentLines() {}

  static String read(SourceText text, YamlPlace place) {
    return CopiedText.commentsAbove(new YamlValue.Copied(text, place)).stream()
        .map(line -> line.substring(line.startsWith("# ") ? 2 : 1))
        .collect(Collectors.joining("\n"));
  }

  /** Empty where no comment can stand: in JSON, and behind something on the same line. */
  static Optional<TextEdit> written(YamlTree tree, YamlPlace place, String lines) {
    SourceText text = tree.text();
    int start = CopiedText.entryStart(place);
    int line = text.lineOf(start);
    String indent = text.slice(text.lineStart(line), start);
    YamlStyle style = YamlStyle.near(text, place);
    if (!indent.isBlank() || style.isJson()) {
      return Optional.empty();
    }
    List<String> before = CopiedText.commentsAbove(new YamlValue.Copied(text, place));
    int from = text.lineStart(line - before.size());
    String written =
        lines.isBlank()
            ? ""
            : lines
                .stripTrailing()
                .lines()
                .map(note -> indent + (note.isBlank() ? "#" : "# " + note) + style.lineBreak())
                .collect(Collectors.joining());
    return Optional.of(TextEdit.replace(from, text.lineStart(line), written));
  }
}

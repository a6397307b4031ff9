// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;

/** The lines of a task, with the comments right above it and those behind it that stand deeper. */
final class TaskLines {
  private TaskLines() {}

  static String of(DiagramState state, Scope scope, NodeId node) {
    return state.locator().task(scope, node).map(place -> of(state.text(), place)).orElse("");
  }

  private static String of(SourceText text, YamlPlace place) {
    int first = text.lineOf(place.start());
    int last = text.lineOf(place.end());
    int column = indent(line(text, first));
    while (first > 0 && isComment(text, first - 1) && indent(line(text, first - 1)) >= column) {
      first--;
    }
    while (last + 1 < text.lineCount() && isOwnBelow(text, last + 1, column)) {
      last++;
    }
    return text.slice(text.lineStart(first), text.lineEnd(last));
  }

  private static boolean isOwnBelow(SourceText text, int line, int column) {
    return line(text, line).isBlank() || isComment(text, line) && indent(line(text, line)) > column;
  }

  private static boolean isComment(SourceText text, int line) {
    return line(text, line).strip().startsWith("#");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String line(SourceText text, int line) {
    return text.slice(text.lineStart(line), text.lineEnd(line));
  }
}

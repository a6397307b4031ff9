// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;

/**
 * Where a variable is written or read.
 *
 * @param scope the template it stands in; the resource as a whole outside of all templates
 * @param node the task it stands in
 * @param field the last key on the way to it, for example {@code value} or {@code when}
 * @param text the scalar or the name that it stands in
 * @param read which of the names within that text it is; empty for the whole
 */
public record Site(
    Scope scope, Optional<NodeId> node, String field, TextRange text, Optional<Nth> read) {
  /**
   * One of the names in a text, counted from 0.
   *
   * @param isBare whether the text is an expression without braces
   */
  record Nth(int index, boolean isBare, List<String> parts) {}

  /** The exact place of the name in the text of the same revision. */
  public TextRange in(SourceText source) {
    if (read.isEmpty()) {
      return text;
    }
    Nth nth = read.get();
    String written = source.slice(text);
    // the quotes around a scalar are none of its expression
    int skipped = nth.isBare() && (written.startsWith("\"") || written.startsWith("'")) ? 1 : 0;
    List<NamePath> paths =
        nth.isBare() ? NamePath.inExpression(written.substring(skipped)) : NamePath.inTags(written);
    return nth.index() < paths.size() && paths.get(nth.index()).parts().equals(nth.parts())
        ? paths.get(nth.index()).range().shifted(text.start() + skipped)
        : text;
  }
}

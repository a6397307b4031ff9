// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Problem;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdits;

/**
 * The documents of a text.
 *
 * @param documents in order of place; after a syntax error those before it, and what was read of
 *     the one that has it
 * @param syntaxError where reading stopped, if it did
 */
public record YamlTree(
    SourceText text, List<YamlDocument> documents, Optional<Problem> syntaxError) {
  public YamlTree {
    documents = List.copyOf(documents);
  }

  /**
   * Reads a text. Never throws for its content: what could be read is kept, the first error is
   * reported. O(length).
   */
  public static YamlTree parse(SourceText text) {
    return new YamlParser(text).parse();
  }

  /**
   * The tree of the edited text. Reads again only what the edits touch, where it can; else
   * everything.
   */
  public YamlTree edited(TextEdits edits) {
    return parse(text.apply(edits));
  }
}

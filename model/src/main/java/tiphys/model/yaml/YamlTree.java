// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Problem;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/**
 * The documents of a text.
 *
 * @param documents in order of place; after a syntax error those before it, and what was read of
 *     the one that has it
 * @param syntaxError where reading stopped, if it did
 * @param mayHaveAnchors whether any anchor may be defined; without one, every node means the same
 *     wherever it stands
 */
public record YamlTree(
    SourceText text,
    List<YamlDocument> documents,
    Optional<Problem> syntaxError,
    boolean mayHaveAnchors) {
  /** With more edits than this at once, reading everything is no slower. */
  private static final int MOST_SINGLE_EDITS = 40;

  public YamlTree {
    documents = List.copyOf(documents);
  }

  /**
   * Reads a text. Never throws for its content: what could be read is kept, the first error is
   * reported, aliases that stand for too much among them. O(length).
   */
  public static YamlTree parse(SourceText text) {
    YamlTree tree = new YamlParser(text).parse();
    if (!tree.mayHaveAnchors || tree.syntaxError.isPresent()) {
      return tree;
    }
    return tree.withExpansionChecked();
  }

  /** With the trouble that aliases make which stand for too much, if they do. */
  YamlTree withExpansionChecked() {
    return new YamlTree(text, documents, AliasExpansion.trouble(this), mayHaveAnchors);
  }

  /**
   * The tree of the edited text, equal to the one that reading it from the start gives. Reads again
   * only the entries of collections that the edits touch and shares all other nodes; reads
   * everything where that is not enough: behind a syntax error, where a document comes or goes.
   */
  public YamlTree edited(TextEdits edits) {
    if (edits.edits().size() > MOST_SINGLE_EDITS) {
      return parse(text.apply(edits));
    }
    YamlTree tree = this;
    // from the last to the first, so that the ranges of those to come still hold
    for (TextEdit edit : edits.edits().reversed()) {
      Optional<YamlTree> next = new PartialReading(tree, edit).read();
      if (next.isEmpty()) {
        return parse(text.apply(edits));
      }
      tree = next.get();
    }
    return tree;
  }
}

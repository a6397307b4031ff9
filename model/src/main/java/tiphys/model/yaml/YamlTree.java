// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Problem;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/** The documents of a text. Immutable but for what is remembered; safe for several threads. */
public final class YamlTree {
  /** With more edits than this one by one, reading everything is no slower. */
  private static final int MOST_SINGLE_EDITS = 40;

  private final SourceText text;
  private final List<YamlDocument> documents;
  private final Optional<Problem> syntaxError;
  private final boolean mayHaveAnchors;
  private final List<Damage> damages;

  /** What was tried out and not done yet. */
  private volatile Optional<Tried> tried = Optional.empty();

  private record Tried(TextEdits edits, YamlTree tree) {}

  /**
   * Of what was read.
   *
   * @param documents in order of place; with damages those of the text without them; after a syntax
   *     error without damages those before it, and what was read of the one that has it
   * @param syntaxError the first place that cannot be read, if there is one
   * @param mayHaveAnchors whether any anchor may be defined; without one, every node means the same
   *     wherever it stands
   * @param damages the entries around syntax errors, in order of place, where the rest could be
   *     read
   */
  YamlTree(
      SourceText text,
      List<YamlDocument> documents,
      Optional<Problem> syntaxError,
      boolean mayHaveAnchors,
      List<Damage> damages) {
    this.text = text;
    this.documents = List.copyOf(documents);
    this.syntaxError = syntaxError;
    this.mayHaveAnchors = mayHaveAnchors;
    this.damages = List.copyOf(damages);
  }

  /** Without damages. */
  YamlTree(
      SourceText text,
      List<YamlDocument> documents,
      Optional<Problem> syntaxError,
      boolean mayHaveAnchors) {
    this(text, documents, syntaxError, mayHaveAnchors, List.of());
  }

  public SourceText text() {
    return text;
  }

  /** In order of place; with damages those of the text without them. */
  public List<YamlDocument> documents() {
    return documents;
  }

  /** The first place that cannot be read, if there is one. */
  public Optional<Problem> syntaxError() {
    return syntaxError;
  }

  /** Without any anchor, every node means the same wherever it stands. */
  public boolean mayHaveAnchors() {
    return mayHaveAnchors;
  }

  /** The entries around syntax errors, in order of place, where the rest could be read. */
  public List<Damage> damages() {
    return damages;
  }

  /**
   * Reads a text. Never throws for its content: around an error, the smallest entry that holds it
   * is left out and told among the damages; where that does not help, what stands before the error
   * is kept. O(length).
   */
  public static YamlTree parse(SourceText text) {
    return parse(text, (_, _) -> Optional.empty());
  }

  private static YamlTree parse(SourceText text, Recovery.Shortcut shortcut) {
    YamlParser parser = new YamlParser(text);
    YamlTree first = parser.parse();
    YamlTree tree =
        parser.stopped().flatMap(stopped -> Recovery.of(stopped, text, shortcut)).orElse(first);
    if (!tree.mayHaveAnchors || tree.syntaxError.isPresent() && tree.damages.isEmpty()) {
      return tree;
    }
    return tree.withExpansionChecked();
  }

  /** With the trouble that aliases make which stand for too much, if they do. */
  YamlTree withExpansionChecked() {
    Optional<Problem> trouble = AliasExpansion.trouble(this);
    return trouble.isEmpty() ? this : new YamlTree(text, documents, trouble, mayHaveAnchors);
  }

  /** Whether nothing behind some place could be read. */
  public boolean isCutOff() {
    return syntaxError.isPresent() && damages.isEmpty();
  }

  /** All places that cannot be read, in order. */
  public List<Problem> syntaxErrors() {
    return damages.isEmpty()
        ? syntaxError.stream().toList()
        : damages.stream().map(Damage::problem).toList();
  }

  /**
   * The tree of the edited text, equal to the one that reading it from the start gives. Reads again
   * only the entries of collections that the edits touch and shares all other nodes; reads
   * everything where that is not enough: behind a syntax error, where a document comes or goes.
   * What was tried out is there already.
   */
  @SuppressWarnings("ReferenceEquality") // the very edits of the plan, which is then done
  public YamlTree edited(TextEdits edits) {
    Optional<Tried> known = tried.filter(last -> last.edits() == edits);
    // trees that hold each other would never end
    tried = Optional.empty();
    return known.map(Tried::tree).orElseGet(() -> read(edits));
  }

  /** What {@link #edited} will answer for these very edits; kept until it is asked. */
  public YamlTree tryOut(TextEdits edits) {
    YamlTree tree = read(edits);
    tried = Optional.of(new Tried(edits, tree));
    return tree;
  }

  private YamlTree read(TextEdits edits) {
    if (edits.edits().size() > 1) {
      Optional<YamlTree> together = new SeveralEdits(this, edits).read();
      if (together.isPresent()) {
        return together.get();
      }
    }
    if (edits.edits().size() > MOST_SINGLE_EDITS) {
      return parse(text.apply(edits));
    }
    YamlTree tree = this;
    // from the last to the first, so that the ranges of those to come still hold
    for (TextEdit edit : edits.edits().reversed()) {
      Optional<YamlTree> next = new PartialReading(tree, edit).read();
      if (next.isEmpty()) {
        return parse(text.apply(edits), new BesideDamage(this, edits));
      }
      tree = next.get();
    }
    return tree;
  }
}

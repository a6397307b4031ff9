// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/** Everything that is mentioned by name in one version of a file, in order of place. */
public final class Symbols {
  private final List<Mention> mentions;

  private Symbols(List<Mention> mentions) {
    this.mentions = mentions;
  }

  /** Looks through the whole file. O(length). */
  public static Symbols of(YamlTree tree, WorkflowFile workflow) {
    return new Symbols(
        new MentionFinder(tree, workflow)
            .find().stream()
                .distinct()
                .sorted(Comparator.comparingInt((Mention mention) -> mention.range().start()))
                .toList());
  }

  public List<Mention> all() {
    return mentions;
  }

  /** What is named where a caret stands; the narrowest, if names lie within names. */
  public Optional<Mention> at(int offset) {
    return mentions.stream()
        .filter(mention -> mention.range().touches(offset))
        .min(Comparator.comparingInt(mention -> mention.range().length()));
  }

  /** All places of a name in order, the definition among them. */
  public List<Mention> of(Symbol symbol) {
    return mentions.stream().filter(mention -> mention.symbol().equals(symbol)).toList();
  }

  /** The place that says that it exists; empty for what is defined nowhere in the file. */
  public Optional<TextRange> definition(Symbol symbol) {
    return mentions.stream()
        .filter(mention -> mention.symbol().equals(symbol))
        .filter(mention -> mention.role() == Mention.Role.DEFINES)
        .map(Mention::range)
        .findFirst();
  }

  /** Everything that has a name, in order of its first place. */
  public Set<Symbol> named() {
    Set<Symbol> named = new java.util.LinkedHashSet<>();
    mentions.forEach(mention -> named.add(mention.symbol()));
    return named;
  }

  /** The lines, counted from 0, that mention a symbol. */
  public Set<Integer> lines(Symbol symbol, tiphys.model.text.SourceText text) {
    Set<Integer> lines = new TreeSet<>();
    of(symbol).forEach(mention -> lines.add(text.lineOf(mention.range().start())));
    return lines;
  }
}

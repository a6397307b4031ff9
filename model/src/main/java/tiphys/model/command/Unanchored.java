// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlTree;

/**
 * Something as it would be written without anchors and aliases: what an alias stands for is written
 * out, what a merge brings too, so that a copy means the same wherever it is put. The rest stays as
 * it is written, comments too.
 */
final class Unanchored {
  /** What aliases stand for holds aliases in turn; deeper, nobody can follow. */
  private static final int MOST_ROUNDS = 20;

  private static final String MERGE = "<<";

  private Unanchored() {}

  /** In a text of its own; the very place where nothing is anchored. */
  static Outcome<YamlValue.Copied> of(YamlTree tree, YamlPlace place) {
    Optional<String> tie = tie(place);
    YamlTree now = tree;
    YamlPlace at = place;
    for (int round = 0; round < MOST_ROUNDS && !aliases(at).isEmpty(); round++) {
      Optional<TextEdits> written = writtenOut(now, at);
      if (written.isEmpty()) {
        return Outcome.refused(ProblemCode.COPY_ANCHORED, tie.orElse(""));
      }
      now = now.edited(written.get());
      at = again(place, now);
    }
    if (!aliases(at).isEmpty()) {
      return Outcome.refused(ProblemCode.COPY_ANCHORED, tie.orElse(""));
    }
    now = tie.isEmpty() ? now : now.edited(withoutAnchors(now.text(), at));
    return Outcome.done(new YamlValue.Copied(now.text(), tie.isEmpty() ? at : again(place, now)));
  }

  /** The first anchor or alias in a place, as it is written. */
  private static Optional<String> tie(YamlPlace place) {
    YamlNode node = place.node();
    if (node instanceof YamlAlias alias) {
      return Optional.of("*" + alias.name());
    }
    return node.anchor()
        .map(name -> "&" + name)
        .or(() -> inside(place).stream().flatMap(part -> tie(part).stream()).findFirst());
  }

  private static List<YamlPlace> inside(YamlPlace place) {
    List<YamlPlace> inside = new ArrayList<>(place.items());
    place
        .entries()
        .forEach(
            entry -> {
              inside.add(entry.key());
              inside.add(entry.value());
            });
    return inside;
  }

  private static List<YamlPlace> aliases(YamlPlace place) {
    if (place.node() instanceof YamlAlias) {
      return List.of(place);
    }
    List<YamlPlace> found = new ArrayList<>();
    inside(place).forEach(part -> found.addAll(aliases(part)));
    return found;
  }

  /** The same place in an edit of its text: what stands before it is as it was. */
  private static YamlPlace again(YamlPlace place, YamlTree now) {
    Deque<YamlPlace> way = new ArrayDeque<>();
    for (YamlPlace at = place; at != null; at = at.parent().orElse(null)) {
      way.push(at);
    }
    int start = way.pop().start();
    YamlPlace found =
        now.documents().stream()
            .map(document -> document.place())
            .filter(root -> root.start() == start)
            .findFirst()
            .orElseThrow();
    for (YamlPlace step : way) {
      int index = step.indexInParent();
      found = found.isMapping() ? found.value(index) : found.item(index);
    }
    return found;
  }

  /** Edits that write out each alias once; empty where one stands for nothing, or for a key. */
  private static Optional<TextEdits> writtenOut(YamlTree tree, YamlPlace place) {
    DocumentWriter writer = new DocumentWriter(tree);
    for (YamlPlace alias : aliases(place)) {
      Optional<YamlPlace> meant = meant(tree, alias);
      if (meant.isEmpty() || isKey(alias)) {
        return Optional.empty();
      }
      if (isMerged(alias)) {
        merge(alias, meant.get(), tree, writer);
      } else {
        writer.replace(alias, copy(tree, meant.get()));
      }
    }
    return writer.edits().result();
  }

  private static boolean isKey(YamlPlace alias) {
    YamlPlace parent = alias.parent().orElse(null);
    return parent != null
        && parent.isMapping()
        && parent.key(alias.indexInParent()).start() == alias.start();
  }

  private static boolean isMerged(YamlPlace alias) {
    YamlPlace parent = alias.parent().orElse(null);
    return parent != null
        && parent.isMapping()
        && parent.key(alias.indexInParent()).node() instanceof YamlScalar key
        && key.value().equals(MERGE);
  }

  /** What the mapping does not say itself stands in it afterwards. */
  private static void merge(
      YamlPlace alias, YamlPlace meant, YamlTree tree, DocumentWriter writer) {
    YamlPlace into = alias.parent().orElseThrow();
    Set<String> own = new HashSet<>();
    into.entries().forEach(entry -> own.add(entry.name()));
    writer.remove(into, MERGE);
    for (YamlPlace.Entry entry : meant.entries()) {
      if (own.add(entry.name())) {
        writer.put(into, entry.name(), copy(tree, entry.value()));
      }
    }
  }

  private static YamlValue copy(YamlTree tree, YamlPlace meant) {
    YamlTree bare = tree.edited(withoutAnchors(tree.text(), meant));
    return new YamlValue.Copied(bare.text(), again(meant, bare));
  }

  /**
   * The value that an alias stands for: of those with its anchor, the last that began before it.
   */
  private static Optional<YamlPlace> meant(YamlTree tree, YamlPlace alias) {
    Map<String, YamlPlace> anchored = new HashMap<>();
    tree.documents().stream()
        .map(document -> document.place())
        .filter(root -> root.range().touches(alias.start()))
        .forEach(root -> collect(root, alias.start(), anchored));
    return Optional.ofNullable(anchored.get(((YamlAlias) alias.node()).name()))
        .filter(found -> found.end() <= alias.start());
  }

  private static void collect(YamlPlace place, int before, Map<String, YamlPlace> anchored) {
    if (place.start() < before) {
      place.node().anchor().ifPresent(name -> anchored.put(name, place));
      inside(place).forEach(part -> collect(part, before, anchored));
    }
  }

  private static TextEdits withoutAnchors(SourceText text, YamlPlace place) {
    List<TextEdit> edits = new ArrayList<>();
    addAnchors(text, place, edits);
    return new TextEdits(edits);
  }

  private static void addAnchors(SourceText text, YamlPlace place, List<TextEdit> edits) {
    place
        .node()
        .anchor()
        .ifPresent(
            name -> {
              int from = place.start();
              while (text.charAt(from) != '&') {
                from++;
              }
              edits.add(withoutBlanks(text, from, from + 1 + name.length()));
            });
    inside(place).forEach(part -> addAnchors(text, part, edits));
  }

  /** With the blanks behind; at the end of a line, with those before. */
  private static TextEdit withoutBlanks(SourceText text, int from, int to) {
    int end = to;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    int start = from;
    boolean isAtEnd = end == text.length() || "\r\n#".indexOf(text.charAt(end)) >= 0;
    while (isAtEnd && start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    return TextEdit.delete(start, isAtEnd ? to : end);
  }
}

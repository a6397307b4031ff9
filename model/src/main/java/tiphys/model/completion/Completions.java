// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tiphys.model.graph.Scope;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.WorkflowFile;

/**
 * What can be written where a caret stands.
 *
 * @param word the stretch that a proposal takes the place of
 * @param proposals those that begin with the word come before those that only hold it
 */
public record Completions(TextRange word, List<Proposal> proposals) {
  public Completions {
    proposals = List.copyOf(proposals);
  }

  /**
   * The proposals for a place. O(lines above).
   *
   * @param workflow the last one that could be read: while one types, the text often cannot
   * @param scope the template around the caret; empty outside of all
   */
  public static Completions at(
      SourceText text, int offset, WorkflowFile workflow, Optional<Scope> scope) {
    Optional<TextRange> tag = wordInTag(text, offset);
    Scope around = scope.orElse(new Scope(0, NOWHERE));
    if (tag.isPresent()) {
      return of(text, tag.get(), Names.variables(workflow, around));
    }
    WrittenPlace place = WrittenPlace.at(text, offset);
    if (place.isText()) {
      return new Completions(place.word(), List.of());
    }
    return of(text, place.word(), new Names(text, offset, workflow, around).at(place));
  }

  private static final tiphys.model.workflow.TemplateName NOWHERE =
      new tiphys.model.workflow.TemplateName("");

  private static Completions of(SourceText text, TextRange word, List<Proposal> all) {
    String written = text.slice(word.start(), word.end()).toLowerCase(Locale.ROOT);
    Stream<Proposal> beginning = all.stream().filter(p -> lower(p).startsWith(written));
    Stream<Proposal> holding =
        all.stream().filter(p -> !lower(p).startsWith(written) && lower(p).contains(written));
    return new Completions(word, Stream.concat(beginning, holding).distinct().toList());
  }

  private static String lower(Proposal proposal) {
    return proposal.name().toLowerCase(Locale.ROOT);
  }

  /** The path that is being written between braces; empty outside of them. */
  private static Optional<TextRange> wordInTag(SourceText text, int offset) {
    int lineStart = text.lineStart(text.lineOf(offset));
    String before = text.slice(lineStart, offset);
    int open = before.lastIndexOf("{{");
    if (open < 0 || before.indexOf("}}", open) >= 0) {
      return Optional.empty();
    }
    int start = before.length();
    while (start > open + 2 && isOfPath(before.charAt(start - 1))) {
      start--;
    }
    return Optional.of(new TextRange(lineStart + start, offset));
  }

  private static boolean isOfPath(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }
}

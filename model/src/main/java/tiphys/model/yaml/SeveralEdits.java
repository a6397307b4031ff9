// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/**
 * Reads again what several edits touch of the innermost collection that they all lie in: each
 * stretch of entries by itself, and the collection is put together once. What an edit does to its
 * entries does not hang on what another does to others.
 */
final class SeveralEdits {
  private final YamlTree before;
  private final TextEdits edits;

  SeveralEdits(YamlTree before, TextEdits edits) {
    this.before = before;
    this.edits = edits;
  }

  /** The tree after the edits; empty where they have to be made one by one. */
  Optional<YamlTree> read() {
    TextEdit all = together(edits.edits());
    PartialReading reading = new PartialReading(before, all);
    Deque<PartialReading.Level> levels = reading.levels();
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    PartialReading.Level shared = levels.pop();
    SourceText now = before.text().apply(edits);
    List<PartialReading.Part> parts = new ArrayList<>();
    int growth = 0;
    for (Stretch stretch : stretches(shared)) {
      TextEdit edit = together(stretch.edits());
      Optional<PartialReading.Part> part =
          new PartialReading(before, edit).part(stretch.level(), now, growth);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
      growth += edit.growth();
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(reading.grafted(parts, levels, now));
  }

  /** Edits of the same entries. */
  private record Stretch(PartialReading.Level level, List<TextEdit> edits) {
    boolean touches(PartialReading.Level next) {
      return next.first() <= level.lastRead();
    }

    Stretch and(PartialReading.Level next, TextEdit edit) {
      List<TextEdit> both = new ArrayList<>(edits);
      both.add(edit);
      PartialReading.Level further = next.last() >= level.last() ? next : level;
      return new Stretch(
          new PartialReading.Level(
              level.entries(),
              level.collectionEnd(),
              further.end(),
              level.first(),
              further.last(),
              level.depth()),
          both);
    }
  }

  /** In order of place; none where an edit goes beyond the collection. */
  private List<Stretch> stretches(PartialReading.Level shared) {
    List<Stretch> stretches = new ArrayList<>();
    for (TextEdit edit : edits.edits()) {
      Optional<PartialReading.Level> level =
          new PartialReading(before, edit)
              .touched(shared.entries(), shared.collectionEnd(), shared.depth());
      if (level.isEmpty()) {
        return List.of();
      }
      boolean isSame = !stretches.isEmpty() && stretches.getLast().touches(level.get());
      stretches.add(
          isSame
              ? stretches.removeLast().and(level.get(), edit)
              : new Stretch(level.get(), List.of(edit)));
    }
    return stretches;
  }

  /** One edit that does what several do, with what stands between them. */
  private TextEdit together(List<TextEdit> several) {
    int start = several.getFirst().range().start();
    int at = start;
    StringBuilder replacement = new StringBuilder();
    for (TextEdit edit : several) {
      replacement.append(before.text().slice(at, edit.range().start())).append(edit.replacement());
      at = edit.range().end();
    }
    return TextEdit.replace(start, at, replacement.toString());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tiphys.model.given.Corpus;
import tiphys.model.given.GeneratedYaml;
import tiphys.model.given.TreeText;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

final class PartialReadingTest {
  private static final List<String> TEXTS =
      Corpus.files().stream().map(Corpus::text).filter(text -> text.length() < 12_000).toList();

  private static final List<String> NASTY =
      List.of(
          "x",
          " ",
          "  ",
          "\n",
          ":",
          ",",
          ", ",
          ": ",
          "- ",
          "-",
          "#",
          " # c\n",
          "\"",
          "'",
          "|",
          "|\n",
          "[",
          "{",
          "]",
          "}",
          "---\n",
          "...\n",
          "\n---\n",
          "&a ",
          "*a",
          "? ",
          "\t",
          "  - name: q\n",
          "a: 1\n",
          "é😀",
          "\r\n",
          "key:\n",
          "%",
          "!!str ");

  /** Where, in thousandths of the text; how much is taken away; what is put there. */
  record Change(int where, int taken, boolean wholeLines, String put) {}

  @Provide
  Arbitrary<Change> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 999),
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(true, false),
            Arbitraries.of(NASTY))
        .as(Change::new);
  }

  /** Real files, and made-up ones in every style, JSON and anchors among them. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(Arbitraries.of(TEXTS), GeneratedYaml.texts());
  }

  @Property(tries = 4000, seed = "20261124")
  void readingAgainInPartGivesTheTreeThatReadingTheWholeGives(
      @ForAll("texts") String text, @ForAll("changes") Change change) {
    SourceText before = SourceText.of(text);
    TextEdits edits = TextEdits.of(edit(before, change));
    assertEquals(
        TreeText.of(YamlTree.parse(before.apply(edits))),
        TreeText.of(YamlTree.parse(before).edited(edits)));
  }

  @Property(tries = 4000, seed = "20261124")
  void soDoesReadingAgainWhatSeveralEditsTouch(
      @ForAll("texts") String text,
      @ForAll @Size(min = 2, max = 5) List<@From("changes") Change> changes) {
    SourceText before = SourceText.of(text);
    TextEdits edits = apart(changes.stream().map(change -> edit(before, change)).toList());
    assertEquals(
        TreeText.of(YamlTree.parse(before.apply(edits))),
        TreeText.of(YamlTree.parse(before).edited(edits)));
  }

  /** Those of some edits of which none overlaps the one before. */
  private static TextEdits apart(List<TextEdit> edits) {
    List<TextEdit> apart = new ArrayList<>();
    edits.stream()
        .sorted(Comparator.comparingInt(edit -> edit.range().start()))
        .filter(edit -> apart.isEmpty() || apart.getLast().range().end() <= edit.range().start())
        .forEach(apart::add);
    return new TextEdits(apart);
  }

  @Test
  void ofHundredsOfItemsOnlyThoseThatAreTouchedAreReadAgain() {
    StringBuilder text = new StringBuilder("a:\n");
    for (int i = 0; i < 300; i++) {
      text.append("  - name: x").append(i).append("\n    template: echo\n");
    }
    YamlTree before = YamlTree.parse(SourceText.of(text.toString()));
    YamlSequence items = (YamlSequence) value(before, "a");
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < items.size(); i += 2) {
      int at = text.indexOf("x" + i + "\n");
      edits.add(TextEdit.replace(at, at + 1, "yy"));
    }

    YamlTree after = before.edited(new TextEdits(edits));

    YamlSequence now = (YamlSequence) value(after, "a");
    for (int i = 1; i < items.size(); i += 2) {
      assertSame(items.item(i), now.item(i));
    }
    assertEquals(TreeText.of(YamlTree.parse(after.text())), TreeText.of(after));
  }

  @Test
  void whatTheEditDoesNotTouchIsTheSameNode() {
    String text = "a:\n  - name: x\n  - name: y\nb:\n  c: 1\n";
    YamlTree before = YamlTree.parse(SourceText.of(text));
    int at = text.indexOf('y');
    YamlTree after = before.edited(TextEdits.of(TextEdit.replace(at, at + 1, "why")));
    assertSame(value(before, "b"), value(after, "b"));
    assertSame(
        ((YamlSequence) value(before, "a")).item(0), ((YamlSequence) value(after, "a")).item(0));
  }

  @Test
  void takingTheFirstItemAwayLeavesTheOthers() {
    String text = "a:\n  - name: x\n  - name: y\n  - name: z\n";
    YamlTree before = YamlTree.parse(SourceText.of(text));
    YamlTree after = before.edited(TextEdits.of(TextEdit.delete(3, 15)));
    assertSame(
        ((YamlSequence) value(before, "a")).item(2), ((YamlSequence) value(after, "a")).item(1));
  }

  private static YamlNode value(YamlTree tree, String key) {
    return tree.documents().getFirst().place().get(key).orElseThrow().node();
  }

  private static TextEdit edit(SourceText text, Change change) {
    int at = (int) ((long) text.length() * change.where() / 1000);
    if (!change.wholeLines()) {
      return TextEdit.replace(at, Math.min(text.length(), at + change.taken()), change.put());
    }
    int line = text.lineOf(at);
    int last = Math.min(text.lineCount() - 1, line + change.taken() % 4);
    return TextEdit.replace(text.lineStart(line), text.lineStart(last), change.put());
  }
}

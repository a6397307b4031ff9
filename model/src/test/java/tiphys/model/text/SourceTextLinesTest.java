// SPDX-License-Identifier: Apache-2.0
package tiphys.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextLinesTest {
  private static final String[] PIECES = {"\n", "\r\n", "\r", "a", "日本", "name: x", "\uD83D\uDE00"};

  @Test
  void linesOfALargeTextBeginAndEndWhereTheyDoInAPlainOne() {
    String plain = random(new Random(1), 100_000);

    assertSameLines(plain, SourceText.of(plain));
  }

  @Test
  void linesAreStillRightAfterManyEdits() {
    Random random = new Random(2);
    String plain = random(random, 100_000);
    SourceText text = SourceText.of(plain);
    for (int i = 0; i < 200; i++) {
      int start = random.nextInt(plain.length());
      int end = Math.min(plain.length(), start + random.nextInt(20));
      String replacement = random(random, random.nextInt(5));
      text = text.apply(TextEdits.of(TextEdit.replace(start, end, replacement)));
      plain = plain.substring(0, start) + replacement + plain.substring(end);
    }

    assertEquals(plain, text.toString());
    assertSameLines(plain, text);
  }

  @Test
  void aWordIsFoundWhereverItStandsAcrossLeavesToo() {
    String plain = random(new Random(3), 200_000);
    SourceText text = SourceText.of(plain);
    for (String word : List.of("name: x", "x", "日本a", "aa", "nothing of it")) {
      for (TextRange range : List.of(new TextRange(0, plain.length()), new TextRange(31, 66_000))) {
        List<Integer> expected = new ArrayList<>();
        for (int at = plain.indexOf(word, range.start());
            at >= 0 && at + word.length() <= range.end();
            at = plain.indexOf(word, at + 1)) {
          expected.add(at);
        }
        assertEquals(expected, text.placesOf(word, range).boxed().toList());
      }
    }
  }

  @Test
  void aCarriageReturnAndALineFeedThatComeTogetherAreOneBreak() {
    String start = "x".repeat(32_767) + "\r";
    SourceText text = SourceText.of(start + "abc\nend");

    SourceText after =
        text.apply(TextEdits.of(TextEdit.delete(start.length(), start.length() + 3)));

    assertEquals(2, after.lineCount());
    assertEquals(start.length() + 1, after.lineStart(1));
  }

  private static void assertSameLines(String plain, SourceText text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < plain.length(); i++) {
      boolean parted = plain.charAt(i) == '\r' && plain.startsWith("\n", i + 1);
      if (plain.charAt(i) == '\n' || plain.charAt(i) == '\r' && !parted) {
        starts.add(i + 1);
      }
    }
    assertEquals(starts.size(), text.lineCount());
    for (int line = 0; line < starts.size(); line += 37) {
      int start = starts.get(line);
      assertEquals(start, text.lineStart(line));
      assertEquals(line, text.lineOf(start));
      assertEquals(line == 0 ? 0 : line - 1, text.lineOf(Math.max(0, start - 1)));
    }
    assertEquals(text.length(), text.lineStart(starts.size()));
  }

  private static String random(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}

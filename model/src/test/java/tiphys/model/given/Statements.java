// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/**
 * What a file says, piece by piece in order of place, and the lines on which it says it: for
 * holding an edit to the lines that say something else afterwards.
 */
public final class Statements {
  private final SourceText text;
  private final boolean areItemsApart;
  private final List<String> said = new ArrayList<>();
  private final List<Integer> firstLines = new ArrayList<>();
  private final List<Integer> lastLines = new ArrayList<>();

  private Statements(SourceText text, boolean areItemsApart) {
    this.text = text;
    this.areItemsApart = areItemsApart;
  }

  /**
   * The lines of a text before that say something which is not said after, in the same order.
   *
   * @param areItemsApart whether what is said of an item of another name is something else
   */
  public static BitSet concernedLines(YamlTree before, YamlTree after, boolean areItemsApart) {
    Statements old = of(before, areItemsApart);
    BitSet concerned = new BitSet();
    for (int index : lost(old.said, of(after, areItemsApart).said)) {
      concerned.set(old.firstLines.get(index), old.lastLines.get(index) + 1);
    }
    return concerned;
  }

  /** The lines of a text that are not there afterwards, in the same order. */
  public static BitSet goneLines(SourceText before, SourceText after) {
    BitSet gone = new BitSet();
    lost(lines(before), lines(after)).forEach(gone::set);
    return gone;
  }

  /** With their line breaks. */
  private static List<String> lines(SourceText text) {
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < text.lineCount(); line++) {
      int end = line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.length();
      lines.add(text.slice(text.lineStart(line), end));
    }
    return lines;
  }

  private static Statements of(YamlTree tree, boolean areItemsApart) {
    Statements statements = new Statements(tree.text(), areItemsApart);
    tree.documents().forEach(document -> statements.add("", document.place()));
    return statements;
  }

  private void add(String depth, YamlPlace place) {
    String properties =
        place.node().anchor().map(name -> "&" + name).orElse("") + place.node().tag().orElse("");
    switch (place.node()) {
      case YamlScalar scalar -> say(depth + properties + scalar.type() + scalar.value(), place);
      case YamlAlias alias -> say(depth + "*" + alias.name(), place);
      default -> {
        boolean isFlow =
            place.node() instanceof YamlMapping mapping && mapping.isFlow()
                || place.node() instanceof YamlSequence sequence && sequence.isFlow();
        if (isFlow || !properties.isEmpty()) {
          say(depth + properties + place.isMapping(), place.start(), place.start());
        }
      }
    }
    for (YamlPlace.Entry entry : place.entries()) {
      add(depth + ":", entry.key());
      add(depth + " ", entry.value());
    }
    for (YamlPlace item : place.items()) {
      int dash = place.start() + ((YamlSequence) place.node()).entryOffset(item.indexInParent());
      say(depth + "-" + told(item), dash, dash);
      add(depth + (areItemsApart ? told(item) : "") + " ", item);
    }
    if (place.size() > 0 && place.end() > 0 && "]}".indexOf(text.charAt(place.end() - 1)) >= 0) {
      say(depth + "]", place.end() - 1, place.end() - 1);
    }
  }

  /** What tells an item from its neighbours. */
  private static String told(YamlPlace item) {
    return item.isSequence() && item.size() > 0 ? told(item.item(0)) : toldByName(item);
  }

  private static String toldByName(YamlPlace item) {
    return item.get("name")
        .or(
            () ->
                item.size() > 0 && item.isMapping() ? Optional.of(item.value(0)) : Optional.empty())
        .or(() -> Optional.of(item))
        .flatMap(YamlPlace::text)
        .orElse("");
  }

  private void say(String what, YamlPlace place) {
    say(what, place.start(), place.end());
  }

  private void say(String what, int start, int end) {
    said.add(what);
    firstLines.add(text.lineOf(start));
    lastLines.add(text.lineOf(end));
  }

  /** The positions in the first list of what a longest common sequence leaves out. */
  private static List<Integer> lost(List<String> before, List<String> after) {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    return lost(
        before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), head);
  }

  private static List<Integer> lost(List<String> before, List<String> after, int offset) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Integer> lost = new ArrayList<>();
    int j = 0;
    for (int i = 0; i < before.size(); i++) {
      while (j < after.size() && common[i][j] == common[i][j + 1]) {
        j++;
      }
      if (common[i][j] == common[i + 1][j]) {
        lost.add(offset + i);
      } else {
        j++;
      }
    }
    return lost;
  }
}

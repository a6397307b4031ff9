// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tiphys.model.given.Sample.Entry;

/** Writes one document in a manner of its own, with whims. */
final class SampleStyle {
  private final Random random;
  private final StringBuilder out;
  private final int step;
  private final int dashOffset;
  private final String dash;
  private final int comments;
  private final int brackets;
  private final int quotes;
  private final boolean hasAnchors;
  private final List<String> anchors = new ArrayList<>();
  private int count;

  SampleStyle(Random random, StringBuilder out) {
    this.random = random;
    this.out = out;
    this.step = pick(2, 2, 3, 4);
    this.dashOffset = pick(0, 2, step);
    this.dash = "-" + " ".repeat(pick(1, 1, 1, 3));
    this.comments = pick(0, 0, 1, 4);
    this.brackets = pick(0, 1, 3);
    this.quotes = pick(0, 2, 5);
    this.hasAnchors = random.nextInt(4) == 0;
  }

  void write(Sample.Fields document) {
    entries(document.entries(), 0);
    if (odds(comments)) {
      out.append("# the end\n");
    }
  }

  /** The first line is begun already. */
  private void entries(List<Entry> entries, int column) {
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        between(column);
      }
      Entry entry = entries.get(i);
      if (random.nextInt(40) == 0) {
        out.append("? ").append(key(entry.key())).append('\n');
        out.append(" ".repeat(column)).append(':');
      } else {
        out.append(key(entry.key())).append(random.nextInt(30) == 0 ? " :" : ":");
      }
      value(entry.value(), column, false);
    }
  }

  private void items(List<Sample> items, int column) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        between(column);
      }
      Sample item = items.get(i);
      boolean isCollection = !(item instanceof Sample.Text || item instanceof Sample.Plain);
      if (isCollection && !isEmpty(item) && random.nextInt(12) == 0) {
        out.append(odds(comments) ? "- # below\n" : "-\n");
        int inside = column + 1 + random.nextInt(3);
        out.append(" ".repeat(inside));
        block(item, inside);
      } else if (isCollection && !isEmpty(item) && !odds(brackets)) {
        out.append(dash);
        block(item, column + dash.length());
      } else {
        out.append('-');
        value(item, column, true);
      }
    }
  }

  private void block(Sample item, int column) {
    switch (item) {
      case Sample.Fields(var entries) -> entries(entries, column);
      case Sample.Items(var items) -> items(items, column);
      default -> throw new IllegalStateException();
    }
  }

  /** Blank lines and comments, then the blanks of the next line. */
  private void between(int column) {
    if (random.nextInt(15) == 0) {
      out.append('\n');
    }
    while (odds(comments)) {
      int where = random.nextInt(5) == 0 ? random.nextInt(column + 3) : column;
      out.append(" ".repeat(where)).append("# note ").append(random.nextInt(1000)).append('\n');
    }
    out.append(" ".repeat(column));
  }

  /** From right behind a colon or a dash to the end of the line. */
  private void value(Sample value, int column, boolean isItem) {
    switch (value) {
      case Sample.Text(String text) -> text(text, column);
      case Sample.Plain(String text) -> endLine(" " + text);
      case Sample.Fields(var entries) when !entries.isEmpty() && !odds(brackets) -> {
        String anchor = anchor();
        endLine(anchor);
        int inside = column + step;
        startOfBlock(inside);
        entries(entries, inside);
        define(anchor);
      }
      case Sample.Items(var items) when !items.isEmpty() && !odds(brackets) -> {
        String anchor = anchor();
        endLine(anchor);
        int inside = column + (isItem ? Math.max(1, dashOffset) : dashOffset);
        startOfBlock(inside);
        items(items, inside);
        define(anchor);
      }
      default -> endLine(" " + flow(value, column + step, random.nextInt(4) == 0));
    }
  }

  private void startOfBlock(int column) {
    if (odds(comments)) {
      out.append(" ".repeat(column)).append("# first\n");
    }
    out.append(" ".repeat(column));
  }

  private void endLine(String written) {
    out.append(written).append(odds(comments) ? " # said " + random.nextInt(1000) : "");
    out.append('\n');
  }

  private String anchor() {
    if (!hasAnchors || random.nextInt(4) > 0) {
      return "";
    }
    return " &a" + count++;
  }

  /** What is anchored can be named from its end on. */
  private void define(String anchor) {
    if (!anchor.isEmpty()) {
      anchors.add(anchor.substring(2));
    }
  }

  private void text(String text, int column) {
    boolean hasContent = text.lines().anyMatch(line -> !line.isBlank());
    if (text.contains("\n") && hasContent && random.nextInt(6) > 0) {
      literal(text, column + 1 + random.nextInt(4));
      return;
    }
    if (hasAnchors && !anchors.isEmpty() && random.nextInt(12) == 0) {
      endLine(" *" + anchors.get(random.nextInt(anchors.size())));
      return;
    }
    String anchor = random.nextInt(6) == 0 ? anchor() : "";
    endLine(anchor + " " + scalar(text));
    define(anchor);
  }

  private void literal(String text, int column) {
    String body = text.replaceFirst("\n+$", "");
    int breaks = text.length() - body.length();
    if (body.startsWith(" ") || body.startsWith("\n")) {
      // it would need a hint, which counts from the parent's column
      endLine(" " + SampleScalars.doubleQuoted(text));
      return;
    }
    out.append(" |").append(breaks == 0 ? "-" : breaks > 1 ? "+" : "");
    out.append(odds(comments) ? " # the script\n" : "\n");
    for (String line : body.split("\n", -1)) {
      out.append(line.isEmpty() ? "" : " ".repeat(column) + line).append('\n');
    }
    out.append("\n".repeat(Math.max(0, breaks - 1)));
  }

  private String scalar(String text) {
    boolean canBePlain = SampleScalars.isPlain(text);
    boolean canBeSingle = !text.contains("\n") && !text.contains("\t");
    if (canBePlain && !odds(quotes)) {
      return random.nextInt(25) == 0 ? "!!str " + text : text;
    }
    return canBeSingle && random.nextBoolean()
        ? SampleScalars.singleQuoted(text)
        : SampleScalars.doubleQuoted(text);
  }

  private String key(String key) {
    return SampleScalars.isPlain(key) && random.nextInt(40) > 0
        ? key
        : SampleScalars.singleQuoted(key);
  }

  private String flow(Sample value, int column, boolean hasLines) {
    return switch (value) {
      case Sample.Text(String text) -> scalar(text);
      case Sample.Plain(String text) -> text;
      case Sample.Items(var items) ->
          inBrackets(
              "[",
              "]",
              items.stream().map(item -> flow(item, column, false)).toList(),
              column,
              hasLines);
      case Sample.Fields(var entries) ->
          inBrackets(
              "{",
              "}",
              entries.stream()
                  .map(entry -> key(entry.key()) + ": " + flow(entry.value(), column, false))
                  .toList(),
              column,
              hasLines);
    };
  }

  private String inBrackets(
      String open, String close, List<String> parts, int column, boolean hasLines) {
    if (!hasLines || parts.isEmpty()) {
      String blank = random.nextInt(5) == 0 && !parts.isEmpty() ? " " : "";
      return open
          + blank
          + String.join(random.nextInt(6) == 0 ? ",   " : ", ", parts)
          + blank
          + close;
    }
    String line = "\n" + " ".repeat(column);
    String comment = odds(comments) ? " # inside" : "";
    return open
        + line
        + String.join("," + comment + line, parts)
        + (random.nextInt(4) == 0 ? "," : "")
        + comment
        + "\n"
        + " ".repeat(Math.max(1, column - 1))
        + close;
  }

  private static boolean isEmpty(Sample sample) {
    return sample instanceof Sample.Fields(var entries) && entries.isEmpty()
        || sample instanceof Sample.Items(var items) && items.isEmpty();
  }

  private boolean odds(int inTen) {
    return random.nextInt(10) < inTen;
  }

  private int pick(int... choices) {
    return choices[random.nextInt(choices.length)];
  }
}

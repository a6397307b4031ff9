// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import tiphys.model.text.SourceText;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/**
 * How it is written around a place: told by the first examples in what stands there, then in what
 * that stands in, up to the whole document.
 *
 * @param step columns by which a nested mapping is indented
 * @param dashOffset columns from a key to the dashes of its sequence
 * @param dashWidth columns from a dash to its item
 * @param quote what a text is put in that cannot stand bare
 * @param isJson whether every key stands in double quotes
 */
record YamlStyle(
    int step, int dashOffset, int dashWidth, ScalarStyle quote, String lineBreak, boolean isJson) {
  /** More places than this say nothing new. */
  private static final int MOST_LOOKED_AT = 400;

  static YamlStyle near(SourceText text, YamlPlace place) {
    Sniffer sniffer = new Sniffer(text);
    YamlPlace root = place;
    for (YamlPlace at = place; !sniffer.knowsAll(); at = at.parent().get()) {
      sniffer.looked = 0;
      sniffer.look(at, 0);
      root = at;
      if (at.parent().isEmpty()) {
        break;
      }
    }
    while (root.parent().isPresent()) {
      root = root.parent().get();
    }
    return new YamlStyle(
        sniffer.step > 0 ? sniffer.step : 2,
        sniffer.dashOffset >= 0 ? sniffer.dashOffset : 2,
        sniffer.dashWidth > 0 ? sniffer.dashWidth : 2,
        sniffer.quote == ScalarStyle.SINGLE_QUOTED ? sniffer.quote : ScalarStyle.DOUBLE_QUOTED,
        lineBreakNear(text, place.start()),
        isJson(root.node()));
  }

  private static boolean isJson(YamlNode root) {
    return switch (root) {
      case YamlMapping mapping ->
          mapping.isFlow()
              && mapping.size() > 0
              && mapping.key(0) instanceof YamlScalar key
              && key.style() == ScalarStyle.DOUBLE_QUOTED;
      case YamlSequence sequence ->
          sequence.isFlow() && sequence.size() > 0 && isJson(sequence.item(0));
      default -> false;
    };
  }

  /** That of the line itself, of the one before at the end of the text. */
  static String lineBreakNear(SourceText text, int offset) {
    int line = text.lineOf(Math.min(offset, text.length()));
    int asked = line + 1 < text.lineCount() ? line : line - 1;
    return asked < 0 ? "\n" : text.slice(text.lineEnd(asked), text.lineStart(asked + 1));
  }

  static int column(SourceText text, int offset) {
    return offset - text.lineStart(text.lineOf(offset));
  }

  private static final class Sniffer {
    private final SourceText text;
    private int step = -1;
    private int dashOffset = -1;
    private int dashWidth = -1;
    private ScalarStyle quote = ScalarStyle.PLAIN;
    private int looked;

    Sniffer(SourceText text) {
      this.text = text;
    }

    boolean knowsAll() {
      return step > 0 && dashOffset >= 0 && dashWidth > 0 && quote != ScalarStyle.PLAIN;
    }

    void look(YamlPlace place, int depth) {
      if (knowsAll() || ++looked > MOST_LOOKED_AT || depth > 12) {
        return;
      }
      switch (place.node()) {
        case YamlMapping mapping -> {
          if (!mapping.isFlow()) {
            place.entries().forEach(this::learn);
          }
          place.entries().forEach(entry -> look(entry.value(), depth + 1));
        }
        case YamlSequence sequence -> {
          if (!sequence.isFlow() && sequence.size() > 0) {
            learnDash(place, sequence);
          }
          for (int i = 0; i < sequence.size() && looked <= MOST_LOOKED_AT; i++) {
            look(place.item(i), depth + 1);
          }
        }
        case YamlScalar scalar -> {
          boolean isQuoted =
              scalar.style() == ScalarStyle.SINGLE_QUOTED
                  || scalar.style() == ScalarStyle.DOUBLE_QUOTED;
          quote = quote == ScalarStyle.PLAIN && isQuoted ? scalar.style() : quote;
        }
        default -> {
          // An alias is written in one way only.
        }
      }
    }

    private void learnDash(YamlPlace place, YamlSequence sequence) {
      int dash = place.start() + sequence.entryOffset(0);
      int item = place.start() + sequence.itemOffset(0);
      if (dashWidth < 0 && text.lineOf(dash) == text.lineOf(item) && item > dash + 1) {
        dashWidth = item - dash;
      }
    }

    private void learn(YamlPlace.Entry entry) {
      int keyColumn = column(text, entry.key().start());
      YamlPlace value = entry.value();
      switch (value.node()) {
        case YamlMapping mapping when !mapping.isFlow() && step < 0 ->
            step = column(text, value.start() + mapping.entryOffset(0)) - keyColumn;
        case YamlSequence sequence when !sequence.isFlow() && dashOffset < 0 ->
            dashOffset = column(text, value.start() + sequence.entryOffset(0)) - keyColumn;
        default -> {
          // Scalars and flow collections tell nothing about indentation.
        }
      }
    }
  }
}

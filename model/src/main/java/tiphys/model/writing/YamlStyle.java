// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import tiphys.model.text.SourceText;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/**
 * How a file is written, told by the first examples in it.
 *
 * @param step columns by which a nested mapping is indented
 * @param dashOffset columns from a key to the dashes of its sequence
 * @param isJson whether every key stands in double quotes
 */
record YamlStyle(int step, int dashOffset, String lineBreak, boolean isJson) {
  /** More places than this say nothing new. */
  private static final int MOST_LOOKED_AT = 400;

  static YamlStyle of(YamlTree tree) {
    Sniffer sniffer = new Sniffer();
    tree.documents().forEach(document -> sniffer.look(tree.text(), document.place(), 0));
    boolean isJson =
        tree.documents().stream()
            .anyMatch(
                document ->
                    document.root() instanceof YamlMapping mapping
                        && mapping.isFlow()
                        && mapping.size() > 0
                        && mapping.key(0) instanceof YamlScalar key
                        && key.style() == ScalarStyle.DOUBLE_QUOTED);
    return new YamlStyle(
        sniffer.step > 0 ? sniffer.step : 2,
        sniffer.dashOffset >= 0 ? sniffer.dashOffset : 2,
        lineBreakOf(tree.text()),
        isJson);
  }

  static String lineBreakOf(SourceText text) {
    return text.lineCount() > 1 ? text.slice(text.lineEnd(0), text.lineStart(1)) : "\n";
  }

  static int column(SourceText text, int offset) {
    return offset - text.lineStart(text.lineOf(offset));
  }

  private static final class Sniffer {
    private int step = -1;
    private int dashOffset = -1;
    private int looked;

    void look(SourceText text, YamlPlace place, int depth) {
      if (step > 0 && dashOffset >= 0 || ++looked > MOST_LOOKED_AT || depth > 12) {
        return;
      }
      YamlNode node = place.node();
      if (node instanceof YamlMapping mapping && !mapping.isFlow()) {
        place.entries().forEach(entry -> learn(text, entry));
        place.entries().forEach(entry -> look(text, entry.value(), depth + 1));
      } else if (node instanceof YamlSequence sequence && !sequence.isFlow()) {
        place.items().forEach(item -> look(text, item, depth + 1));
      }
    }

    private void learn(SourceText text, YamlPlace.Entry entry) {
      int keyColumn = column(text, entry.key().start());
      int valueColumn = column(text, entry.value().start());
      switch (entry.value().node()) {
        case YamlMapping mapping when !mapping.isFlow() && step < 0 ->
            step = valueColumn - keyColumn;
        case YamlSequence sequence when !sequence.isFlow() && dashOffset < 0 ->
            dashOffset = valueColumn - keyColumn;
        default -> {
          // Scalars and flow collections tell nothing about indentation.
        }
      }
    }
  }
}

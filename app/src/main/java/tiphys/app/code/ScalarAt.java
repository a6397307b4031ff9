// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.Optional;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/** Finds the scalar at a place. O(depth × log width): asked for every line that is drawn. */
public final class ScalarAt {
  private ScalarAt() {}

  /** Whether the line continues a scalar that began on a line before. */
  public static boolean continuesOnLine(YamlTree tree, int lineStart, String line) {
    int offset = lineStart + line.length() - line.stripLeading().length();
    return of(tree, offset).filter(scalar -> scalar.start() < lineStart).isPresent();
  }

  /** The value that a place lies in; keys are none. */
  public static Optional<TextRange> of(YamlTree tree, int offset) {
    for (YamlDocument document : tree.documents()) {
      int end = document.start() + document.root().length();
      if (document.start() <= offset && offset < end) {
        return within(document.root(), document.start(), offset);
      }
    }
    return Optional.empty();
  }

  private static Optional<TextRange> within(YamlNode root, int rootStart, int offset) {
    YamlNode node = root;
    int start = rootStart;
    while (true) {
      int step = -1;
      switch (node) {
        case YamlScalar _ -> {
          return Optional.of(new TextRange(start, start + node.length()));
        }
        case YamlAlias _ -> {
          return Optional.empty();
        }
        case YamlMapping mapping -> {
          int i = lastUpTo(mapping.size(), mapping::valueOffset, offset - start);
          if (i >= 0) {
            step = mapping.valueOffset(i);
            node = mapping.value(i);
          }
        }
        case YamlSequence sequence -> {
          int i = lastUpTo(sequence.size(), sequence::itemOffset, offset - start);
          if (i >= 0) {
            step = sequence.itemOffset(i);
            node = sequence.item(i);
          }
        }
      }
      start += step;
      if (step < 0 || offset >= start + node.length()) {
        return Optional.empty();
      }
    }
  }

  private interface Offsets {
    int at(int index);
  }

  private static int lastUpTo(int size, Offsets offsets, int wanted) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offsets.at(middle) <= wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/** Edits of what is written in brackets, JSON among it. */
final class FlowText {
  private final SourceText text;

  FlowText(SourceText text) {
    this.text = text;
  }

  private YamlEmitter emitter(YamlPlace place) {
    return new YamlEmitter(text, YamlStyle.near(text, place), Rung.QUOTED);
  }

  TextEdit scalar(String value, YamlScalar before, YamlPlace place) {
    YamlStyle style = YamlStyle.near(text, place);
    ScalarStyle wanted = style.isJson() ? ScalarStyle.DOUBLE_QUOTED : before.style();
    String written = ScalarText.of(value, wanted, style.quote(), true);
    return new TextEdit(place.range(), before.length() == 0 ? " " + written : written);
  }

  TextEdit replaced(YamlPlace place, YamlValue value) {
    String blank = place.node().length() == 0 ? " " : "";
    String anchor = place.node().anchor().map(name -> "&" + name + " ").orElse("");
    return new TextEdit(place.range(), blank + anchor + instead(place, value));
  }

  private String instead(YamlPlace place, YamlValue value) {
    return FlowLines.insteadOf(text, place).written(emitter(place), value, Optional.of(place));
  }

  /** A value in the manner of its neighbours: in lines where theirs is, else on one. */
  private String written(YamlPlace collection, YamlValue value, Optional<YamlPlace> like) {
    return FlowLines.inside(text, collection).written(emitter(collection), value, like);
  }

  String entry(YamlPlace mapping, String key, YamlValue value) {
    Optional<YamlPlace> like = Neighbours.ofEntry(mapping, key);
    return emitter(mapping).flowKey(key) + ": " + written(mapping, value, like);
  }

  String item(YamlPlace sequence, Changed.Inserted added) {
    return written(
        sequence, added.item(), Neighbours.ofItem(sequence, added.index(), added.item()));
  }

  /** Beside what is there: on lines of their own where the others have one. */
  List<TextEdit> inserted(YamlPlace collection, int index, List<String> entries) {
    if (collection.size() == 0) {
      return List.of(TextEdit.insert(collection.end() - 1, String.join(", ", entries)));
    }
    String between = separator(collection);
    String written = String.join("," + between, entries);
    if (index == 0) {
      return List.of(TextEdit.insert(start(collection, 0), written + "," + between));
    }
    int before = end(collection, index - 1);
    String rest = text.slice(before, lineEnd(before));
    if (between.isBlank() && between.length() > 1 && rest.matches("\\s*,\\s*#.*")) {
      return List.of(TextEdit.insert(lineEnd(before), between + written + ","));
    }
    return between.length() > 1 && index == collection.size() && rest.matches("\\s*#.*")
        ? List.of(TextEdit.insert(before, ","), TextEdit.insert(lineEnd(before), between + written))
        : List.of(TextEdit.insert(before, "," + between + written));
  }

  private String separator(YamlPlace collection) {
    int first = start(collection, 0);
    int line = text.lineOf(first);
    String before = text.slice(text.lineStart(line), first);
    return before.isBlank() && text.lineOf(collection.start()) < line
        ? YamlStyle.lineBreakNear(text, collection.start()) + before
        : " ";
  }

  /** What goes, goes with its comma; what stays is not touched. */
  List<TextEdit> remove(YamlPlace collection, Set<Integer> indices) {
    if (indices.isEmpty()) {
      return List.of();
    }
    if (indices.size() == collection.size()) {
      int open = text.slice(collection.range()).indexOf(collection.isMapping() ? '{' : '[');
      return List.of(TextEdit.delete(collection.start() + open + 1, collection.end() - 1));
    }
    List<TextEdit> edits = new ArrayList<>();
    int size = collection.size();
    for (int i = 0; i < size; i++) {
      int from = i;
      while (i < size && indices.contains(i)) {
        i++;
      }
      if (i > from && i < size) {
        edits.add(TextEdit.delete(start(collection, from), start(collection, i)));
      } else if (i > from) {
        edits.addAll(withoutLast(collection, from));
      }
    }
    return edits;
  }

  /** Without those from an index on: the comma before them goes too, the lines between stay. */
  private List<TextEdit> withoutLast(YamlPlace collection, int from) {
    int last = end(collection, collection.size() - 1);
    int comma = end(collection, from - 1);
    while (text.charAt(comma) != ',') {
      comma = text.charAt(comma) == '#' ? lineEnd(comma) : comma + 1;
    }
    int start = start(collection, from);
    int lineStart = text.lineStart(text.lineOf(start));
    boolean hasOwnLine = text.slice(lineStart, start).isBlank() && lineStart > comma;
    if (!hasOwnLine) {
      return List.of(TextEdit.delete(comma, last));
    }
    boolean closesOnLine = text.lineOf(last) == text.lineOf(collection.end() - 1);
    return List.of(
        TextEdit.delete(comma, comma + 1),
        TextEdit.delete(text.lineEnd(text.lineOf(start) - 1), closesOnLine ? last : lineEnd(last)));
  }

  private int lineEnd(int offset) {
    return text.lineEnd(text.lineOf(offset));
  }

  /** Several changes at once; what is left alone is written again as it stands. */
  TextEdit changed(Changed changed) {
    YamlPlace place = changed.place();
    FlowParts parts = new FlowParts(text, place, separator(place));
    for (int i = -1; i < place.size(); i++) {
      YamlValue other = changed.replaced().get(i);
      if (other != null) {
        String key = text.slice(place.key(i).range());
        parts.keep(i, key + ": " + instead(place.value(i), other));
      } else if (i >= 0 && !changed.gone().contains(i)) {
        parts.keep(i, text.slice(start(place, i), end(place, i)));
      }
      int at = i;
      changed
          .inOrder()
          .forEach(
              (key, value) -> {
                if (KeyOrder.indexBefore(place, key, changed.gone()) == at) {
                  parts.add(entry(place, key, value));
                }
              });
      for (Changed.Inserted added : changed.inserted()) {
        if (added.index() == at + 1) {
          parts.keep(moved(place, added.item()), item(place, added));
        }
      }
    }
    return parts.written();
  }

  /** Which entry it is that comes from another position; -1 where it comes from elsewhere. */
  private int moved(YamlPlace place, YamlValue value) {
    boolean isFromHere =
        value instanceof YamlValue.Copied copied
            && copied.text().equals(text)
            && copied.place().parent().filter(p -> p.range().equals(place.range())).isPresent();
    return isFromHere ? ((YamlValue.Copied) value).place().indexInParent() : -1;
  }

  /** An entry with another key and value, where it stands. */
  List<TextEdit> renamed(YamlPlace mapping, int index, String to, YamlValue value) {
    YamlPlace place = mapping.value(index);
    boolean isWrapped = value instanceof YamlValue.Sequence list && list.items().size() == 1;
    TextEdit key = key(mapping.key(index), to, true);
    return isWrapped
        ? List.of(key, TextEdit.insert(place.start(), "["), TextEdit.insert(place.end(), "]"))
        : List.of(key, replaced(place, value));
  }

  /** Another key in the manner of the one that stands there. */
  static TextEdit key(YamlPlace key, String to, boolean inFlow) {
    ScalarStyle style =
        key.node() instanceof YamlScalar scalar ? scalar.style() : ScalarStyle.PLAIN;
    return new TextEdit(key.range(), ScalarText.of(to, style, ScalarStyle.DOUBLE_QUOTED, inFlow));
  }

  static int start(YamlPlace collection, int index) {
    return collection.node() instanceof YamlMapping
        ? collection.key(index).start()
        : collection.item(index).start();
  }

  static int end(YamlPlace collection, int index) {
    return collection.node() instanceof YamlMapping
        ? Math.max(collection.key(index).end(), collection.value(index).end())
        : collection.item(index).end();
  }
}

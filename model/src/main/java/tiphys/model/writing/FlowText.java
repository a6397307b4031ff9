// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final YamlStyle style;
  private final YamlEmitter emitter;

  FlowText(SourceText text, YamlStyle style, YamlEmitter emitter) {
    this.text = text;
    this.style = style;
    this.emitter = emitter;
  }

  String scalar(String value, YamlScalar before) {
    ScalarStyle wanted = style.isJson() ? ScalarStyle.DOUBLE_QUOTED : before.style();
    String written = ScalarText.of(value, wanted, true);
    return before.length() == 0 ? " " + written : written;
  }

  TextEdit replaced(YamlPlace place, YamlValue value) {
    String blank = place.node().length() == 0 ? " " : "";
    return new TextEdit(place.range(), blank + emitter.flow(value));
  }

  TextEdit put(YamlPlace mapping, String key, YamlValue value) {
    int before = KeyOrder.indexBefore(mapping, key);
    return inserted(mapping, before + 1, emitter.flowEntry(key, value));
  }

  TextEdit insert(YamlPlace sequence, int index, YamlValue item) {
    return inserted(sequence, index, emitter.flow(item));
  }

  /** Beside what is there: on a line of its own where the others have one. */
  private TextEdit inserted(YamlPlace collection, int index, String written) {
    if (collection.size() == 0) {
      return TextEdit.insert(collection.start() + 1, written);
    }
    String between = separator(collection);
    return index == 0
        ? TextEdit.insert(start(collection, 0), written + "," + between)
        : TextEdit.insert(end(collection, index - 1), "," + between + written);
  }

  private String separator(YamlPlace collection) {
    int first = start(collection, 0);
    int line = text.lineOf(first);
    String before = text.slice(text.lineStart(line), first);
    return before.isBlank() && text.lineOf(collection.start()) < line
        ? style.lineBreak() + before
        : " ";
  }

  /** What is kept is written again as it stands, with the separators of the others. */
  List<TextEdit> remove(YamlPlace collection, Set<Integer> indices) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < collection.size(); i++) {
      if (!indices.contains(i)) {
        kept.add(text.slice(start(collection, i), end(collection, i)));
      }
    }
    int from = start(collection, 0);
    int to = end(collection, collection.size() - 1);
    if (kept.isEmpty()) {
      return List.of(TextEdit.delete(collection.start() + 1, collection.end() - 1));
    }
    return List.of(TextEdit.replace(from, to, String.join("," + separator(collection), kept)));
  }

  /** Several changes of a mapping at once; what is left alone is written again as it stands. */
  TextEdit changed(YamlPlace mapping, Set<Integer> gone, Map<String, YamlValue> put) {
    List<String> entries = new ArrayList<>();
    Map<String, YamlValue> added = new LinkedHashMap<>(put);
    for (int i = -1; i < mapping.size(); i++) {
      if (i >= 0 && !gone.contains(i)) {
        String name = mapping.key(i).text().orElse("");
        YamlValue value = added.remove(name);
        entries.add(
            value == null
                ? text.slice(start(mapping, i), end(mapping, i))
                : emitter.flowEntry(name, value));
      }
      for (Map.Entry<String, YamlValue> entry : put.entrySet()) {
        boolean isNew = added.containsKey(entry.getKey());
        boolean isPlaced = KeyOrder.indexBefore(mapping, entry.getKey(), gone) == i;
        if (isNew && isPlaced && mapping.get(entry.getKey()).isEmpty()) {
          entries.add(emitter.flowEntry(entry.getKey(), entry.getValue()));
        }
      }
    }
    return TextEdit.replace(
        start(mapping, 0),
        end(mapping, mapping.size() - 1),
        String.join("," + separator(mapping), entries));
  }

  private static int start(YamlPlace collection, int index) {
    return collection.node() instanceof YamlMapping
        ? collection.key(index).start()
        : collection.item(index).start();
  }

  private static int end(YamlPlace collection, int index) {
    return collection.node() instanceof YamlMapping
        ? Math.max(collection.key(index).end(), collection.value(index).end())
        : collection.item(index).end();
  }
}

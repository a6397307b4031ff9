// SPDX-License-Identifier: Apache-2.0
package tiphys.app.hera;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.hera.HeraCode;
import tiphys.exporter.python.PyPrinter.Lines;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** Which lines of the Python are made of which place of the YAML, and the other way round. */
record HeraPlaces(YamlTree tree, HeraCode code) {
  /** The lines of what a place is in. */
  Optional<Lines> linesOf(YamlPlace place) {
    String path = path(place);
    String origin = document(place) + ":" + path;
    for (String at = origin; !at.endsWith(":"); at = above(at)) {
      Lines lines = code.lines().get(at);
      if (lines != null) {
        return Optional.of(lines);
      }
    }
    return Optional.ofNullable(code.lines().get(document(place) + ":"));
  }

  private static String above(String origin) {
    int cut = Math.max(origin.lastIndexOf('.'), origin.lastIndexOf('['));
    int colon = origin.indexOf(':');
    return origin.substring(0, Math.max(cut, colon + 1));
  }

  /** The smallest thing that a line, counted from 1, is of. */
  Optional<YamlPlace> placeOf(int line) {
    return code.lines().entrySet().stream()
        .filter(entry -> entry.getValue().first() <= line && line <= entry.getValue().last())
        .min(Comparator.comparingInt(entry -> entry.getValue().last() - entry.getValue().first()))
        .map(Map.Entry::getKey)
        .flatMap(this::place);
  }

  private Optional<YamlPlace> place(String origin) {
    int colon = origin.indexOf(':');
    int document = Integer.parseInt(origin.substring(0, colon));
    if (document >= tree.documents().size()) {
      return Optional.empty();
    }
    Optional<YamlPlace> at = Optional.of(tree.documents().get(document).place());
    for (String step : origin.substring(colon + 1).split("[.\\[\\]]+", -1)) {
      if (!step.isEmpty()) {
        at = at.flatMap(place -> below(place, step));
      }
    }
    return at;
  }

  private static Optional<YamlPlace> below(YamlPlace place, String step) {
    if (!place.isSequence()) {
      return place.get(step);
    }
    int index = Integer.parseInt(step);
    return index < place.size() ? Optional.of(place.item(index)) : Optional.empty();
  }

  private static String path(YamlPlace place) {
    Optional<YamlPlace> parent = place.parent();
    if (parent.isEmpty()) {
      return "";
    }
    String above = path(parent.get());
    if (parent.get().isSequence()) {
      return above + "[" + place.indexInParent() + "]";
    }
    String key = parent.get().key(place.indexInParent()).text().orElse("");
    return above.isEmpty() ? key : above + "." + key;
  }

  private int document(YamlPlace place) {
    int document = 0;
    for (YamlDocument each : tree.documents()) {
      if (each.place().end() >= place.end()) {
        return document;
      }
      document++;
    }
    return Math.max(0, document - 1);
  }
}

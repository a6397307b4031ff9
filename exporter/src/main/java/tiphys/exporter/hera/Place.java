// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A value of a manifest and where it stands. */
record Place(String path, JsonNode value) {
  /** The value of a key; missing where there is none. */
  Place field(String key) {
    return new Place(path.isEmpty() ? key : path + "." + key, value.path(key));
  }

  /** The values of an object, those that are null left out, as Argo leaves them out. */
  List<Entry> entries() {
    return value.properties().stream()
        .filter(entry -> !entry.getValue().isNull())
        .map(entry -> new Entry(entry.getKey(), field(entry.getKey())))
        .toList();
  }

  List<Place> items() {
    List<Place> items = new ArrayList<>();
    for (JsonNode item : value) {
      items.add(new Place(path + "[" + items.size() + "]", item));
    }
    return items;
  }

  /** Whether there is something other than null. */
  boolean isThere() {
    return !value.isMissingNode() && !value.isNull();
  }

  boolean isEmptyObject() {
    return value.isObject() && value.isEmpty();
  }

  /** The text of a scalar; empty for anything else. */
  String text() {
    return value.isContainerNode() ? "" : value.asText("");
  }

  record Entry(String key, Place place) {}
}

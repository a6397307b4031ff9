// SPDX-License-Identifier: Apache-2.0
package tiphys.model.place;

import java.util.Optional;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** Finds the node that stands exactly at a place of the text. */
public final class NodeSearch {
  private NodeSearch() {}

  /** A key or a value; the outermost of several that are as long. O(depth × width). */
  public static Optional<YamlPlace> at(YamlTree tree, TextRange range) {
    for (YamlDocument document : tree.documents()) {
      Optional<YamlPlace> found = within(document.place(), range);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<YamlPlace> within(YamlPlace place, TextRange range) {
    if (place.range().equals(range)) {
      return Optional.of(place);
    }
    if (range.start() < place.start() || range.end() > place.end()) {
      return Optional.empty();
    }
    for (YamlPlace.Entry entry : place.entries()) {
      Optional<YamlPlace> found = within(entry.key(), range).or(() -> within(entry.value(), range));
      if (found.isPresent()) {
        return found;
      }
    }
    for (YamlPlace item : place.items()) {
      Optional<YamlPlace> found = within(item, range);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a node is the key of an entry. */
  @SuppressWarnings("ReferenceEquality") // The same node, not one that says the same.
  public static boolean isKey(YamlPlace place) {
    return place
        .parent()
        .filter(YamlPlace::isMapping)
        .filter(parent -> parent.key(place.indexInParent()).node() == place.node())
        .isPresent();
  }
}

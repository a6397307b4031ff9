// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workflow templates of other files, which references may lead to.
 *
 * @param isKnown whether anybody looked for other files: only then is a reference that leads to
 *     none worth a word
 */
public record Library(boolean isKnown, Map<ResourceReference, Entry> entries) {
  public static final Library NONE = new Library(false, Map.of());

  public Library {
    entries = Map.copyOf(entries);
  }

  /**
   * A workflow template and where it stands.
   *
   * @param file as whoever made the library calls it; empty for the very file that refers to it
   * @param number its position among the resources of that file
   */
  public record Entry(String file, int number, Resource resource) {}

  /** Of the resources that can be referred to, in order: the first of a name counts. */
  public static Library of(List<Entry> entries) {
    Map<ResourceReference, Entry> byName = new LinkedHashMap<>();
    for (Entry entry : entries) {
      entry.resource().reference().ifPresent(reference -> byName.putIfAbsent(reference, entry));
    }
    return new Library(true, byName);
  }

  Optional<Entry> find(ResourceReference reference) {
    return Optional.ofNullable(entries.get(reference));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is noted while a document is written; an attempt that fails leaves no notes. */
final class Draft {
  private final int document;
  private final List<HeraNote> notes = new ArrayList<>();
  private final List<String> fallbacks = new ArrayList<>();

  Draft(int document) {
    this.document = document;
  }

  void lost(Place place) {
    notes.add(new HeraNote(HeraNote.Kind.LOST, document, place.path(), ""));
  }

  void renewed(String path, String newPath) {
    notes.add(new HeraNote(HeraNote.Kind.RENEWED, document, path, newPath));
  }

  void otherKind(String kind) {
    notes.add(new HeraNote(HeraNote.Kind.OTHER_KIND, document, "", kind));
  }

  void fellBack(Place place) {
    fallbacks.add(place.path());
  }

  /** Something written one way, or empty without a trace. */
  <T> Optional<T> attempt(Supplier<Optional<T>> way) {
    int noted = notes.size();
    int fallen = fallbacks.size();
    Optional<T> found = way.get();
    if (found.isEmpty()) {
      notes.subList(noted, notes.size()).clear();
      fallbacks.subList(fallen, fallbacks.size()).clear();
    }
    return found;
  }

  /** What marks a statement as made of a place. */
  Optional<String> origin(Place place) {
    return Optional.of(document + ":" + place.path());
  }

  List<HeraNote> notes() {
    return notes;
  }

  List<String> fallbacks() {
    return fallbacks;
  }
}

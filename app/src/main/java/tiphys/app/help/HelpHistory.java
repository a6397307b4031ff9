// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the reader is, was, and can go on to again. Knows no window. */
final class HelpHistory {
  /** A page, and a heading of it; an empty anchor is its beginning. */
  record Place(String page, String anchor) {
    /** What a link such as {@code files.md#positions} or {@code #positions} leads to. */
    static Optional<Place> of(String link, String from) {
      int hash = link.indexOf('#');
      String file = hash < 0 ? link : link.substring(0, hash);
      String anchor = hash < 0 ? "" : link.substring(hash + 1);
      if (file.isEmpty()) {
        return Optional.of(new Place(from, anchor));
      }
      return file.endsWith(".md") && !file.contains("/")
          ? Optional.of(new Place(file.substring(0, file.length() - 3), anchor))
          : Optional.empty();
    }
  }

  private final Deque<Place> before = new ArrayDeque<>();
  private final Deque<Place> after = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Place> now;
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canGoOn = new ReadOnlyBooleanWrapper();

  HelpHistory(Place first) {
    this.now = new ReadOnlyObjectWrapper<>(first);
  }

  ReadOnlyObjectProperty<Place> now() {
    return now.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canGoOn() {
    return canGoOn.getReadOnlyProperty();
  }

  /** Goes to a place; what could be gone on to is forgotten. */
  void go(Place place) {
    if (!place.equals(now.get())) {
      before.push(now.get());
      after.clear();
      arrive(place);
    }
  }

  void back() {
    if (!before.isEmpty()) {
      after.push(now.get());
      arrive(before.pop());
    }
  }

  void on() {
    if (!after.isEmpty()) {
      before.push(now.get());
      arrive(after.pop());
    }
  }

  private void arrive(Place place) {
    canGoBack.set(!before.isEmpty());
    canGoOn.set(!after.isEmpty());
    now.set(place);
  }
}

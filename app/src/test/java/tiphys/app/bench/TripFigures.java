// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tiphys.model.state.DiagramState;

/** What becomes of files on a way from text to text: unchanged, and with one image changed. */
final class TripFigures {
  private final RoundTrip trip;
  private int refused;
  private int differing;
  private int losing;
  private int changes;
  private int refusedChanges;
  private int wrong;
  private int moreLines;
  private int lines;
  private int losingByChange;

  TripFigures(RoundTrip trip) {
    this.trip = trip;
  }

  void add(String text, DiagramState state) {
    List<String> comments = ValuesRead.comments(text);
    Optional<String> back = trip.unchanged(text);
    refused += back.isEmpty() ? 1 : 0;
    differing += back.filter(other -> !other.equals(text)).isPresent() ? 1 : 0;
    losing += isLosing(comments, back) ? 1 : 0;
    ImageChange.in(state).ifPresent(change -> change(text, comments, change));
  }

  private void change(String text, List<String> comments, ImageChange change) {
    changes++;
    Optional<String> after = trip.changed(text, change);
    refusedChanges += after.isEmpty() ? 1 : 0;
    after.filter(other -> !isMeant(text, other, change)).ifPresent(other -> wrong(text, other));
    losingByChange += isLosing(comments, after) ? 1 : 0;
    int gone = after.map(other -> gone(text, other)).orElse(0);
    lines += gone;
    moreLines += gone > 1 ? 1 : 0;
  }

  private void wrong(String before, String after) {
    wrong++;
    if (Boolean.getBoolean("bench.texts")) {
      System.out.println(trip.name() + ": " + before + "----- then\n" + after + "=====");
    }
  }

  private static boolean isLosing(List<String> comments, Optional<String> after) {
    return after.filter(other -> !ValuesRead.lost(comments, other).isEmpty()).isPresent();
  }

  private static boolean isMeant(String before, String after, ImageChange change) {
    Optional<List<Object>> meant = ValuesRead.values(before);
    meant.ifPresent(values -> ValuesRead.set(values, change));
    return meant.isPresent() && meant.equals(ValuesRead.values(after));
  }

  /** How many lines of a text another one has not, wherever they stand. */
  private static int gone(String before, String after) {
    List<String> gone = new ArrayList<>(before.lines().toList());
    after.lines().forEach(gone::remove);
    return gone.size();
  }

  void print() {
    System.out.printf(
        Locale.ROOT,
        "%s%n  unchanged: refused %d, bytes differ in %d, comments lost in %d%n"
            + "  one image changed in %d files: refused %d, wrong %d, comments lost in %d,"
            + " more than one line changed in %d, lines changed %,d%n",
        trip.name(),
        refused,
        differing,
        losing,
        changes,
        refusedChanges,
        wrong,
        losingByChange,
        moreLines,
        lines);
  }
}

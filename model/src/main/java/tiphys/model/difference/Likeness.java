// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much things that are gone are like things that are new.
 *
 * @param fields the values of a thing by their paths, its name left out
 * @param neighbours what stands before and after it and has kept its name; empty for none
 */
record Likeness(Map<String, String> fields, Set<String> neighbours) {
  /** A thing is the same one if this much of it is. */
  private static final double SAME = 0.6;

  /** Whatever stands around it, this much of itself must be the same. */
  private static final double LEAST = 0.5;

  /** With more pairs than these nothing is compared: they would be too many to be looked at. */
  private static final long MOST_PAIRS = 250_000;

  /** Which thing that is gone is which new one, by position. */
  record Match(int gone, int added, double score) {}

  /** Those that are most alike first; each thing in one match at most. */
  static List<Match> matches(List<Likeness> gone, List<Likeness> added) {
    if ((long) gone.size() * added.size() > MOST_PAIRS) {
      return List.of();
    }
    List<Match> all = new ArrayList<>();
    for (int i = 0; i < gone.size(); i++) {
      for (int j = 0; j < added.size(); j++) {
        double score = gone.get(i).to(added.get(j));
        if (score >= SAME) {
          all.add(new Match(i, j, score));
        }
      }
    }
    all.sort(
        Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparingInt(match -> Math.abs(match.gone() - match.added()))
            .thenComparingInt(Match::gone));
    boolean[] isTaken = new boolean[gone.size()];
    boolean[] isGiven = new boolean[added.size()];
    List<Match> chosen = new ArrayList<>();
    for (Match match : all) {
      if (!isTaken[match.gone()] && !isGiven[match.added()]) {
        isTaken[match.gone()] = true;
        isGiven[match.added()] = true;
        chosen.add(match);
      }
    }
    return chosen;
  }

  /** From 0 to 1. */
  private double to(Likeness other) {
    double own = share(fields.entrySet(), other.fields.entrySet());
    if (own < LEAST) {
      return 0;
    }
    return neighbours.isEmpty() && other.neighbours.isEmpty()
        ? own
        : (own + share(neighbours, other.neighbours)) / 2;
  }

  private static <T> double share(Set<T> one, Set<T> other) {
    int all = one.size() + other.size();
    return all == 0 ? 1 : 2.0 * one.stream().filter(other::contains).count() / all;
  }
}

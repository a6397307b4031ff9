// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of a long sequence in stretches of some hundreds, each of which remembers what was made
 * of its items. An edit makes those anew that it touches and shares the others: what is asked of
 * all items of a list costs a look at each stretch, and none at each item.
 */
final class Stretches {
  /** Shorter sequences are not worth it. */
  static final int LENGTH = 256;

  private final Stretch[] all;

  /** So many items, and what was made of them. */
  private static final class Stretch {
    private final int size;
    private @Nullable Derived derived;

    Stretch(int size) {
      this.size = size;
    }

    <T> T derived(
        Class<T> type, YamlSequence.OfItems<? extends T> derive, YamlSequence items, int from) {
      T known = Derived.find(derived, type);
      if (known != null) {
        return known;
      }
      T made = derive.from(items, from, from + size);
      derived = Derived.behind(derived, made);
      return made;
    }
  }

  private Stretches(List<Stretch> all) {
    this.all = all.toArray(Stretch[]::new);
  }

  static Stretches of(int items) {
    List<Stretch> all = new ArrayList<>();
    add(items, all);
    return new Stretches(all);
  }

  private static void add(int items, List<Stretch> all) {
    int parts = items <= 2 * LENGTH ? 1 : 1 + (items - 1) / LENGTH;
    for (int i = 0; i < parts && items > 0; i++) {
      int from = (int) ((long) items * i / parts);
      all.add(new Stretch((int) ((long) items * (i + 1) / parts) - from));
    }
  }

  /** What is made of each, in order. */
  <T> List<T> derived(Class<T> type, YamlSequence.OfItems<? extends T> derive, YamlSequence items) {
    List<T> made = new ArrayList<>(all.length);
    int from = 0;
    for (Stretch stretch : all) {
      made.add(stretch.derived(type, derive, items, from));
      from += stretch.size;
    }
    return made;
  }

  /**
   * After some items were replaced by others.
   *
   * @param replaced in order, none touching another
   */
  Stretches with(List<Replaced> replaced) {
    List<Stretch> next = new ArrayList<>(all.length + 2);
    int from = 0;
    int change = 0;
    int fresh = 0;
    for (Stretch stretch : all) {
      int end = from + stretch.size;
      boolean isTouched = false;
      for (int i = change; i < replaced.size() && replaced.get(i).first() < end; i++) {
        isTouched = true;
        fresh += replaced.get(i).first() >= from ? replaced.get(i).growth() : 0;
        change = replaced.get(i).last() < end ? i + 1 : i;
      }
      if (isTouched) {
        fresh += stretch.size;
      } else {
        add(fresh, next);
        fresh = 0;
        next.add(stretch);
      }
      from = end;
    }
    add(fresh, next);
    return new Stretches(next);
  }

  /** Items from a first to a last one that are others now, and how many more there are. */
  record Replaced(int first, int last, int growth) {}
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.List;

/** What a generated file says, before any style. */
sealed interface Sample {
  record Text(String text) implements Sample {}

  /** A number, a truth or null as written. */
  record Plain(String text) implements Sample {}

  record Entry(String key, Sample value) {}

  record Fields(List<Entry> entries) implements Sample {
    Fields and(String key, Sample value) {
      List<Entry> more = new ArrayList<>(entries);
      more.add(new Entry(key, value));
      return new Fields(more);
    }

    Fields and(String key, String text) {
      return and(key, new Text(text));
    }
  }

  record Items(List<Sample> items) implements Sample {}

  static Fields fields() {
    return new Fields(List.of());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What was made of something and is remembered with it: one value of each type, in the order in
 * which it was asked for first, which is mostly the order of every edit.
 */
record Derived(Object value, @Nullable Derived next) {
  static <T> @Nullable T find(@Nullable Derived first, Class<T> type) {
    for (Derived known = first; known != null; known = known.next()) {
      if (type.isInstance(known.value())) {
        return type.cast(known.value());
      }
    }
    return null;
  }

  static Derived behind(@Nullable Derived first, Object value) {
    return first == null
        ? new Derived(value, null)
        : new Derived(first.value(), behind(first.next(), value));
  }
}

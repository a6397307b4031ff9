// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When the scheduler must look again although nothing was reported. */
final class Timers {
  private final Clock clock;
  private final Map<String, Instant> due = new HashMap<>();

  Timers(Clock clock) {
    this.clock = clock;
  }

  void set(String key, Instant at) {
    due.put(key, at);
  }

  void setAfter(String key, Duration delay) {
    due.put(key, clock.instant().plus(delay));
  }

  void cancel(String key) {
    due.remove(key);
  }

  boolean isSet(String key) {
    return due.containsKey(key);
  }

  /** Whether a time that was set has come. */
  boolean isDue(String key) {
    Instant at = due.get(key);
    return at != null && !clock.instant().isBefore(at);
  }

  Optional<Instant> next() {
    return due.values().stream().min(Instant::compareTo);
  }
}

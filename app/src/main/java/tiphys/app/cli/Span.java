// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as they are typed, for example {@code 90m}. */
final class Span {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smhdw])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private Span() {}

  /** Absent for what is none. */
  static Optional<Duration> of(String typed) {
    Matcher found = FORM.matcher(typed);
    return found.matches()
        ? Optional.ofNullable(UNITS.get(found.group(2)))
            .map(unit -> unit.multipliedBy(Long.parseLong(found.group(1))))
        : Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Argo's fields hold them: {@code 90}, {@code 1m30s}, {@code 1.5h}, {@code 2d}. */
final class GoDuration {
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|us|ns|s|m|h|d)");

  private GoDuration() {}

  static Optional<Duration> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(trimmed)));
    }
    Matcher part = PART.matcher(trimmed);
    double seconds = 0;
    int at = 0;
    while (at < trimmed.length() && part.find(at) && part.start() == at) {
      seconds += Double.parseDouble(part.group(1)) * unit(part.group(2));
      at = part.end();
    }
    return at == trimmed.length() && at > 0
        ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
        : Optional.empty();
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "ns" -> 1e-9;
      case "us" -> 1e-6;
      case "ms" -> 1e-3;
      case "m" -> 60;
      case "h" -> 3600;
      case "d" -> 86400;
      default -> 1;
    };
  }
}

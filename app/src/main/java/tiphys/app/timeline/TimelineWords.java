// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tiphys.app.message.Elapsed;
import tiphys.app.message.Messages;
import tiphys.model.run.NodeStatus;

/** What is said of a bar. */
final class TimelineWords {
  private static final int LONGEST = 70;

  private TimelineWords() {}

  /** How long it took, and why it failed. */
  static String beside(NodeStatus node, Instant now, Messages messages) {
    String message = node.message().lines().findFirst().orElse("");
    String shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    String took = took(node, now, messages).orElse("");
    return shown.isEmpty() ? took : took.isEmpty() ? shown : took + " · " + shown;
  }

  /** Everything, on lines of its own. */
  static String told(NodeStatus node, Instant now, Messages messages) {
    List<String> lines = new ArrayList<>();
    lines.add(node.name());
    lines.add(spoken(node, now, messages));
    node.startedAt()
        .ifPresent(at -> lines.add(messages.text("timeline.started", time(at, messages))));
    node.finishedAt()
        .ifPresent(at -> lines.add(messages.text("timeline.finished", time(at, messages))));
    if (!node.message().isEmpty()) {
      lines.add(node.message());
    }
    return String.join("\n", lines);
  }

  /** For those who do not see it. */
  static String spoken(NodeStatus node, Instant now, Messages messages) {
    String phase = messages.text("phase." + node.phase().name().toLowerCase(Locale.ROOT));
    return took(node, now, messages)
        .map(took -> messages.text("timeline.spoken", node.displayName(), phase, took))
        .orElseGet(() -> node.displayName() + ", " + phase);
  }

  private static Optional<String> took(NodeStatus node, Instant now, Messages messages) {
    return node.startedAt()
        .filter(_ -> node.finishedAt().isPresent() || !node.phase().isFinished())
        .map(from -> Math.max(0, TimeScale.seconds(from, node.finishedAt().orElse(now))))
        .map(
            seconds ->
                seconds < 60
                    ? messages.text("timeline.seconds", Math.round(seconds * 10) / 10.0)
                    : Elapsed.clock(Duration.ofSeconds(Math.round(seconds))));
  }

  private static String time(Instant at, Messages messages) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
        .withLocale(messages.language().locale())
        .withZone(ZoneId.systemDefault())
        .format(at);
  }
}

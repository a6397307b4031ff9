// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tiphys.exporter.cluster.LogStream.LogLine;

/** How far the lines of each pod are known. A line without a time cannot be told from others. */
final class LogPosition {
  private final Map<String, Mark> marks = new HashMap<>();

  /** Whether the line was not there before; from then on it is known. */
  boolean takes(LogLine line) {
    if (line.at().isEmpty()) {
      return true;
    }
    Instant at = line.at().get();
    Mark mark = marks.get(line.pod());
    if (mark == null || at.isAfter(mark.at)) {
      marks.put(line.pod(), new Mark(at, line.text()));
      return true;
    }
    return mark.takes(at, line.text());
  }

  /** From now on everything may come a second time. */
  void readAgain() {
    marks.values().forEach(Mark::readAgain);
  }

  Map<String, Instant> times() {
    return marks.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().at));
  }

  /** The last moment of a pod, in which several lines may have been printed. */
  private static final class Mark {
    private final Instant at;
    private final List<String> lines = new ArrayList<>();
    private final List<String> toMeetAgain = new ArrayList<>();
    private boolean isBehind;

    Mark(Instant at, String line) {
      this.at = at;
      lines.add(line);
    }

    void readAgain() {
      isBehind = true;
      toMeetAgain.clear();
      toMeetAgain.addAll(lines);
    }

    /** What is older is known only where it is read again: two streams of a pod may cross. */
    boolean takes(Instant when, String line) {
      if (when.isBefore(at)) {
        return !isBehind;
      }
      if (toMeetAgain.remove(line)) {
        return false;
      }
      lines.add(line);
      return true;
    }
  }
}

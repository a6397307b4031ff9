// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.bed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a container printed, each line with its time, as a kubelet keeps it. */
final class Printed {
  private final List<Line> lines = new ArrayList<>();
  private boolean isOver;

  /** A line and when it came. */
  record Line(Instant at, String text) {}

  synchronized void add(String text) {
    lines.add(new Line(Instant.now(), text));
    notifyAll();
  }

  synchronized void end() {
    isOver = true;
    notifyAll();
  }

  synchronized int size() {
    return lines.size();
  }

  /** Lines from one on; waits for them while there may be more. Empty is the end. */
  synchronized List<Line> from(int first, boolean isFollowing) throws InterruptedException {
    while (isFollowing && !isOver && lines.size() <= first) {
      wait(1000);
    }
    return List.copyOf(lines.subList(Math.min(first, lines.size()), lines.size()));
  }

  /** All of it, as the result of a script. */
  synchronized String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one thing done again and again, in milliseconds. */
final class Times {
  private double[] sorted = new double[0];

  void add(double milliseconds) {
    sorted = Arrays.copyOf(sorted, sorted.length + 1);
    sorted[sorted.length - 1] = milliseconds;
  }

  void addSince(long nanos) {
    add(since(nanos));
  }

  /** The value that a share of all are at or below. */
  double at(double share) {
    double[] all = sorted.clone();
    Arrays.sort(all);
    return all[Math.min(all.length - 1, (int) Math.ceil(share * all.length) - 1)];
  }

  double median() {
    return at(0.5);
  }

  void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%-42s p50 %6.1f  p95 %6.1f  p99 %6.1f  max %6.1f ms%n",
        name,
        median(),
        at(0.95),
        at(0.99),
        at(1));
  }

  static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }
}

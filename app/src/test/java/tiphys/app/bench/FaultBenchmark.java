// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tiphys.exporter.cluster.ClusterTarget;
import tiphys.exporter.cluster.FaultSequence;

/**
 * Faults by chance while runs are watched over TLS, straight through the Kubernetes API and through
 * an Argo Server: how many of each kind were injected and survived, and how many runs were not as
 * the cluster has them in the end.
 */
public final class FaultBenchmark {
  private static final long SEED = 20_261_129L;
  private static final int AT_A_TIME = 25;

  private FaultBenchmark() {}

  /** Takes how many faults each way gets; 250 without it. */
  public static void main(String[] arguments) throws IOException {
    int faults = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 250;
    Path folder = Files.createTempDirectory("faults");
    int all = 0;
    int lost = 0;
    for (ClusterTarget target : ClusterTarget.values()) {
      Map<String, Integer> survived = new TreeMap<>();
      int changes = 0;
      for (int i = 0; i < faults; i += AT_A_TIME) {
        FaultSequence.Result result =
            FaultSequence.play(
                target, folder, new Random(SEED + i), Math.min(AT_A_TIME, faults - i));
        result.survived().forEach((kind, count) -> survived.merge(kind, count, Integer::sum));
        changes += result.changes();
        lost += result.lost();
      }
      int count = survived.values().stream().mapToInt(Integer::intValue).sum();
      all += count;
      System.out.printf(
          Locale.ROOT,
          "%s: %d of %d faults survived while the cluster made %d changes%n",
          target.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          count,
          faults,
          changes);
      survived.forEach((kind, times) -> System.out.printf(Locale.ROOT, "  %4d %s%n", times, kind));
    }
    System.out.printf(Locale.ROOT, "%d faults survived; runs lost or old: %d%n", all, lost);
    System.exit(0);
  }
}

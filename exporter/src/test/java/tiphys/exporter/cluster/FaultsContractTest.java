// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever sequence of faults befalls a watch, its picture becomes the cluster's. {@code
 * FaultBenchmark} plays many more; others are played here with {@code -Dlaw.seed=7 -Dlaw.times=20}.
 */
final class FaultsContractTest {
  private static final long SEED = Long.getLong("law.seed", 20_261_129L);
  private static final int TIMES = Integer.getInteger("law.times", 3);
  private static final int FAULTS = 12;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ClusterTarget.class)
  void thePictureBecomesTheClustersWhateverGoesWrong(ClusterTarget target) {
    for (int i = 0; i < TIMES; i++) {
      FaultSequence.Result result =
          FaultSequence.play(target, folder, new Random(SEED + i), FAULTS);

      int survived = result.survived().values().stream().mapToInt(Integer::intValue).sum();
      assertEquals(FAULTS, survived, result.toString());
      assertEquals(0, result.lost(), result.toString());
    }
  }
}
